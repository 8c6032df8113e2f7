import { buildSchema } from 'graphql';
import type pg from 'pg';
import { RULE_OF_FIELD } from '#domain';
import { Market, SYSTEM } from '#market';
import { Store } from '#store';
import { schemaFields } from '../../../apps/api/src/field-rules.js';
import { WebhookReceiver } from '../../support/webhook-receiver.js';
import type { Say } from '../command.js';
import { withClient } from '../temporary-server.js';
import { enterCast, type Cast, type Identity, type IdentityName } from './cast.js';
import { changesIn, protectedRows } from './changes.js';
import { harvest } from './harvest.js';
import { Heardable } from './heardable.js';
import { messagesIn } from './messages.js';
import { Mint } from './mint.js';
import { operationsOf } from './operations.js';
import { Oracle } from './oracle.js';
import { Programs } from './programs.js';
import { Reach } from './reach.js';
import { Searching, type Leak } from './searching.js';
import { playStory } from './story.js';
import { Visitor } from './visitor.js';

export interface ProbeOptions {
  /** Only these root fields; every one where nothing is said. */
  readonly roots?: readonly string[];
  /** Only these identities. */
  readonly identities?: readonly IdentityName[];
  /** Folder with the built package to run: the one that npm runs in where nothing is said. */
  readonly programs?: string;
}

export interface Probed {
  readonly leaks: readonly Leak[];
  readonly canaries: number;
  readonly operations: number;
  readonly calls: number;
  readonly identities: number;
  readonly transports: number;
  readonly fieldsWithRule: number;
  readonly fieldsReached: number;
  readonly unreached: readonly string[];
  readonly unwatched: readonly string[];
  /** Sent to firms' endpoints, and searched. */
  readonly messages: number;
  readonly mails: number;
  /** Rows of the victims that strangers changed. */
  readonly changes: readonly string[];
  /** Operations that were refused as they are, whoever sent them: behind these the probe is blind. */
  readonly unanswered: readonly string[];
  /** Answers by the code of their refusal. */
  readonly refusals: ReadonlyMap<string, number>;
}

const SEED = 20_261_122;
/** HTTP and WebSocket; beside them pages, logs, metrics, mails and messages to firms' endpoints. */
const TRANSPORTS = 2;

/** Brings up api and worker on the database, plants what must not be seen, and looks for it in all that anybody is told. */
export async function probe(databaseUrl: string, options: ProbeOptions, say: Say): Promise<Probed> {
  const receiver = await WebhookReceiver.start();
  const programs = await Programs.start(databaseUrl, options.programs);
  try {
    return await withClient(databaseUrl, (client) =>
      probeAt({ databaseUrl, programs, receiver, client }, options, say),
    );
  } finally {
    await programs.stop();
    await receiver.stop();
  }
}

interface Place {
  readonly databaseUrl: string;
  readonly programs: Programs;
  readonly receiver: WebhookReceiver;
  readonly client: pg.Client;
}

