import { once } from 'node:events';
import { isAlive, pause } from '../process-life.js';
import { bringUp, fromPort, onPort, type Site } from './bring-up.js';
import { makeCluster } from './cluster.js';
import { settleHome } from './home.js';
import { nativeFor } from './native.js';
import { keptPasswords, PROGRAMS } from './passwords.js';
import type { Running } from './readiness.js';
import { send, stopServer } from './server.js';

export interface PrivatePostgresOptions {
  readonly dataFolder: string;
  /** The first port to try; 55432 when not given. */
  readonly preferredPort?: number;
  /** False for tests: faster, and a power cut may damage the data. */
  readonly durable?: boolean;
  readonly say?: (line: string) => void;
}

export interface PrivatePostgres {
  /** Of the database `bistrom`, as the user that owns it. */
  readonly url: string;
  /** Of the same database, as the login of the programs. */
  readonly programsUrl: string;
  readonly port: number;
  /** The folder that PostgreSQL calls its data directory. */
  readonly folder: string;
  stop(): Promise<void>;
  /** Ends the server as a power cut would, and lets it be. */
  kill(): void;
}

const DEFAULT_PORT = 55_432;
const LOOK_EVERY_MS = 200;
const LONGEST_WAIT_MS = 5_000;

/** Starts the private PostgreSQL of a data folder, or takes over the one left running, and keeps it running. */
export async function startPrivatePostgres(options: PrivatePostgresOptions): Promise<PrivatePostgres> {
  const { dataFolder, preferredPort = DEFAULT_PORT, durable = true, say = () => undefined } = options;
  const home = settleHome(dataFolder, say);
  const native = nativeFor(home.base, home.owner, say);
  const passwords = keptPasswords(home);
  await makeCluster(home, native, passwords, durable);
  const life = new AbortController();
  const site: Site = { home, native, passwords, durable, say, wanted: () => !life.signal.aborted };
  return new WatchedServer(site, await bringUp(site, fromPort(preferredPort)), life);
}

/** A server that is started again, on the same port, when it dies. */
class WatchedServer implements PrivatePostgres {
  readonly url: string;
  readonly programsUrl: string;
  readonly port: number;
  readonly folder: string;
  private readonly watch: NodeJS.Timeout;
  private revival: Promise<void> | undefined;

  constructor(
    private readonly site: Site,
    private running: Running,
    private readonly life: AbortController,
  ) {
    this.port = running.port;
    this.folder = site.home.cluster;
    const { bistrom, programs } = site.passwords;
    this.url = `postgres://bistrom:${bistrom}@127.0.0.1:${running.port}/bistrom`;
    this.programsUrl = `postgres://${PROGRAMS}:${programs}@127.0.0.1:${running.port}/bistrom`;
    // Looked at, not listened to: an adopted server is not our child and sends no exit.
    this.watch = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    this.letBe();
    await this.revival;
    await stopServer(this.running.pid);
  }

  kill(): void {
    this.letBe();
    send(this.running.pid, 'SIGKILL');
  }

  private letBe(): void {
    this.life.abort();
    clearInterval(this.watch);
  }

  private look(): void {
    if (this.revival !== undefined || isAlive(this.running.pid)) return;
    this.revival = this.revive().finally(() => (this.revival = undefined));
  }

  private async revive(): Promise<void> {
    this.site.say('PostgreSQL ended unexpectedly; starting it again.');
    for (let wait = LOOK_EVERY_MS; this.site.wanted(); wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        this.running = await bringUp(this.site, onPort(this.port));
        this.site.say(`PostgreSQL runs again on port ${this.port}.`);
        return;
      } catch (error) {
        this.site.say(`${(error as Error).message} Trying again in ${wait / 1000} s.`);
        await Promise.race([pause(wait, 'unref'), once(this.life.signal, 'abort')]);
      }
    }
  }
}
