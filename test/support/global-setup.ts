import { mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#store';
import type { PrivatePostgres } from '../../apps/local/src/postgres/private-postgres.js';

interface TestServer {
  stop(): Promise<void>;
  readonly folder: string;
}

declare global {
  var bistromTestServers: readonly TestServer[] | undefined;
}

const FIRST_PORT = 57_432;
/** The servers look for a free port at the same time. */
const APART = 20;

/**
 * A real PostgreSQL for each worker of jest, migrated once; every test file copies that database for itself. One for all
 * would not do: an open transaction holds back the events of every database of its server.
 */
export default async function globalSetup({ maxWorkers }: { readonly maxWorkers: number }): Promise<void> {
  const workers = Array.from({ length: maxWorkers }, (_, at) => at + 1);
  globalThis.bistromTestServers = await Promise.all(workers.map((worker) => started(worker)));
}

async function started(worker: number): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'bistrom-test-'));
  // The database runs as another user when we are root: it must be able to pass through.
  chmodSync(folder, 0o711);
  const built = new URL('../../dist/apps/local/src/postgres/private-postgres.js', import.meta.url).href;
  const { startPrivatePostgres } = (await import(built)) as {
    startPrivatePostgres(options: object): Promise<PrivatePostgres>;
  };
  const preferredPort = FIRST_PORT + (worker - 1) * APART;
  const server = await startPrivatePostgres({ dataFolder: folder, preferredPort, durable: false });
  await migrate(server.url, undefined, server.programsUrl);
  // The names that test-server.ts reads; jest loads this file alone.
  process.env[`BISTROM_TEST_DATABASE_${worker}`] = server.url;
  process.env[`BISTROM_TEST_PROGRAMS_${worker}`] = server.programsUrl;
  return { stop: () => server.stop(), folder };
}
