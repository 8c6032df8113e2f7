import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { pause } from './process-life.js';

export interface Program {
  readonly name: string;
  /** A JavaScript file. */
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  /** Up when it has sent `'ready'`; without this, up when it runs. */
  readonly readyWhen?: 'message';
}

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;
/** A program that ran this long starts over with the shortest wait. */
const SETTLED_MS = 10_000;
const MOST_FAILED_STARTS = 5;
const STOP_MS = 3_500;

/** One program, started again whenever it dies, until it is stopped. */
export class RunningProgram {
  /** Resolves when the program is up for the first time; rejects when it keeps dying before that. */
  readonly ready: Promise<void>;
  private settleReady!: { resolve: () => void; reject: (reason: Error) => void };
  private child: ChildProcess | undefined;
  private restart: NodeJS.Timeout | undefined;
  private startedAt = 0;
  private deaths = 0;
  private up = false;
  private stopping = false;

  constructor(
    private readonly program: Program,
    private readonly say: (line: string) => void,
  ) {
    this.ready = new Promise((resolve, reject) => (this.settleReady = { resolve, reject }));
    // Whoever awaits `ready` still sees the rejection; unawaited it must not end the launcher.
    this.ready.catch(() => undefined);
    this.start();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.restart);
    this.settleReady.reject(new Error(`${this.program.name} was stopped before it was up.`));
    const { child } = this;
    if (child === undefined) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    if (await Promise.race([gone.then(() => true), pause(STOP_MS, 'unref').then(() => false)])) return;
    this.say(`${this.program.name} did not stop in ${STOP_MS / 1000} s and is ended.`);
    child.kill('SIGKILL');
    await gone;
  }

  private start(): void {
    this.startedAt = Date.now();
    const { name, entry, env, readyWhen } = this.program;
    // Detached: a Ctrl-C in the terminal goes to the launcher alone, which then stops things in order.
    const child = fork(entry, {
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
      detached: true,
    });
    this.child = child;
    passThrough(child.stdout, process.stdout, name);
    passThrough(child.stderr, process.stderr, name);
    if (readyWhen === undefined) child.once('spawn', () => this.becomeReady());
    child.on('message', (message) => message === 'ready' && this.becomeReady());
    // Also emitted when a signal or message cannot be sent; only without a pid has the start failed.
    child.on('error', (error) => child.pid === undefined && this.died(child, error.message));
    child.once('exit', (code, signal) => this.died(child, signal ?? `code ${code}`));
  }

  private becomeReady(): void {
    this.up = true;
    this.settleReady.resolve();
  }

  private died(child: ChildProcess, how: string): void {
    if (this.child !== child) return;
    this.child = undefined;
    if (this.stopping) return;
    this.deaths = Date.now() - this.startedAt > SETTLED_MS ? 1 : this.deaths + 1;
    if (!this.up && this.deaths >= MOST_FAILED_STARTS) {
      this.settleReady.reject(
        new Error(`${this.program.name} does not start: ${this.deaths} tries, last ${how}.`),
      );
    }
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (this.deaths - 1), LONGEST_WAIT_MS);
    this.say(`${this.program.name} ended (${how}); starting it again in ${wait / 1000} s.`);
    this.restart = setTimeout(() => this.start(), wait);
  }
}

function passThrough(from: Readable | null, to: Writable, name: string): void {
  if (from === null) return;
  createInterface({ input: from, crlfDelay: Infinity }).on('line', (line) => to.write(`[${name}] ${line}\n`));
}
