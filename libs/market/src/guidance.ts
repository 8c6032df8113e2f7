import type { Tx } from '#store';
import type { AreaView, LegalRuleView, WasteCodeView } from './views.js';

/** What law says of materials, by code: hints that help to state a listing, no decision of an authority; and the areas. */
export interface Guidance {
  readonly wasteCodes: ReadonlyMap<string, WasteCodeView>;
  readonly legalRules: ReadonlyMap<string, LegalRuleView>;
  readonly areas: readonly AreaView[];
}

export async function readGuidance(tx: Tx): Promise<Guidance> {
  const codes = await tx.reference.wasteCodes();
  const rules = await tx.reference.legalRules();
  const areas = areasOf(await tx.reference.allMunicipalities());
  const twins = mirrorsOf(codes);
  return {
    areas,
    wasteCodes: new Map(
      codes.map(({ code, hazardous, titleEn, titleNb }) => {
        const titles = { nb: titleNb ?? titleEn ?? code, en: titleEn ?? titleNb ?? code };
        return [code, { code, hazardous: hazardous ?? false, titles, twins: twins.get(code) ?? [] }];
      }),
    ),
    legalRules: new Map(
      rules.map(({ code, textNb, textEn, source }) => [
        code,
        { code, texts: { nb: textNb, en: textEn }, source },
      ]),
    ),
  };
}

/** Counties are known by the first two digits of their municipalities. */
function areasOf(
  rows: readonly { readonly number: string; readonly name: string; readonly county: string }[],
) {
  const counties = new Map(rows.map(({ number, county }) => [number.slice(0, 2), county]));
  const ofCounties = [...counties].map(([number, name]) => ({ number, name, county: name }));
  const ofRows = rows.map(({ number, name, county }) => ({ number, name, county }));
  return [...ofCounties.sort((one, other) => one.name.localeCompare(other.name, 'nb')), ...ofRows];
}

type Entry = Pick<WasteCodeView, 'code'> & {
  readonly hazardous: boolean | null;
  readonly titleEn: string | null;
};

const CODE = /\d{2} \d{2} \d{2}/g;

/**
 * Mirror entries of the list of waste (Decision 2000/532/EC): one stream, hazardous or not by what it holds. The
 * list ties them in its titles, as in 03 01 05 "… other than those mentioned in 03 01 04"; only codes on either side
 * of the hazard line are twins.
 */
function mirrorsOf(entries: readonly Entry[]): ReadonlyMap<string, readonly string[]> {
  const hazardous = new Map(entries.map((one) => [one.code, one.hazardous]));
  const tied = entries.flatMap((one) =>
    (one.titleEn?.match(CODE) ?? [])
      .filter((other) => hazardous.has(other) && hazardous.get(other) !== one.hazardous)
      .map((other) => [one.code, other] as const),
  );
  const twins = new Map<string, Set<string>>();
  const add = (code: string, twin: string): unknown =>
    twins.set(code, (twins.get(code) ?? new Set<string>()).add(twin));
  for (const [one, other] of tied) {
    add(one, other);
    add(other, one);
  }
  return new Map([...twins].map(([code, found]) => [code, [...found].sort()]));
}
