import type { MaterialBase, MaterialLink } from './material.js';

/** Part of the suitability that survives each level by which the offer is vaguer than the wish. */
const VAGUER = 0.6;
/** An offer narrower than the wish is what was asked for; a little is kept back for the part not meant. */
const NARROWER = 0.97;

type Links = Map<string, MaterialLink>;

/** Every wish that an offered material answers, each with its best link; a tie goes to the first found. */
export function linksFrom(base: MaterialBase, offered: string): ReadonlyMap<string, MaterialLink> {
  const links: Links = new Map();
  addBranch(base, offered, links);
  base.pathToRoot(offered).forEach((from, up) => {
    for (const row of base.substitutionsOf(from)) {
      base.pathToRoot(row.servesAs).forEach((wanted, above) => {
        keepBest(links, wanted, { ...row, suitability: row.suitability * NARROWER ** (up + above) });
      });
      for (const { code, depth } of below(base, row.servesAs)) {
        keepBest(links, code, { ...row, suitability: row.suitability * NARROWER ** up * VAGUER ** depth });
      }
    }
  });
  return links;
}

function addBranch(base: MaterialBase, offered: string, links: Links): void {
  base.pathToRoot(offered).forEach((wanted, up) => {
    keepBest(
      links,
      wanted,
      up === 0 ? asIs(1, 'the same material') : asIs(NARROWER ** up, 'a kind of what is asked for'),
    );
  });
  for (const { code, depth } of below(base, offered)) {
    keepBest(links, code, asIs(VAGUER ** depth, 'stated more broadly than what is asked for'));
  }
}

function keepBest(
  links: Links,
  wanted: string,
  { suitability, ratio, treatment, limits, displaces, evidence }: MaterialLink,
): void {
  if (suitability <= (links.get(wanted)?.suitability ?? 0)) return;
  links.set(wanted, { suitability, ratio, treatment, limits, displaces, evidence });
}

/** Nodes under one, each with how many levels below it lies. */
function below(
  base: MaterialBase,
  code: string,
): readonly { readonly code: string; readonly depth: number }[] {
  const depth = base.pathToRoot(code).length;
  return base
    .descendants(code)
    .slice(1)
    .map((one) => ({ code: one, depth: base.pathToRoot(one).length - depth }));
}

const asIs = (suitability: number, evidence: string): MaterialLink => ({
  suitability,
  ratio: 1,
  treatment: 'none',
  limits: [],
  evidence,
});
