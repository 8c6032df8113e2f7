import {
  bridge,
  canonicalWasteCode,
  Decimal,
  findUnit,
  kindOf,
  problem,
  publishProblems,
  type ListingTerms,
  type Material,
  type MaterialSuggestion,
  type Problem,
  type StatedReading,
} from '#domain';
import type { Tx } from '#store';
import { done, invalid, type Outcome } from './outcome.js';
import { today, type Setting } from './setting.js';

/** A listing as a firm states it; without a material the text decides. */
export interface ListingInput extends Omit<ListingTerms, 'materialCode' | 'materialConfirmed' | 'readings'> {
  readonly siteId: string;
  readonly materialCode?: string | undefined;
}

const SUGGESTIONS = 8;
/** Readings of one text that matching follows up while its owner has not confirmed one. */
const MOST_READINGS = 6;
const LEAST_CONFIDENCE = 0.02;

interface ReadTerms {
  readonly terms: ListingTerms;
  readonly suggestions: readonly MaterialSuggestion[];
}

/** The terms of a listing out of what its firm stated: material read from the text where none is named, codes known. */
export async function readTerms(
  tx: Tx,
  setting: Setting,
  input: ListingInput,
  firmId: string,
): Promise<Outcome<ReadTerms>> {
  const { siteId: _siteId, materialCode: stated, ...rest } = input;
  const [firm] = await tx.firms.byIds([firmId]);
  const text = `${input.title}\n${input.description ?? ''}`;
  const suggestions = setting.classifier.suggest(
    text,
    { side: input.side, division: firm?.division },
    SUGGESTIONS,
  );
  const readings =
    stated === undefined
      ? readingsOf(suggestions, input.quantity.unit, setting)
      : [{ code: stated, confidence: 1 }];
  const material = setting.rules.materials.get(readings[0]?.code ?? '');
  if (material === undefined) return invalid([materialProblem(stated)]);
  const wasteCode = input.wasteCode && canonicalWasteCode(input.wasteCode);
  const permits = input.permits?.map(canonicalWasteCode);
  const terms = {
    ...rest,
    wasteCode,
    permits,
    materialCode: material.code,
    materialConfirmed: stated !== undefined,
    readings,
  };
  const problems = [
    ...(await codeProblems(tx, wasteCode === undefined ? [] : [wasteCode], () => 'input.ewcCode')),
    ...(await codeProblems(tx, permits ?? [], (index) => `input.permittedWasteCodes.${index}`)),
    ...publishProblems(terms, material, today(setting)),
  ];
  return problems.length > 0 ? invalid(problems) : done({ terms, suggestions });
}

/** What the text may mean in the kind that the amount is stated in, best first; failing that, the likeliest at all. */
function readingsOf(
  suggestions: readonly MaterialSuggestion[],
  unit: string,
  { rules }: Setting,
): readonly StatedReading[] {
  const measured = suggestions.flatMap(({ code, confidence }) => {
    const material = rules.materials.get(code);
    return material !== undefined && isMeasuredIn(material, unit)
      ? { code, confidence, kind: kindOf(material.unit) }
      : [];
  });
  const best = measured[0];
  if (best === undefined)
    return suggestions.slice(0, 1).map(({ code, confidence }) => ({ code, confidence }));
  return measured
    .filter((one) => one === best || (one.kind === best.kind && one.confidence >= LEAST_CONFIDENCE))
    .slice(0, MOST_READINGS)
    .map(({ code, confidence }) => ({ code, confidence }));
}

const isMeasuredIn = (material: Material, unit: string): boolean =>
  findUnit(unit) !== undefined &&
  bridge(new Decimal(1), kindOf(unit), kindOf(material.unit), material) !== undefined;

async function codeProblems(
  tx: Tx,
  codes: readonly string[],
  path: (index: number) => string,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const [index, code] of codes.entries()) {
    if ((await tx.reference.wasteCode(code)) !== null) continue;
    problems.push(
      problem(path(index), `"${code}" is not in the list of waste; write six digits such as 03 01 05.`),
    );
  }
  return problems;
}

const materialProblem = (stated: string | undefined): Problem =>
  stated === undefined
    ? problem(
        'input.materialId',
        'The text does not tell which material this is; choose one of suggestMaterials or name it plainly.',
      )
    : problem(
        'input.materialId',
        `"${stated}" is not a material of the tree; take an id from suggestMaterials.`,
      );