async function probeAt(place: Place, options: ProbeOptions, say: Say): Promise<Probed> {
  const { databaseUrl, programs, receiver, client } = place;
  const mint = new Mint(SEED);
  const { url } = programs;
  const cast = await enterCast(databaseUrl, url, mint);
  const { text } = await Visitor.anonymous(url).get('/schema.graphql');
  const schema = buildSchema(text.slice(text.indexOf('\n')));
  const reach = new Reach(schema);
  const written = operationsOf(schema);
  await playStory({ databaseUrl, url, receiver, client, cast, mint, written, reach });
  const firmIds = [cast.firms.hidden.id, cast.firms.open.id];
  const personIds = await peopleOf(client, cast, firmIds);
  const found = await harvest(client, mint, { firmIds, personIds });
  const planted = new Set(found.canaries.map(({ where }) => where));
  say(`${found.canaries.length} canaries in ${planted.size} columns`);
  const operations = written.filter(
    ({ root }) => options.roots === undefined || options.roots.includes(root.name),
  );
  const oracle = await Oracle.read(client);
  const heard = await Heardable.read(client);
  const search = new Searching({ client, cast, operations, reach, found, oracle, heard });
  const before = await protectedRows(client);
  for (const identity of cast.identities) {
    if (options.identities?.includes(identity.name) === false) continue;
    await search.as(identity);
    say(`${identity.name}: ${search.calls} calls, ${search.leaks.length} leaks so far`);
  }
  await search.rest(called(cast, 'stranger'), called(cast, 'owner'));
  await search.export(called(cast, 'partner'), cast.partnerAdministrator);
  const besides = await searchBesides(search, place, cast);
  const fields = schemaFields(schema);
  return {
    ...besides,
    leaks: search.leaks,
    canaries: found.canaries.length,
    operations: operations.length,
    calls: search.calls,
    identities: options.identities?.length ?? cast.identities.length,
    transports: TRANSPORTS,
    fieldsWithRule: fields.filter((field) => RULE_OF_FIELD.has(field)).length / fields.length,
    fieldsReached: reach.share,
    unreached: reach.missing,
    unwatched: found.unwatched,
    changes: changesIn(before, await protectedRows(client)),
    unanswered: search.unanswered,
    refusals: search.refusals,
  };
}

/** What nobody asks for: messages to firms' endpoints, mails, logs, metrics, and what an audit of the figures reports. */
async function searchBesides(
  search: Searching,
  { databaseUrl, programs, receiver, client }: Place,
  cast: Cast,
): Promise<Pick<Probed, 'messages' | 'mails'>> {
  const messages = await messagesIn(client, cast, receiver.received);
  search.inMessages(messages);
  const mails = await search.inMails();
  search.inLogs('api and worker', programs.logs);
  search.inLogs('audit', await audited(databaseUrl));
  search.inBundle(called(cast, 'auditor'), await bundled(databaseUrl, cast.clusters.here));
  search.inMetrics(await programs.metrics());
  return { messages: messages.length, mails };
}

async function audited(databaseUrl: string): Promise<string> {
  const store = await Store.open(databaseUrl, 2);
  try {
    const market = await Market.open(store);
    return JSON.stringify(await market.audit.verify(SYSTEM));
  } finally {
    await store.close();
  }
}

/** What an audit bundle says of the cluster; the reference data beside it are the same for everybody. */
const OF_CLUSTER = ['entries.jsonl', 'sums.jsonl', 'manifest.json'];
async function bundled(databaseUrl: string, id: string): Promise<string> {
  const store = await Store.open(databaseUrl, 2);
  const texts: string[] = [];
  try {
    const market = await Market.open(store);
    const question = { cluster: { id }, from: '2020-01-01', to: '2030-12-31', enclosed: new Map() };
    const sink = async (file: string, text: string): Promise<void> => {
      if (OF_CLUSTER.includes(file)) texts.push(text);
    };
    const made = await market.auditBundles.make(SYSTEM, question, true, sink);
    if (!made.ok) throw new Error(`No bundle was made: ${JSON.stringify(made.refusal)}`);
    return texts.join('\n');
  } finally {
    await store.close();
  }
}

function called({ identities }: Cast, wanted: IdentityName): Identity {
  const found = identities.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`Nobody in the cast is called ${wanted}.`);
  return found;
}

/** Those of the cast, and whoever has joined their firms since; nobody whom the probe asks as. */
async function peopleOf(
  client: pg.Client,
  { victimPersonIds, identities }: Cast,
  firmIds: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    'select person_id as id from person_firm where firm_id = any($1)',
    [firmIds],
  );
  const asking = new Set(identities.map(({ personId }) => personId));
  const joined = rows.map(({ id }) => id).filter((id) => !asking.has(id));
  return [...new Set([...victimPersonIds, ...joined])];
}
