import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** Of the build in the folder that tests and commands are run in. */
const LAUNCHER = resolve('dist/apps/local/src/main.js');

/** The launcher as `npm start` runs it after the build, in a process group of its own. */
export interface Launched {
  readonly child: ChildProcess;
  /** What it has said so far. */
  readonly lines: string[];
  readonly url: string;
}

/**
 * @param folder where its data lies
 * @param password of the demo's logins
 * @returns when the demo is there; with `--reset`, when it has ended
 */
export async function launch(
  folder: string,
  password: string,
  args: readonly string[] = [],
): Promise<Launched> {
  const env = { PATH: process.env['PATH'] ?? '', BISTROM_DATA: folder, BISTROM_DEMO_PASSWORD: password };
  const child = spawn(process.execPath, [LAUNCHER, ...args], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      lines.push(
        ...data
          .toString()
          .split('\n')
          .filter((line) => line !== ''),
      );
      const url = /^Ready on (.*)$/.exec(lines.at(-1) ?? '')?.[1];
      if (url !== undefined) resolve(url);
    });
    child.on('exit', (code) =>
      code === 0 ? resolve('') : reject(new Error(`The launcher ended with ${code}:\n${lines.join('\n')}`)),
    );
  });
  return { child, lines, url: await ready };
}

/** @returns how long it took, ms */
export async function stop({ child }: Launched): Promise<number> {
  const started = performance.now();
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
  return performance.now() - started;
}
