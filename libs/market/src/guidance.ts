import type { Tx } from '#store';
import type { LegalRuleView, WasteCodeView } from './views.js';

/** What law says of materials, by code: hints that help to state a listing, no decision of an authority. */
export interface Guidance {
  readonly wasteCodes: ReadonlyMap<string, WasteCodeView>;
  readonly legalRules: ReadonlyMap<string, LegalRuleView>;
}

export async function readGuidance(tx: Tx): Promise<Guidance> {
  const codes = await tx.reference.wasteCodes();
  const rules = await tx.reference.legalRules();
  const twins = mirrorsOf(codes);
  return {
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
