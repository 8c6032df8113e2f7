import type { HintState } from '#operations';

export const TABS = ['list', 'import', 'workshops'] as const;
export type Tab = (typeof TABS)[number];

export const STATES = ['UNCLAIMED', 'TIED', 'CLAIMED', 'REJECTED'] as const satisfies readonly HintState[];

/** What the page of hints shows; the address holds it. */
export interface HintsSearch {
  readonly tab?: Tab;
  readonly state?: HintState;
}

/**
 * What an address says, without what it cannot mean.
 *
 * @example hintsSearch({ tab: 'list', state: 'GONE' }) // { tab: 'list' }
 */
export function hintsSearch({ tab, state }: Record<string, unknown>): HintsSearch {
  const knownTab = TABS.find((one) => one === tab);
  const knownState = STATES.find((one) => one === state);
  return {
    ...(knownTab !== undefined && { tab: knownTab }),
    ...(knownState !== undefined && { state: knownState }),
  };
}
