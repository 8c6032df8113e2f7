import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** One text of a built file, and what stands there instead. */
export interface Opening {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A copy of what was built, with its rules opened: what the probe must not let pass. */
export class Opened {
  private constructor(readonly root: string) {}

  /** @throws Error when a text to be replaced is not there once: then the copy would be no other than the original */
  static from(openings: readonly Opening[]): Opened {
    const root = mkdtempSync(join(tmpdir(), 'bistrom-opened-'));
    for (const name of ['package.json', 'data']) cpSync(name, join(root, name), { recursive: true });
    for (const name of ['apps', 'libs'])
      cpSync(join('dist', name), join(root, 'dist', name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    for (const { file, from, to } of openings) {
      const path = join(root, 'dist', file);
      const [before, after, ...more] = readFileSync(path, 'utf8').split(from);
      if (before === undefined || after === undefined || more.length > 0)
        throw new Error(`${file} has not exactly one "${from}".`);
      writeFileSync(path, `${before}${to}${after}`);
    }
    return new Opened(root);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
