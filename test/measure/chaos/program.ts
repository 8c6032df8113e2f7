import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const READY_MS = 60_000;
const AGAIN_MS = 300;
/** Of what a program writes, the end is kept, to be told when something is wrong. */
const KEPT = 20_000;

export type ProgramName = 'api' | 'worker';

/** One of the product's programs as a process of its own, started again whenever it ends, as a supervisor would. */
export class Program {
  /** When it was ready last, milliseconds of `performance.now()`; undefined while it is down. */
  readySince: number | undefined;
  /** How often it ended although nobody had killed it. */
  ownEnds = 0;
  private child: ChildProcess | undefined;
  private said = '';
  private wanted = true;
  private killed = false;
  private life: Promise<void> = Promise.resolve();

  constructor(
    readonly name: ProgramName,
    readonly label: string,
    private readonly root: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  async start(): Promise<void> {
    if (!(await this.comesUp())) throw new Error(`${this.label} did not start: ${this.lastWords}`);
    this.life = this.watch();
  }

  get isUp(): boolean {
    return this.readySince !== undefined;
  }

  /** Undefined before it was started. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** What it wrote last. */
  get lastWords(): string {
    return this.said.slice(-KEPT);
  }

  /** As a power cut would. @returns false when it is down already */
  kill(): boolean {
    if (!this.isUp) return false;
    this.killed = true;
    this.readySince = undefined;
    this.child?.kill('SIGKILL');
    return true;
  }

  async stop(): Promise<void> {
    this.wanted = false;
    const { child } = this;
    if (child !== undefined && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await gone;
      clearTimeout(timer);
    }
    await this.life;
  }

  private async watch(): Promise<void> {
    while (this.wanted) {
      const { child } = this;
      if (child !== undefined && child.exitCode === null && child.signalCode === null)
        await once(child, 'exit');
      this.readySince = undefined;
      if (!this.wanted) return;
      if (!this.killed) this.ownEnds += 1;
      this.killed = false;
      do await pause(AGAIN_MS);
      while (this.wanted && !(await this.comesUp()));
    }
  }

  /** A start may fail, for want of a database; that is no ending of its own. */
  private async comesUp(): Promise<boolean> {
    // From the root of the package, where npm runs its scripts.
    const child = fork(resolve(this.root, `dist/apps/${this.name}/src/main.js`), {
      cwd: this.root,
      env: { PATH: process.env['PATH'] ?? '', ...this.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream
        ?.setEncoding('utf8')
        .on('data', (text: string) => (this.said = (this.said + text).slice(-2 * KEPT)));
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), READY_MS);
    const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
    clearTimeout(timer);
    if (message !== 'ready') return false;
    this.readySince = performance.now();
    return true;
  }
}

/** Programs that stand still while something else goes on. */
export async function whileHalted<T>(programs: readonly Program[], work: () => Promise<T>): Promise<T> {
  const pids = programs.flatMap(({ pid }) => pid ?? []);
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  try {
    return await work();
  } finally {
    for (const pid of pids) process.kill(pid, 'SIGCONT');
  }
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
