import type { GraphQLNamedType, GraphQLSchema } from 'graphql';

/** What costs more than the row that is read for it; in points, of which an object is one. */
const OWN: Readonly<Record<string, number>> = Object.freeze({
  'FollowedMatch.notes': 2,
  'FollowedMatch.steps': 2,
  'Query.barriers': 50,
  'Query.circularity': 100,
  'Query.factorChange': 100,
  'Query.factorSets': 20,
  'Query.figureEntries': 20,
  'Query.firmFigures': 100,
  'CircularityReport.heatByMonth': 20,
  'CircularityReport.indicators': 50,
  'ClusterMap.flows': 100,
  'ClusterMap.sites': 50,
  'CircularityReport.breakdown': 100,
  'FirmFigures.breakdown': 100,
  'Figure.entries': 10,
  'Query.firmGoals': 100,
  'Query.firmRatios': 50,
  'CircularityReport.ratios': 100,
  'GoalProgress.delivered': 10,
  'GoalProgress.forecast': 10,
  'GoalProgress.verified': 10,
  'Query.publicFiguresPreview': 100,
  'Query.readText': 20,
  'Query.suggestMaterials': 20,
  'Listing.asSeenBy': 2,
  'Listing.nearMisses': 50,
  'Listing.versions': 5,
  'Match.value': 5,
  'Match.planSuggestion': 1,
  'Listing.planHint': 1,
  'Plan.result': 50,
  'Workbench.overview': 100,
  'Workbench.unused': 100,
  'Workbench.unknowns': 20,
});
const MUTATION = 10;
/** What is asked of the schema itself costs the same whatever is asked: its shape is held small. */
const META: Readonly<Record<string, number>> = Object.freeze({ __schema: 200, __type: 20 });

/** Undefined for a field that is not asked of the schema itself. */
export const metaPrice = (field: string): number | undefined => META[field];

/** What a field costs beside the objects that it gives. */
export function ownPrice(
  schema: GraphQLSchema,
  type: GraphQLNamedType | null | undefined,
  field: string,
): number {
  if (type === schema.getMutationType() && field !== '__typename') return MUTATION;
  return OWN[`${type?.name}.${field}`] ?? 0;
}

/** How long a list is taken to be that is not asked for by the page. */
const USUAL_LENGTH = 10;
/** Lists that are known to be short: a tree has few storeys, and a page shows the latest years. */
const LENGTHS: Readonly<Record<string, number>> = Object.freeze({
  'Material.broader': 3,
  'Query.publicFiguresPreview': 3,
});

export const usualLength = (type: GraphQLNamedType | null | undefined, field: string): number =>
  LENGTHS[`${type?.name}.${field}`] ?? USUAL_LENGTH;

/** A connection and its edges are wrapping: one point for the page, and what is counted are the nodes. */
export function wrapping({ name }: GraphQLNamedType): 'page' | 'nothing' | undefined {
  if (name.endsWith('Connection')) return 'page';
  return name.endsWith('Edge') || name === 'PageInfo' ? 'nothing' : undefined;
}
