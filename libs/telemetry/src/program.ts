import { healthOf, type Health } from './health.js';
import type { Metrics } from './metrics.js';

/** What api and worker are both asked about. */
export interface Program {
  readonly isStopping: () => boolean;
  readonly isReady: () => Promise<boolean>;
  /** Seconds that the oldest job request has waited, and the most that it may. */
  readonly lagSeconds: () => Promise<number>;
  readonly mostLagSeconds: number;
}

export const programHealth = ({ isStopping, isReady, lagSeconds, mostLagSeconds }: Program): Health =>
  healthOf({
    program: () => (isStopping() ? 'stopping' : 'ok'),
    database: async () => ((await isReady()) ? 'ok' : 'migrations are missing'),
    outbox: async () => ((await lagSeconds()) <= mostLagSeconds ? 'ok' : 'far behind'),
  });

export function poolGauges(
  figures: Metrics,
  pool: () => { readonly inUse: number; readonly waiting: number },
): void {
  figures.gauge('pool_connections_in_use', 'Connections of the pool in use.', () => pool().inUse);
  figures.gauge('pool_waiting', 'Callers waiting for a connection.', () => pool().waiting);
}
