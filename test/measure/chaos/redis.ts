import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../../../apps/local/src/free-port.js';
import { pause } from './program.js';

const PREFERRED_PORT = 26_379;
const READY_MS = 10_000;

/** A redis-server of the command's own that keeps nothing: killed, it comes back empty. */
export class OwnRedis {
  private child: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly folder: string,
  ) {}

  /** Whether there is a redis-server on the PATH. */
  static isThere(): boolean {
    return spawnSync('redis-server', ['--version']).status === 0;
  }

  static async start(): Promise<OwnRedis> {
    const folder = mkdtempSync(join(tmpdir(), 'bistrom-redis-'));
    const redis = new OwnRedis(await freePort(PREFERRED_PORT), folder);
    await redis.run();
    return redis;
  }

  async killAndRevive(downMs: number): Promise<void> {
    await this.kill();
    await pause(downMs);
    await this.run();
  }

  empty(): Promise<void> {
    return this.ask(async (client) => void (await client.flushall()));
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async run(): Promise<void> {
    const settings = ['--bind', '127.0.0.1', '--dir', this.folder, '--save', '', '--appendonly', 'no'];
    const child = spawn('redis-server', ['--port', String(this.port), ...settings], { stdio: 'ignore' });
    this.child = child;
    for (const until = Date.now() + READY_MS; Date.now() < until; await pause(50)) {
      const isUp = await this.ask((client) => client.ping()).catch(() => undefined);
      if (isUp !== undefined) return;
    }
    throw new Error(`redis-server does not answer on port ${this.port}.`);
  }

  private async ask<T>(work: (client: Redis) => Promise<T>): Promise<T> {
    const client = new Redis(this.port, '127.0.0.1', { lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await work(client);
    } finally {
      client.disconnect();
    }
  }
}
