import type { Market } from '#market';
import { suggest } from './entries.js';
import { share } from './rank.js';
import type { Exchange } from './exchanges.js';

/** What the text of a flow's by-product was taken for. */
export interface Suggested {
  readonly flow: Exchange;
  readonly materials: readonly {
    readonly code: string;
    readonly class: string;
    readonly confidence: number;
  }[];
}

const FIRST = 5;

export const suggestedFor = (market: Market, flows: readonly Exchange[]): readonly Suggested[] =>
  flows.map((flow) => ({
    flow,
    materials: suggest(market, flow.byproduct, 'OFFER', flow.donor, FIRST).map(({ code, confidence }) => ({
      code,
      confidence,
      class: market.materials.material(code)?.class ?? '',
    })),
  }));

/** Share of flows whose class is that of one of the first suggestions. */
export const classTop = (all: readonly Suggested[], first: number): number =>
  share(all, ({ flow, materials }) =>
    materials.slice(0, first).some((one) => one.class === flow.materialClass),
  );
