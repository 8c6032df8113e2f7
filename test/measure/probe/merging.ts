import { LIMITS } from '../../../apps/api/src/limits/limits.js';
import type { Call } from './calls.js';

/** Several paths from one root, asked with the same arguments in one operation: their selections merge. */
export interface Merged {
  readonly calls: readonly Call[];
  readonly document: string;
  readonly variables: Call['variables'];
}

/** Well below the limits, of which each field of a root selected again takes its part. */
const MOST_TOKENS = LIMITS.tokens * 0.95;
const MOST_SELECTIONS = LIMITS.selections * 0.95;
const TOKEN = /\w+|[^\s\w,]/g;
const NAME = /[a-z_]\w*/gi;

/** What is answered by the same root with the same arguments. */
export const rootKey = ({ operation, variables }: Call): string =>
  `${operation.root.name} ${JSON.stringify(variables)}`;

export const alone = (call: Call): Merged => ({
  calls: [call],
  document: call.operation.document,
  variables: call.variables,
});

/** As few operations as the api's limits let the calls be. */
export function merged(calls: readonly Call[]): readonly Merged[] {
  const byRoot = new Map<string, Call[]>();
  for (const call of calls) {
    const key = rootKey(call);
    byRoot.set(key, [...(byRoot.get(key) ?? []), call]);
  }
  return [...byRoot.values()].flatMap((all) => all.reduce(added, []));
}

function added(before: readonly Merged[], call: Call): readonly Merged[] {
  const last = before.at(-1);
  const both = last && together(last, call);
  return both === undefined ? [...before, alone(call)] : [...before.slice(0, -1), both];
}

/** Undefined where the two are more than one operation may be. */
function together({ calls, document, variables }: Merged, call: Call): Merged | undefined {
  const selected = selectionOf(call.operation.document);
  const whole = `${document.slice(0, document.lastIndexOf('}'))}${selected} }`;
  const isSmall =
    calls.length < LIMITS.rootFields &&
    whole.length <= LIMITS.documentLength &&
    countOf(whole, TOKEN) <= MOST_TOKENS &&
    countOf(whole, NAME) <= MOST_SELECTIONS;
  return isSmall ? { calls: [...calls, call], document: whole, variables } : undefined;
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** What stands between the outermost brackets. */
const selectionOf = (document: string): string =>
  document.slice(document.indexOf(' { ') + 3, document.lastIndexOf('}'));
