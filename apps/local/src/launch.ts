import { join } from 'node:path';
import type { LaunchConfig } from '#config';
import { eraseDatabase, migrate, Store } from '#store';
import { Market, SYSTEM } from '#market';
import { openDataFolder, type OpenFolder } from './data-folder.js';
import { DEMO_LOGINS, seedDemo, setDemoPassword } from './demo/seed.js';
import { freePort, isFree } from './free-port.js';
import { startPrivatePostgres, type PrivatePostgres } from './postgres/private-postgres.js';
import { pause } from './process-life.js';
import { supervise } from './supervise.js';

const DEFAULT_PORT = 3000;
const LOOK_EVERY_MS = 50;
const SETTLED = 'demo-settled';

type Say = (line: string) => void;

/** What was started, ended in the opposite order. */
export class Endings {
  private readonly all: (() => Promise<void> | void)[] = [];

  add(end: () => Promise<void> | void): void {
    this.all.push(end);
  }

  async run(): Promise<void> {
    for (let end = this.all.pop(); end !== undefined; end = this.all.pop()) await end();
  }
}

/** Brings everything up in one go: database, tables, programs, demo. Resolves when the demo's own jobs are done. */
export async function launch(
  config: LaunchConfig,
  endings: Endings,
  say: Say,
): Promise<{ readonly url: string }> {
  const folder = takeFolder(config, endings);
  const { ownerUrl, url: databaseUrl } = await databaseOf(config, folder, endings, say);
  say('Bringing tables and reference data up to date …');
  await migrate(ownerUrl, undefined, databaseUrl);
  const port = await httpPort(config);
  const url = config.publicUrl ?? `http://localhost:${port}`;
  const password = config.demoPassword ?? folder.state.demoPassword;
  say('Starting api and worker …');
  const programs = supervise(programsOf(config, { databaseUrl, port, url, password }), say);
  endings.add(() => programs.stop());
  await programs.ready();
  await fillDemo(databaseUrl, password, endings, say);
  printWay(url, password, config.smtpUrl === undefined, say);
  return { url };
}

/** Empties the private database, so that the next start makes the demo anew. */
export async function startOver(config: LaunchConfig, endings: Endings, say: Say): Promise<void> {
  if (config.databaseUrl !== undefined) {
    throw new Error(
      'DATABASE_URL names a database that is not ours to empty; unset it to start the private one over.',
    );
  }
  await eraseDatabase((await privateDatabase(takeFolder(config, endings), endings, say)).url);
  say('The demo and everything entered since is gone. `npm start` makes the demo anew.');
}

function takeFolder(config: LaunchConfig, endings: Endings): OpenFolder {
  const folder = openDataFolder(config.dataFolder);
  if (folder.kind === 'held') throw new Error(folder.message);
  endings.add(() => folder.release());
  return folder;
}

/** Where the programs sign in, and who brings the tables up to date; the programs are not told the latter. */
async function databaseOf(
  { databaseUrl, databaseOwnerUrl }: LaunchConfig,
  folder: OpenFolder,
  endings: Endings,
  say: Say,
): Promise<{ readonly url: string; readonly ownerUrl: string }> {
  if (databaseUrl !== undefined) return { url: databaseUrl, ownerUrl: databaseOwnerUrl ?? databaseUrl };
  const { url, programsUrl } = await privateDatabase(folder, endings, say);
  return { url: programsUrl, ownerUrl: url };
}

async function privateDatabase(folder: OpenFolder, endings: Endings, say: Say): Promise<PrivatePostgres> {
  say(`Starting the private PostgreSQL in ${folder.path} …`);
  const starting = startPrivatePostgres({ dataFolder: folder.path, say });
  // Asked to end before it is up: it is waited for, or it would be left running.
  endings.add(async () => (await starting.catch(() => undefined))?.stop());
  return starting;
}

async function httpPort({ port }: LaunchConfig): Promise<number> {
  if (port === undefined) return freePort(DEFAULT_PORT);
  if (await isFree(port)) return port;
  throw new Error(`Port ${port} is taken by another program. Choose another with PORT, or leave it out.`);
}

interface Told {
  readonly databaseUrl: string;
  readonly port: number;
  readonly url: string;
  readonly password: string;
}

function programsOf(config: LaunchConfig, { databaseUrl, port, url, password }: Told) {
  const demo = JSON.stringify({ password, logins: DEMO_LOGINS });
  const env = {
    ...config.inherited,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    ...(config.secret === undefined ? {} : { BISTROM_SECRET: config.secret }),
    ...(config.redisUrl === undefined ? {} : { REDIS_URL: config.redisUrl }),
    ...(config.routerUrl === undefined ? {} : { ROUTER_URL: config.routerUrl }),
    ...(config.smtpUrl === undefined ? {} : { SMTP_URL: config.smtpUrl }),
    ...(config.mailFrom === undefined ? {} : { MAIL_FROM: config.mailFrom }),
    BISTROM_DEMO: demo,
  };
  const entry = (name: string): string => join(import.meta.dirname, '../..', name, 'src/main.js');
  return [
    {
      name: 'api',
      entry: entry('api'),
      env: { ...env, PORT: String(port), BISTROM_URL: url },
      readyWhen: 'message',
    },
    { name: 'worker', entry: entry('worker'), env, readyWhen: 'message' },
  ] as const;
}

async function fillDemo(databaseUrl: string, password: string, endings: Endings, say: Say): Promise<void> {
  const store = await Store.open(databaseUrl);
  endings.add(() => store.close());
  const market = await Market.open(store);
  const options = { market, store, password, say };
  await setDemoPassword(options);
  await seedDemo(options);
  await untilSettled(market, say);
}

/** The first start is not ready before the demo's own jobs are done; later ones do not wait for anybody's. */
async function untilSettled(market: Market, say: Say): Promise<void> {
  if ((await market.registry.mark(SYSTEM, SETTLED)) !== undefined) return;
  say('Waiting for the last matches and figures …');
  while ((await market.outbox.undone()) > 0) await pause(LOOK_EVERY_MS);
  await market.registry.setMark(SYSTEM, SETTLED, 'yes');
}

function printWay(url: string, password: string, hasMailbox: boolean, say: Say): void {
  say('');
  say(`Page     ${url}`);
  say(`GraphQL  ${url}/graphql`);
  say(`Schema   ${url}/schema.graphql`);
  if (hasMailbox) say(`Mailbox  ${url}/mailbox`);
  say('');
  for (const { email, name, role, of } of DEMO_LOGINS) say(`${email.padEnd(28)} ${name}, ${role}, ${of}`);
  say(`Password for the demo logins: ${password}`);
  say('');
}
