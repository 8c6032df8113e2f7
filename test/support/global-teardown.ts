import { rmSync } from 'node:fs';

export default async function globalTeardown(): Promise<void> {
  const server = globalThis.bistromTestServer;
  if (server === undefined) return;
  await server.stop();
  rmSync(server.folder, { recursive: true, force: true });
}
