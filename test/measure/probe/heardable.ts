import type pg from 'pg';
import { TOPICS } from '#domain';
import type { Call } from './calls.js';
import type { Identity } from './cast.js';

/** For whom there is an event, by its type. */
const EVENTS = `
  select distinct type, coalesce(h.person_id, e.firm_id::text, e.cluster_id::text) as whom
    from event e left join watch_hit h on e.type = 'watchFound' and h.id = e.watch_hit_id`;

const TYPES: Readonly<Record<string, readonly string[]>> = TOPICS;

/** Who must be told something by which subscription, so that a silence means only that the server is busy. */
export class Heardable {
  private constructor(private readonly whom: ReadonlySet<string>) {}

  static async read(client: pg.Client): Promise<Heardable> {
    const { rows } = await client.query<{ type: string; whom: string }>(EVENTS);
    return new Heardable(new Set(rows.map(({ type, whom }) => `${type} ${whom}`)));
  }

  /** Everything is replayed to whom it is for, where no one listing, match or watch is asked about. */
  expects(identity: Identity, { operation, variables }: Call): boolean {
    if (operation.kind !== 'subscription') return false;
    const narrowed = ['listingId', 'matchId', 'watchId'].some((name) => variables[name] !== undefined);
    if (narrowed) return false;
    const types = TYPES[operation.root.name.replace(/(?:Found|Changed)$/, '')] ?? [];
    return types.some((type) => this.whom.has(`${type} ${hears(identity, type, variables) ?? ''}`));
  }
}

/** Under which id the identity is told of events of the type, if it is told of them. */
function hears(
  { firmId, personId, clusterIds, role }: Identity,
  type: string,
  { clusterId }: Call['variables'],
): string | undefined {
  if (type === 'watchFound') return personId;
  if (!type.startsWith('figures')) return firmId;
  const isTold = type === 'figuresPublished' ? role !== undefined : role !== 'firm';
  return isTold && clusterIds.some((id) => id === clusterId) ? String(clusterId) : undefined;
}
