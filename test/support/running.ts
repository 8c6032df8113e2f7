import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { FlowClient } from '../../apps/local/src/flow/client.js';
import type { ClusterRole } from '#domain';
import { Market, SYSTEM } from '#market';
import { Store } from '#store';
import { testDatabase, type TestDatabase } from './database.js';

const PASSWORD = 'a password for tests';
const READY_MS = 120_000;
const SECRET = 'only-for-tests-0123456789-abcdefghij-KLMNOP';

export interface Member {
  readonly client: FlowClient;
  readonly email: string;
  readonly firmId: string;
  readonly siteId: string;
}

export interface Stranger {
  readonly id: string;
  readonly email: string;
  readonly password: string;
}

/** The real api and worker, as programs of their own, on a database of the test's own; the queue in Redis when REDIS_URL is set. */
export class Running {
  private readonly programs = new Map<string, ChildProcess>();
  private readonly others: ChildProcess[] = [];
  readonly clusterId = randomUUID();

  private constructor(
    readonly database: TestDatabase,
    readonly port: number,
    private readonly store: Store,
    readonly market: Market,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** @param settings further environment of both programs */
  static async start(
    settings: Readonly<Record<string, string>> = {},
    programs: readonly ('api' | 'worker')[] = ['api', 'worker'],
  ): Promise<Running> {
    const database = await testDatabase();
    const store = await Store.open(database.url, 3);
    const port = Number(settings['PORT'] ?? (await freePort()));
    const running = new Running(database, port, store, await Market.open(store), settings);
    await running.market.registry.addCluster(SYSTEM, {
      id: running.clusterId,
      name: 'Scenario',
      slug: `scenario-${running.clusterId}`,
      demo: false,
      goals: [],
    });
    await Promise.all(programs.map((name) => running.run(name)));
    return running;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /**
   * Starts a program, again after a kill.
   *
   * @param settings further environment of this one
   */
  async run(name: 'api' | 'worker', settings: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.spawn(name, settings, (child) => this.programs.set(name, child));
  }

  /**
   * One more of a program, beside those that run, once it is ready.
   *
   * @param settings further environment of this one; an api needs a `PORT` of its own
   */
  another(name: 'api' | 'worker', settings: Readonly<Record<string, string>> = {}): Promise<ChildProcess> {
    return this.spawn(name, settings, (child) => this.others.push(child));
  }

  private async spawn(
    name: 'api' | 'worker',
    settings: Readonly<Record<string, string>>,
    keep: (child: ChildProcess) => void,
  ): Promise<ChildProcess> {
    const entry = fileURLToPath(new URL(`../../dist/apps/${name}/src/main.js`, import.meta.url));
    const env = {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: this.database.programsUrl,
      BISTROM_SECRET: SECRET,
      PORT: String(this.port),
      ...(process.env['REDIS_URL'] === undefined ? {} : { REDIS_URL: process.env['REDIS_URL'] }),
      ...this.settings,
      ...settings,
    };
    const child = fork(entry, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] });
    keep(child);
    const timer = setTimeout(() => child.kill('SIGKILL'), READY_MS);
    const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
    clearTimeout(timer);
    if (message !== 'ready') throw new Error(`${name} did not start: ${String(message)}`);
    return child;
  }

  /** The process, for who sends it signals of his own. */
  program(name: 'api' | 'worker'): ChildProcess {
    const child = this.programs.get(name);
    if (child === undefined) throw new Error(`${name} was not started.`);
    return child;
  }

  /** As a power cut would. */
  async kill(name: 'api' | 'worker'): Promise<void> {
    const child = this.programs.get(name);
    if (child === undefined || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async stop(): Promise<void> {
    await Promise.all([...this.programs.values(), ...this.others].map((child) => ended(child)));
    await this.store.close();
    await this.database.drop();
  }

  /** A firm with a site and a person who is signed in for it. */
  async member(
    naceCode: string,
    at: { latitude: number; longitude: number },
  ): Promise<Member & { readonly personId: string }> {
    const { firmId, siteId } = await this.firm(`Firm ${randomUUID().slice(0, 6)}`, naceCode, at);
    const personId = randomUUID();
    const { client, email } = await this.person(personId, [{ firmId, role: 'plant_manager' }], []);
    return { client, email, personId, firmId, siteId };
  }

  /** The three logins of the demo, two firms and a cluster, for who follows docs/api-session.md. */
  async demoPeople(password: string): Promise<void> {
    const at = { latitude: 60.2, longitude: 11.97 };
    const giver = await this.firm('Granvåk Trelast', '16.10', at);
    const taker = await this.firm('Tjurmo Bioenergi', '35.30', at);
    const people = [
      { name: 'plant', firms: [{ firmId: giver.firmId, role: 'plant_manager' as const }], clusters: [] },
      { name: 'buyer', firms: [{ firmId: taker.firmId, role: 'buyer' as const }], clusters: [] },
      { name: 'staff', firms: [], clusters: [{ clusterId: this.clusterId, role: 'cluster_staff' as const }] },
    ];
    for (const person of people) {
      const email = `${person.name}@demo.bistrom.example`;
      await this.market.registry.addPerson(SYSTEM, { ...person, id: randomUUID(), email, password });
    }
  }

  async staff(role: ClusterRole = 'cluster_staff'): Promise<FlowClient> {
    return (await this.person(randomUUID(), [], [{ clusterId: this.clusterId, role }])).client;
  }

  /** Somebody without firm or cluster, who has not signed in yet. */
  async stranger(password = PASSWORD): Promise<Stranger> {
    const id = randomUUID();
    const email = `${id}@test.example`;
    const person = { id, name: 'Kari', email, password, firms: [], clusters: [] };
    await this.market.registry.addPerson(SYSTEM, person);
    return { id, email, password };
  }

  private async firm(
    name: string,
    naceCode: string,
    at: { latitude: number; longitude: number },
  ): Promise<{ firmId: string; siteId: string }> {
    const [firmId, siteId] = [randomUUID(), randomUUID()];
    const site = { id: siteId, name: 'Works', municipalityNumber: '3401', ...at };
    const firm = { id: firmId, name, naceCode, demo: false };
    await this.market.registry.addFirm(SYSTEM, { ...firm, clusterIds: [this.clusterId], sites: [site] });
    return { firmId, siteId };
  }

  private async person(
    id: string,
    firms: readonly { firmId: string; role: 'plant_manager' }[],
    clusters: readonly { clusterId: string; role: ClusterRole }[],
  ): Promise<{ client: FlowClient; email: string }> {
    const email = `${id}@test.example`;
    await this.market.registry.addPerson(SYSTEM, {
      id,
      name: 'Person',
      email,
      password: PASSWORD,
      firms,
      clusters,
    });
    return { client: await FlowClient.signIn(this.url, email, PASSWORD), email };
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
