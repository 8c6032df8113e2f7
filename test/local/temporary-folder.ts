import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that another user may pass through, as PostgreSQL must when the tests run as root. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bistrom-test-'));
  chmodSync(folder, 0o711);
  return folder;
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });
