import { firmIdsOf, SYSTEM, type Actor } from '#domain';
import pg from 'pg';
import type { Role } from './roles.js';

/** The installation itself is whatever it is needed as; everybody else is one of its people. */
export const roleOf = (actor: Actor): Role => (actor === SYSTEM ? 'bistrom_installation' : 'bistrom_app');

/**
 * The statement that makes a transaction the actor's: its role and what the policies ask of the actor, until the
 * transaction ends and not a moment longer. One statement without parameters, so that it can travel with the `begin`.
 */
export function standingOf(actor: Actor, role: Role): string {
  const facts: Readonly<Record<string, string>> = {
    role,
    'bistrom.person_id': actor.personId,
    'bistrom.firm_ids': listed(firmIdsOf(actor)),
    'bistrom.firm_cluster_ids': listed(actor.firms.flatMap((one) => one.clusterIds)),
    'bistrom.cluster_ids': listed(actor.clusters.map((one) => one.clusterId)),
    'bistrom.staff_cluster_ids': listed(
      actor.clusters.filter((one) => one.role === 'cluster_staff').map((one) => one.clusterId),
    ),
  };
  const set = Object.entries(facts).map(([name, value]) => `set_config('${name}', ${literal(value)}, true)`);
  return `select ${set.join(', ')}`;
}

const listed = (ids: readonly string[]): string => `{${[...new Set(ids)].join(',')}}`;
const literal = (text: string): string => pg.escapeLiteral(text);
