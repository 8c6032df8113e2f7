import type { Trust } from '../effects/factor-set.js';
import type { Range } from '../quantity/range.js';
import type { NamedRatio, UnitKind } from '../quantity/unit.js';

/** Whether a node names what arises, what is asked for, or what industry has one word for. */
export type MaterialRole = 'by_product' | 'input' | 'both';

/** A property with the interval that is usual for it, or that a use allows; open ends are infinite. */
export interface PropertyRange {
  readonly property: string;
  readonly range: Range;
  readonly unit?: string | undefined;
  /** `wet` or `dry`, where a share of the mass is meant. */
  readonly basis?: string | undefined;
}

/** What a stream is and can do, not only where it arose. The tree is data (data/materials/nodes/). */
export interface Material {
  readonly code: string;
  readonly parent: string | null;
  readonly class: string;
  readonly role: MaterialRole;
  readonly labels: { readonly nb: string; readonly en: string };
  readonly synonyms: { readonly nb: readonly string[]; readonly en: readonly string[] };
  /** The unit that people state this material in; its kind is the kind of the whole family. */
  readonly unit: string;
  /** Waste codes (EWC/EAL) under which the material travels when it is waste, hazardous twins included. */
  readonly wasteCodes: readonly string[];
  /** NACE Rev. 2 divisions that typically give it, and those that typically take it. */
  readonly givers: readonly string[];
  readonly takers: readonly string[];
  readonly properties: readonly PropertyRange[];
  /** Keys of the rules of law that usually apply (data/materials/legal.csv). */
  readonly legal: readonly string[];
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
  /** What practice asks of the by-product for this use, where the taker states nothing of its own. */
  readonly limits: readonly PropertyRange[];
  /** Production factor really displaced by this use; absent: that of the input. */
  readonly displaces?: string | undefined;
  readonly evidence: string;
  /** Where the evidence was read, and how far it can be trusted. */
  readonly source: string;
  readonly confidence: Trust;
}

/** How an offered material answers a wanted one. */
export interface MaterialLink {
  readonly suitability: number;
  readonly ratio: number;
  readonly treatment: string;
  readonly limits: readonly PropertyRange[];
  readonly displaces?: string | undefined;
  readonly evidence: string;
}

/** The material tree with its substitution table, indexed for the questions that matching asks. */
export interface MaterialBase {
  readonly get: (code: string) => Material | undefined;
  readonly all: readonly Material[];
  readonly substitutions: readonly Substitution[];
  readonly pathToRoot: (code: string) => readonly string[];
  readonly descendants: (code: string) => readonly string[];
  readonly substitutionsOf: (byProduct: string) => readonly Substitution[];
  /** Every wish that a material answers, with the best link to it; worked out once. */
  readonly linksOf: (offered: string) => ReadonlyMap<string, MaterialLink>;
  /** Every material that answers a wish, in the order of `all`. */
  readonly answersOf: (wanted: string) => readonly string[];
}

export type { UnitKind };
