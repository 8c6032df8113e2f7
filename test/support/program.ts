import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const READY_MS = 120_000;

/** A program as the operator runs it, with everything that it writes. */
export class TestProgram {
  private text = '';
  private readonly exited: Promise<number | null>;

  private constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    this.exited = once(child, 'exit').then(([code]) => code as number | null);
  }

  /** @param env besides PATH */
  static async start(name: 'api' | 'worker', env: Readonly<Record<string, string>>): Promise<TestProgram> {
    const entry = fileURLToPath(new URL(`../../dist/apps/${name}/src/main.js`, import.meta.url));
    const child = fork(entry, {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
    });
    const program = new TestProgram(child);
    const timer = setTimeout(() => child.kill('SIGKILL'), READY_MS);
    const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
    clearTimeout(timer);
    if (message !== 'ready') throw new Error(`${name} did not start: ${program.output}`);
    return program;
  }

  /** Standard output and standard error so far. */
  get output(): string {
    return this.text;
  }

  /** Asks it to stop. @returns its exit code, and how long it took */
  async stop(): Promise<{ readonly code: number | null; readonly ms: number }> {
    const startedAt = performance.now();
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
    return { code: await this.exited, ms: performance.now() - startedAt };
  }
}
