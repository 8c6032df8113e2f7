import type { NamedRatio, UnitKind } from '../quantity/unit.js';

/** What a stream is and can do, not only where it arose. The tree is data (data/materials/materials.csv). */
export interface Material {
  readonly code: string;
  readonly parent: string | null;
  readonly class: string;
  readonly labels: { readonly nb: string; readonly en: string };
  readonly synonyms: { readonly nb: readonly string[]; readonly en: readonly string[] };
  /** The unit that people state this material in; its kind is the kind of the whole family. */
  readonly unit: string;
  /** Waste codes (EWC/EAL) under which the material travels when it is waste, hazardous twins included. */
  readonly wasteCodes: readonly string[];
  /** Road distance beyond which moving it seldom pays, km. */
  readonly reachKm: number;
  /** Whether giver and taker may be out of step in time: heat and furnace gas may not. */
  readonly storable: boolean;
  readonly density?: NamedRatio | undefined;
  readonly heatingValue?: NamedRatio | undefined;
  /** Key in the factor set: making the virgin equivalent, per own unit. */
  readonly productionFactor?: string | undefined;
  /** Key in the factor set: what the stream meets when nobody takes it, per own unit. */
  readonly disposalFactor?: string | undefined;
}

/** "This by-product can serve as that input." */
export interface Substitution {
  readonly byProduct: string;
  readonly servesAs: string;
  /** Own units of the input replaced by one own unit of the by-product: quality loss makes it less than one. */
  readonly ratio: number;
  /** 0–1: how readily practice accepts it. */
  readonly suitability: number;
  /** Key of a treatment factor; `none` where it can be used as it comes. */
  readonly treatment: string;
  /** Production factor really displaced by this use; absent: that of the input. */
  readonly displaces?: string | undefined;
  readonly evidence: string;
}

/** How an offered material answers a wanted one. */
export interface MaterialLink {
  readonly suitability: number;
  readonly ratio: number;
  readonly treatment: string;
  readonly displaces?: string | undefined;
  readonly evidence: string;
}

export type { UnitKind };
