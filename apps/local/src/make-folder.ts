import { chmodSync, mkdirSync } from 'node:fs';

/** Makes a folder where there is none. Root's lets the database's own user pass through, whatever the umask says. */
export function makeFolder(path: string): void {
  if (mkdirSync(path, { recursive: true }) === undefined) return;
  chmodSync(path, process.getuid?.() === 0 ? 0o711 : 0o700);
}
