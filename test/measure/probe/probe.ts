import { buildSchema } from 'graphql';
import type pg from 'pg';
import { RULE_OF_FIELD } from '#domain';
import { schemaFields } from '../../../apps/api/src/field-rules.js';
import type { Say } from '../command.js';
import { withClient } from '../temporary-server.js';
import { enterCast, type Cast, type Identity, type IdentityName } from './cast.js';
import { changesIn, protectedRows } from './changes.js';
import { harvest } from './harvest.js';
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
  /** Rows of the victims that strangers changed. */
  readonly changes: number;
  /** Operations that were refused as they are, whoever sent them: behind these the probe is blind. */
  readonly unanswered: readonly string[];
  /** Answers by the code of their refusal. */
  readonly refusals: ReadonlyMap<string, number>;
}

const SEED = 20_261_122;
/** HTTP and WebSocket; pages and logs beside them. */
const TRANSPORTS = 2;

/** Brings up api and worker on the database, plants what must not be seen, and looks for it in all that anybody is told. */
export async function probe(databaseUrl: string, options: ProbeOptions, say: Say): Promise<Probed> {
  const programs = await Programs.start(databaseUrl, options.programs);
  try {
    return await withClient(databaseUrl, async (client) => {
      const mint = new Mint(SEED);
      const cast = await enterCast(databaseUrl, programs.url, mint);
      const { text } = await Visitor.anonymous(programs.url).get('/schema.graphql');
      const schema = buildSchema(text.slice(text.indexOf('\n')));
      const reach = new Reach(schema);
      const written = operationsOf(schema);
      await playStory({ client, cast, mint, written, reach });
      const firmIds = [cast.firms.hidden.id, cast.firms.open.id];
      const found = await harvest(client, mint, {
        firmIds,
        personIds: await peopleOf(client, cast, firmIds),
      });
      const planted = new Set(found.canaries.map(({ where }) => where));
      say(`${found.canaries.length} canaries in ${planted.size} columns`);
      const operations = written.filter(
        ({ root }) => options.roots === undefined || options.roots.includes(root.name),
      );
      const oracle = await Oracle.read(client);
      const matchedFirmIds = await firmsWithMatches(client);
      const search = new Searching({ client, cast, operations, reach, found, oracle, matchedFirmIds });
      const identities = cast.identities.filter(
        ({ name }) => options.identities === undefined || options.identities.includes(name),
      );
      const before = await protectedRows(client);
      for (const identity of identities) {
        await search.as(identity);
        say(`${identity.name}: ${search.calls} calls, ${search.leaks.length} leaks so far`);
      }
      await search.rest(called(cast, 'stranger'), called(cast, 'owner'));
      await search.inMails();
      search.inLogs(programs.logs);
      const fields = schemaFields(schema);
      return {
        leaks: search.leaks,
        canaries: found.canaries.length,
        operations: operations.length,
        calls: search.calls,
        identities: identities.length,
        transports: TRANSPORTS,
        fieldsWithRule: fields.filter((field) => RULE_OF_FIELD.has(field)).length / fields.length,
        fieldsReached: reach.share,
        unreached: reach.missing,
        unwatched: found.unwatched,
        changes: changesIn(before, await protectedRows(client)),
        unanswered: search.unanswered,
        refusals: search.refusals,
      };
    });
  } finally {
    await programs.stop();
  }
}

function called({ identities }: Cast, wanted: IdentityName): Identity {
  const found = identities.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`Nobody in the cast is called ${wanted}.`);
  return found;
}

async function firmsWithMatches(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(
    'select offer_firm_id as id from match where giver_sees union select need_firm_id from match where taker_sees',
  );
  return new Set(rows.map(({ id }) => id));
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
