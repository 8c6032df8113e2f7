import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#store';
import { freePort } from '../../../apps/local/src/free-port.js';
import { readPidFile } from '../../../apps/local/src/postgres/pid-file.js';
import {
  startPrivatePostgres,
  type PrivatePostgres,
} from '../../../apps/local/src/postgres/private-postgres.js';
import type { MatchingPath } from '../matching-path.js';
import { Program, type ProgramName } from './program.js';
import { OwnRedis } from './redis.js';
import { TcpProxy } from './tcp-proxy.js';

export type QueueBackend = 'postgres' | 'redis';

export interface StageOptions {
  readonly backend: QueueBackend;
  /** Where the workers look for candidates. */
  readonly index?: MatchingPath;
  /** Folder with the package and what was built of it. */
  readonly root?: string;
  /** Of each program. */
  readonly of?: number;
  /** False where nothing is cut: programs and clients then meet without a proxy between them. */
  readonly proxied?: boolean;
}

/** A program with the connections that can be cut: to its database, to Redis, and that of its clients to it. */
export interface Staged {
  readonly program: Program;
  readonly links: readonly TcpProxy[];
  readonly url: string;
  /** Past the proxy: what an outage of the database is measured at. */
  readonly ownUrl: string;
}

/** Below those that the system gives to outgoing connections: one of them would take the port of what is down. */
const DATABASE_PORT = 25_832;
const FIRST_PORT = 23_500;
const SECRET = 'only-for-the-chaos-0123456789-abcdefghij-KLMNO';
/** Everybody goes on asking while nothing answers; the buckets have their own tests. */
const COST_A_MINUTE = 100_000_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** PostgreSQL, Redis where it is asked for, and two of each program, each a process of its own on links that can fail. */
export class Stage {
  readonly programs: Staged[] = [];
  redis: OwnRedis | undefined;
  /** Calls when PostgreSQL answers again after it was killed. */
  onDatabaseReturn: () => void = () => undefined;
  /** Whether it answers, and since when, of `performance.now()`. */
  readonly databaseLife = { isUp: true, since: 0 };
  private readonly folder = mkdtempSync(join(tmpdir(), 'bistrom-chaos-'));
  private database: PrivatePostgres | undefined;

  private constructor(private readonly root: string) {
    // The database runs as another user when we are root: it must be able to pass through.
    chmodSync(this.folder, 0o711);
  }

  /** Puts it up, lets the work have it, and clears it away, also when the command is interrupted. */
  static async with<T>(options: StageOptions, work: (stage: Stage) => Promise<T>): Promise<T> {
    const stage = new Stage(options.root ?? '.');
    const interrupted = (): void => void stage.clear().finally(() => process.exit(1));
    for (const signal of SIGNALS) process.once(signal, interrupted);
    try {
      await stage.putUp(options);
      return await work(stage);
    } finally {
      for (const signal of SIGNALS) process.off(signal, interrupted);
      await stage.clear();
    }
  }

  /** As the owner of the tables, past every proxy. */
  get databaseUrl(): string {
    return this.theDatabase.url;
  }

  get apis(): readonly Staged[] {
    return this.programs.filter(({ program }) => program.name === 'api');
  }

  of(name: ProgramName): readonly Staged[] {
    return this.programs.filter(({ program }) => program.name === name);
  }

  /** The launcher of the product sees that it is gone and starts it again. */
  killDatabase(): void {
    const found = readPidFile(this.theDatabase.folder);
    if (found.kind !== 'running') return;
    this.databaseLife.isUp = false;
    process.kill(found.pid, 'SIGKILL');
  }

  private databaseReturned(): void {
    Object.assign(this.databaseLife, { isUp: true, since: performance.now() });
    this.onDatabaseReturn();
  }

  private get theDatabase(): PrivatePostgres {
    if (this.database === undefined) throw new Error('There is no database yet.');
    return this.database;
  }

  private async putUp({ backend, index = 'sql', of = 2, proxied = true }: StageOptions): Promise<void> {
    this.database = await startPrivatePostgres({
      dataFolder: this.folder,
      preferredPort: DATABASE_PORT,
      // What was acknowledged must be on disk: that is what is measured.
      durable: true,
      say: (line) => line.startsWith('PostgreSQL runs again') && this.databaseReturned(),
    });
    await migrate(this.database.url, undefined, this.database.programsUrl);
    if (backend === 'redis') this.redis = await OwnRedis.start();
    for (let count = 0; count < of; count += 1) {
      for (const name of ['api', 'worker'] as const) {
        await this.add(name, `${name} ${count + 1}`, { proxied, index });
      }
    }
    await Promise.all(this.programs.map(({ program }) => program.start()));
  }

  private async add(
    name: ProgramName,
    label: string,
    { proxied, index }: Required<Pick<StageOptions, 'proxied' | 'index'>>,
  ): Promise<void> {
    const links: TcpProxy[] = [];
    /** The port itself, or one in front of it that can be cut. */
    const linked = async (port: number): Promise<number> => {
      if (!proxied) return port;
      const link = await TcpProxy.open(port);
      links.push(link);
      return link.port;
    };
    const port = await freePort(FIRST_PORT + this.programs.length);
    const env: Record<string, string> = {
      DATABASE_URL: through(this.theDatabase.programsUrl, await linked(this.theDatabase.port)),
      BISTROM_SECRET: SECRET,
      MATCHING_INDEX: index,
      BISTROM_COST_A_MINUTE: String(COST_A_MINUTE),
      BISTROM_FIRM_COST_A_MINUTE: String(COST_A_MINUTE),
      PORT: String(port),
    };
    if (this.redis !== undefined) env['REDIS_URL'] = `redis://127.0.0.1:${await linked(this.redis.port)}`;
    const ownUrl = `http://127.0.0.1:${port}`;
    const url = name === 'api' ? `http://127.0.0.1:${await linked(port)}` : ownUrl;
    this.programs.push({ program: new Program(name, label, this.root, env), links, url, ownUrl });
  }

  private async clear(): Promise<void> {
    for (const { links } of this.programs) for (const link of links) link.heal();
    await Promise.all(this.programs.map(({ program }) => program.stop()));
    await Promise.all(this.programs.flatMap(({ links }) => links.map((link) => link.close())));
    await this.redis?.stop();
    await this.database?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function through(url: string, port: number): string {
  const changed = new URL(url);
  changed.port = String(port);
  return changed.href;
}
