import { mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#store';
import type { PrivatePostgres } from '../../apps/local/src/postgres/private-postgres.js';

declare global {
  var bistromTestServer: { stop(): Promise<void>; folder: string } | undefined;
}

/** A real PostgreSQL for the whole run, migrated once; every test file copies that database for itself. */
export default async function globalSetup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bistrom-test-'));
  // The database runs as another user when we are root: it must be able to pass through.
  chmodSync(folder, 0o711);
  const built = new URL('../../dist/apps/local/src/postgres/private-postgres.js', import.meta.url).href;
  const { startPrivatePostgres } = (await import(built)) as {
    startPrivatePostgres(options: object): Promise<PrivatePostgres>;
  };
  const server = await startPrivatePostgres({ dataFolder: folder, preferredPort: 57_432, durable: false });
  globalThis.bistromTestServer = { stop: () => server.stop(), folder };
  await migrate(server.url, undefined, server.programsUrl);
  process.env['BISTROM_TEST_DATABASE'] = server.url;
  process.env['BISTROM_TEST_PROGRAMS'] = server.programsUrl;
}
