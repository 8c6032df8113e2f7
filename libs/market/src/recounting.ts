import type { ParcelYear } from '#domain';
import type { Recounted } from '#store';
import type { PlainFolded } from './figure-cache.js';

/** One stored number beside the same one counted again. */
export interface Compared {
  readonly name: string;
  readonly stored: string;
  readonly recounted: string;
}

/** A parcel's year as the store keeps it. */
export type PlainParcelYear = Omit<ParcelYear, 'figures' | 'flows'> & {
  readonly figures: readonly (readonly [string, string])[];
  readonly flows: readonly (FlowName & { readonly value: string })[];
};

interface FlowName {
  readonly fromDivision: string;
  readonly toDivision: string;
  readonly materialCode: string;
  readonly unit: string;
}

const flowName = ({ fromDivision, toDivision, materialCode }: FlowName): string =>
  [fromDivision, toDivision, materialCode].join('|');

type Shares = readonly (readonly [string, string])[];
/** All that stands behind a number, in one order. */
const written = (value: string, unit: string, entries: number | null, shares: Shares): string => {
  const sorted = [...shares].sort(([a], [b]) => (a < b ? -1 : 1)).map(([firm, share]) => `${firm} ${share}`);
  return [`${value} ${unit}`, ...(entries === null ? [] : [`${entries} entries`]), ...sorted].join('; ');
};

/** Every number of a row of the cache: figures with their count and each firm's share, flows with each firm's share. */
export function compareCached(
  { figures, flows }: PlainFolded,
  recount: readonly Recounted[],
): readonly Compared[] {
  const again = (kind: Recounted['kind']) =>
    new Map(
      recount
        .filter((one) => one.kind === kind)
        .map((one) => [kind === 'flow' ? `${one.name} ${one.unit}` : one.name, one]),
    );
  const [figuresAgain, flowsAgain] = [again('figure'), again('flow')];
  const told = [
    ...figures.map(({ name, value, unit, entryCount, shares }) => ({
      name,
      stored: written(value, unit, entryCount, shares),
      // what nothing contributed to is not counted at all
      recounted: recountedText(figuresAgain.get(name)) ?? written('0', unit, 0, []),
    })),
    ...flows.map((flow) => ({
      name: `flow ${flowName(flow)}`,
      stored: written(flow.value, flow.unit, null, flow.shares),
      recounted: recountedText(flowsAgain.get(`${flowName(flow)} ${flow.unit}`)) ?? 'nothing',
    })),
  ];
  const names = new Set([
    ...figures.map((one) => one.name as string),
    ...flows.map((one) => `${flowName(one)} ${one.unit}`),
  ]);
  const missed = [...figuresAgain, ...flowsAgain].filter(([name]) => !names.has(name));
  return [
    ...told,
    ...missed.map(([name, one]) => ({ name, stored: 'nothing', recounted: recountedText(one) ?? '' })),
  ];
}

const recountedText = (one: Recounted | undefined): string | undefined =>
  one && written(one.value, one.unit, one.entries, (one.shares ?? []) as Shares);

/** Every number that is published of a parcel's year; what is withheld is not there to be compared. */
export function compareParcelYear(year: PlainParcelYear, recount: readonly Recounted[]): readonly Compared[] {
  const valueOf = (kind: Recounted['kind'], name: string): string =>
    recount.find((one) => one.kind === kind && one.name === name)?.value ?? '0';
  const listOf = (name: string): string =>
    (recount.find((one) => one.kind === 'list' && one.name === name)?.shares ?? []).join(' ');
  return [
    ...year.figures.map(([name, stored]) => ({ name, stored, recounted: valueOf('figure', name) })),
    ...year.flows.map((flow) => ({
      name: `flow ${flowName(flow)}`,
      stored: flow.value,
      recounted: valueOf('flow', flowName(flow)),
    })),
    ...(['agreementIds', 'crossAgreementIds', 'firmIds'] as const).map((name) => ({
      name,
      stored: year[name].join(' '),
      recounted: listOf(name),
    })),
    {
      name: 'entryCount',
      stored: String(year.entryCount),
      recounted: String(recount.find((one) => one.name === 'agreementIds')?.entries ?? 0),
    },
  ];
}
