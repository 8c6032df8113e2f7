import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const builtAt = (): number => {
  const index = join(root, 'dist/web/index.html');
  return existsSync(index) ? statSync(index).mtimeMs : 0;
};

/** Of everything that is bundled into the page. */
const changedAt = (): number => {
  const files = ['apps/web', 'libs/domain/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(root, folder, file),
    ),
  );
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
};

/** Builds only where something has changed. */
export async function buildGraphiql(): Promise<void> {
  await promisify(execFile)(process.execPath, ['scripts/build-graphiql.mjs'], { cwd: root });
}

/** The tests' build is of the programs alone. Call it before the server starts: that looks for the page once. */
export async function buildPage(): Promise<void> {
  if (builtAt() > changedAt()) return;
  const shell = process.platform === 'win32';
  // Jest's own NODE_ENV would bundle React's larger build for developers.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)('npm', ['run', '-s', 'build:web'], { cwd: root, shell, env });
}
