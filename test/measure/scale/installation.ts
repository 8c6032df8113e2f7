import type { Chance } from '../../support/chance.js';
import type { Costs } from './costs.js';
import type { Route, Station, Visit } from './queueing.js';

/** How many of everything there are, and what is asked of them. */
export interface Plan {
  readonly listings: number;
  readonly apis: number;
  readonly workers: number;
  readonly primaryCores: number;
  /** Machines that answer reads; none: the primary does. */
  readonly replicas: number;
  readonly replicaCores: number;
  /** The queue in Redis or Valkey, or in the primary. */
  readonly redis: boolean;
  /** Firms with an open page that hear of a publication. */
  readonly firmsThatHear: number;
  readonly readsAPublication: number;
  /** Workers that read each change for themselves; with one reader that passes it on, 1. */
  readonly readersAChange: number;
}

/** One core each: a program of ours is one thread of JavaScript. Programs and databases run on machines of their own. */
export function stationsOf(plan: Plan): readonly Station[] {
  return [
    { name: 'api', servers: plan.apis },
    { name: 'worker', servers: plan.workers },
    { name: 'primary', servers: plan.primaryCores },
    ...(plan.replicas > 0 ? [{ name: 'replicas', servers: plan.replicas * plan.replicaCores }] : []),
    ...(plan.redis ? [{ name: 'redis', servers: 1 }] : []),
  ];
}

/** Seconds of the search of one listing: 1.5 is the measured exponent of a full run, so one listing grows with the root. */
export const searchS = (costs: Costs, listings: number): number =>
  costs.searchAtMillionS * Math.sqrt(listings / 1e6);

/** Mean seconds of every visit, so that saturation is reckoned from the same numbers that are drawn around. */
interface Mean extends Visit {
  readonly meanS: number;
}

/** A publication until it is on the screens, reads beside it, and what every worker reads to keep its index. */
export function routesOf(plan: Plan, costs: Costs, publicationsPerSecond: number): readonly Route[] {
  const visit = (station: string, meanS: number): Mean => ({
    station,
    meanS,
    seconds: (chance: Chance) => meanS * (chance.ofAny(costs.shape) ?? 1),
  });
  const queue = plan.redis ? visit('redis', costs.queueS) : visit('primary', 2 * costs.queueS);
  const reads = plan.replicas > 0 ? 'replicas' : 'primary';
  return [
    {
      name: 'publication',
      perSecond: publicationsPerSecond,
      visits: [
        visit('api', costs.publishApiS),
        visit('primary', costs.publishDatabaseS),
        queue,
        visit('worker', costs.matchWorkerS + searchS(costs, plan.listings)),
        visit('primary', costs.matchDatabaseS),
        visit(reads, costs.hearDatabaseS * plan.firmsThatHear),
        visit('api', costs.hearApiS * plan.firmsThatHear),
      ],
    },
    {
      name: 'read',
      perSecond: publicationsPerSecond * plan.readsAPublication,
      visits: [visit('api', costs.readApiS), visit(reads, costs.readDatabaseS)],
    },
    {
      name: 'change',
      perSecond: publicationsPerSecond * plan.readersAChange,
      visits: [visit(reads, costs.changeDatabaseS)],
    },
  ];
}

/** @throws TypeError for a visit that this file did not make */
export function meanOf(visit: Visit): number {
  if (!('meanS' in visit) || typeof visit.meanS !== 'number') throw new TypeError('A visit without a mean');
  return visit.meanS;
}

/** Bytes that each worker holds of the whole market, and that the database stores. */
export const sizesOf = (
  plan: Plan,
  costs: Costs,
): { readonly indexBytes: number; readonly databaseBytes: number } => ({
  indexBytes: costs.indexBytesAMillion * (plan.listings / 1e6),
  databaseBytes: costs.databaseBytesAListing * plan.listings,
});

/** More than this no single server has that is sold without asking. */
const MOST_CORES = 64;

/** A step further, and what it was. */
export interface Remedy {
  readonly what: string;
  readonly plan: Plan;
}

/** What is done about the station that bends first; undefined where this design has no more to give. */
export function remedyFor(plan: Plan, station: string): Remedy | undefined {
  switch (station) {
    case 'api':
      return { what: `${plan.apis * 2} apis`, plan: { ...plan, apis: plan.apis * 2 } };
    case 'worker':
      return { what: `${plan.workers * 2} workers`, plan: withWorkers(plan, plan.workers * 2) };
    case 'replicas':
      return plan.readersAChange > 1 && plan.replicas >= 8
        ? { what: 'one reader of changes', plan: { ...plan, readersAChange: 1 } }
        : { what: `${plan.replicas * 2} replicas`, plan: { ...plan, replicas: plan.replicas * 2 } };
    case 'primary':
      return relieved(plan);
    default:
      return undefined;
  }
}

const withWorkers = (plan: Plan, workers: number): Plan => ({
  ...plan,
  workers,
  readersAChange: plan.readersAChange === 1 ? 1 : workers,
});

function relieved(plan: Plan): Remedy | undefined {
  if (plan.replicas === 0) return { what: 'two replicas for reads', plan: { ...plan, replicas: 2 } };
  if (!plan.redis) return { what: 'the queue in Redis', plan: { ...plan, redis: true } };
  const primaryCores = plan.primaryCores * 2;
  return primaryCores > MOST_CORES
    ? undefined
    : { what: `a primary of ${primaryCores} cores`, plan: { ...plan, primaryCores } };
}
