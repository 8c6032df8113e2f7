import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { Market, SYSTEM } from '#market';
import { Store } from '#store';
import { freePort } from '../../../apps/local/src/free-port.js';
import { CLUSTER_ID } from './attack.js';
import { memoryOf, type Memory } from './memory.js';
import type { Victim } from './send.js';

const PREFERRED_PORT = 53_300;
const READY_MS = 30_000;
const SECRET = 'only-for-the-attack-0123456789-abcdefghij-KLM';
/** Of everybody who is to sign in at a target. */
export const PASSWORD = 'a password for the attack';
/** Every try costs the same member and firm; the buckets have their own tests. */
const COST_A_MINUTE = 100_000_000;

/** The real api and worker as programs of their own, with one member signed in. */
export class Target {
  private readonly children = new Map<string, ChildProcess>();
  private readonly log: string[] = [];
  private authorization = '';

  private constructor(
    private readonly databaseUrl: string,
    readonly port: number,
  ) {}

  static async start(databaseUrl: string): Promise<Target> {
    const target = new Target(databaseUrl, await freePort(PREFERRED_PORT));
    try {
      await target.run('api');
      await target.run('worker');
      target.authorization = await target.signIn(await target.newMember());
      return target;
    } catch (error) {
      await target.stop();
      throw error;
    }
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get victim(): Victim {
    return { port: this.port, authorization: this.authorization };
  }

  /** Errors that the api has masked so far: each is one that nobody foresaw. */
  get surprises(): number {
    return this.said.match(/An operation failed unexpectedly/g)?.length ?? 0;
  }

  /** What both programs have written so far: their logs, and whatever else ended up there. */
  get said(): string {
    return this.log.join('');
  }

  /** Whether the very processes that were started still run, and the api still answers. */
  async isAlive(): Promise<boolean> {
    const isUp = [...this.children.values()].every(
      (child) => child.exitCode === null && child.signalCode === null,
    );
    return isUp && (await fetch(`${this.url}/readyz`)).ok;
  }

  memory(): Promise<Memory> {
    const [inspector] = /ws:\/\/127\.0\.0\.1:\S+/.exec(this.said) ?? [];
    if (inspector === undefined) throw new Error('The api has not said where it can be looked into.');
    return memoryOf(inspector);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.children.values()].map(ended));
  }

  private async run(name: 'api' | 'worker'): Promise<void> {
    const env = {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: this.databaseUrl,
      BISTROM_SECRET: SECRET,
      BISTROM_COST_A_MINUTE: String(COST_A_MINUTE),
      BISTROM_FIRM_COST_A_MINUTE: String(COST_A_MINUTE),
      PORT: String(this.port),
    };
    // From the root of the package, where npm runs its scripts.
    const child = fork(resolve(`dist/apps/${name}/src/main.js`), {
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: name === 'api' ? ['--inspect=127.0.0.1:0'] : [],
    });
    this.children.set(name, child);
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => this.log.push(text));
    const timer = setTimeout(() => child.kill('SIGKILL'), READY_MS);
    const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
    clearTimeout(timer);
    if (message !== 'ready') throw new Error(`${name} did not start: ${this.said}`);
  }

  private async newMember(): Promise<string> {
    const store = await Store.open(this.databaseUrl, 2);
    try {
      const { registry } = await Market.open(store);
      const [clusterId, firmId, id] = [CLUSTER_ID, randomUUID(), randomUUID()];
      const email = `${id}@attack.example`;
      await registry.addCluster(SYSTEM, {
        id: clusterId,
        name: 'Cluster',
        slug: clusterId,
        demo: false,
        goals: [],
      });
      const firm = { id: firmId, name: 'Firm', naceCode: '16.10', demo: false, clusterIds: [clusterId] };
      await registry.addFirm(SYSTEM, { ...firm, sites: [] });
      const firms = [{ firmId, role: 'plant_manager' as const }];
      await registry.addPerson(SYSTEM, {
        id,
        name: 'Member',
        email,
        password: PASSWORD,
        firms,
        clusters: [],
      });
      return email;
    } finally {
      await store.close();
    }
  }

  /** The header that signs somebody in whose password is the target's. */
  async signIn(email: string): Promise<string> {
    const response = await fetch(`${this.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD }),
    });
    const token = response.headers.get('set-auth-token');
    if (token === null) throw new Error(`The member could not sign in: HTTP ${response.status}`);
    return `Bearer ${token}`;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
