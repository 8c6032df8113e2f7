import { readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { commandOf, endsWithin } from '../process-life.js';
import { send } from './server.js';

/**
 * Ends what a killed server left behind. A backend in the middle of a long query does not notice that its
 * server is gone, and keeps the next one from starting; its work is lost either way.
 * Where the machine has no /proc, the next start waits for them instead.
 */
export async function endOrphans(cluster: string): Promise<void> {
  const orphans = processes().filter((pid) => worksIn(pid, cluster) && /^postgres: /.test(commandOf(pid)));
  for (const pid of orphans) send(pid, 'SIGKILL');
  await Promise.all(orphans.map((pid) => endsWithin(pid, 2_000)));
}

function processes(): readonly number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Every process of a server works in its data directory. */
function worksIn(pid: number, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}
