import { rmSync } from 'node:fs';

export default async function globalTeardown(): Promise<void> {
  for (const server of globalThis.bistromTestServers ?? []) {
    await server.stop();
    rmSync(server.folder, { recursive: true, force: true });
  }
}
