import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFlowConfig, type FlowConfig } from '#config';
import { Decimal } from '#domain';
import { FlowClient } from './flow/client.js';
import { ACCEPT, FIGURES, MATCH_FOUND, PROPOSE, PUBLISH, RECORD, SITES, VERIFY } from './flow/documents.js';

const TONNES = '40';
const DELIVERED = '12.5';

interface Viewer {
  readonly viewer: {
    readonly firms: readonly { readonly name: string; readonly sites: readonly { readonly id: string }[] }[];
    readonly clusters: readonly { readonly id: string; readonly name: string }[];
  };
}
interface Pushed {
  readonly matchFound: {
    readonly match: {
      readonly id: string;
      readonly score: number;
      readonly distanceKm: number;
      readonly offer: {
        readonly id: string;
        readonly title: string;
        readonly firm: { readonly name: string } | null;
      };
    };
  };
}
interface Report {
  readonly circularity: {
    readonly figures: readonly {
      readonly name: string;
      readonly value: string | null;
      readonly unit: string;
    }[];
  };
}

const started = performance.now();
let last = started;

/** Each step with the time it took and the time since the start. */
function step(text: string): void {
  const now = performance.now();
  const took = `${((now - last) / 1000).toFixed(2)} s`.padStart(8);
  process.stdout.write(`${took}  ${((now - started) / 1000).toFixed(2).padStart(6)} s  ${text}\n`);
  last = now;
}

function passwordOf({ demoPassword, dataFolder }: FlowConfig): string {
  if (demoPassword !== undefined) return demoPassword;
  const file = join(dataFolder, 'state.json');
  if (existsSync(file))
    return (JSON.parse(readFileSync(file, 'utf8')) as { demoPassword: string }).demoPassword;
  throw new Error('Set BISTROM_DEMO_PASSWORD to the password that npm start printed.');
}

async function siteOf(client: FlowClient): Promise<string> {
  const { viewer } = await client.ask<Viewer>(SITES);
  const id = viewer.firms[0]?.sites[0]?.id;
  if (id === undefined) throw new Error('The login has no firm with a site.');
  return id;
}

async function moved(staff: FlowClient, clusterId: string): Promise<Decimal> {
  const year = new Date().getUTCFullYear();
  const period = { clusterId, from: `${year}-01-01T00:00:00Z`, to: `${year + 1}-01-01T00:00:00Z` };
  const { circularity } = await staff.ask<Report>(FIGURES, period);
  return new Decimal(circularity.figures.find((one) => one.name === 'materialMoved')?.value ?? 0);
}

const listing = (siteId: string, side: 'OFFER' | 'NEED', title: string) => ({
  siteId,
  side,
  title,
  materialId: 'wood-chips',
  quantity: { value: TONNES, unit: 't', per: 'YEAR' },
  idempotencyKey: randomUUID(),
});

interface Agreed {
  readonly agreement: {
    readonly id: string;
    readonly match: {
      readonly offer: { readonly firm: { readonly name: string } };
      readonly need: { readonly firm: { readonly name: string } };
    };
  };
}

interface Published {
  readonly cursor: string;
  readonly listing: { readonly id: string };
}

interface People {
  readonly plant: FlowClient;
  readonly buyer: FlowClient;
  readonly staff: FlowClient;
}

async function signIn(config: FlowConfig): Promise<People> {
  const password = passwordOf(config);
  const as = (who: string): Promise<FlowClient> =>
    FlowClient.signIn(config.url, `${who}@demo.bistrom.example`, password);
  const people = { plant: await as('plant'), buyer: await as('buyer'), staff: await as('staff') };
  step('signed in as plant manager, buyer and cluster staff');
  return people;
}

/** Need and offer are listed; gives the match as the buyer is pushed it. */
async function listAndMatch({ plant, buyer }: People): Promise<string> {
  const need = await buyer.change<Published>('ListingPublished', PUBLISH, {
    input: listing(await siteOf(buyer), 'NEED', 'Tørr flis til kjel'),
  });
  step(`buyer stated a need         ${need.listing.id}`);
  const input = listing(await siteOf(plant), 'OFFER', 'Tørr flis fra høvleri');
  const publishedAt = performance.now();
  const offering = plant.change<Published>('ListingPublished', PUBLISH, { input });
  let pushedAt = 0;
  const waiting = buyer.first<Pushed>(
    MATCH_FOUND,
    { listingId: need.listing.id, after: need.cursor },
    async ({ matchFound }) => {
      pushedAt = performance.now();
      // The push may overtake the answer to the publication it comes from.
      return matchFound.match.offer.id === (await offering).listing.id;
    },
  );
  step(`plant manager listed it     ${(await offering).listing.id}`);
  const { match } = (await waiting).matchFound;
  step(`buyer was pushed the match  ${match.id}: ${describeMatch(match, (pushedAt - publishedAt) / 1000)}`);
  return match.id;
}

function describeMatch({ score, distanceKm, offer }: Pushed['matchFound']['match'], seconds: number): string {
  const giver = offer.firm === null ? 'masked' : offer.firm.name;
  return `published to pushed ${seconds.toFixed(2)} s; score ${score.toFixed(3)}, ${distanceKm.toFixed(0)} km, giver ${giver}`;
}

async function agree({ plant, buyer }: People, matchId: string): Promise<string> {
  const { proposal } = await buyer.change<{ proposal: { id: string } }>('ProposalSent', PROPOSE, {
    input: {
      matchId,
      quantity: { value: TONNES, unit: 't', per: 'YEAR' },
      price: '310',
      startsOn: new Date().toISOString(),
      idempotencyKey: randomUUID(),
    },
  });
  step(`buyer proposed terms        ${proposal.id}`);
  const { agreement } = await plant.change<Agreed>('AgreementMade', ACCEPT, {
    id: proposal.id,
    key: randomUUID(),
  });
  const { offer, need } = agreement.match;
  step(`plant manager accepted      ${agreement.id}: ${offer.firm.name} → ${need.firm.name}`);
  return agreement.id;
}

async function deliver({ plant, buyer }: People, agreementId: string): Promise<void> {
  const deliveredOn = new Date().toISOString();
  const { delivery } = await plant.change<{ delivery: { id: string } }>('DeliveryRecorded', RECORD, {
    input: { agreementId, amount: DELIVERED, unit: 't', deliveredOn, idempotencyKey: randomUUID() },
  });
  step(`plant manager delivered     ${delivery.id}: ${DELIVERED} t`);
  await buyer.change('DeliveryRecorded', VERIFY, { id: delivery.id });
  step('buyer verified the delivery');
}

async function run(): Promise<void> {
  const people = await signIn(readFlowConfig());
  const cluster = (await people.staff.ask<Viewer>(SITES)).viewer.clusters[0];
  if (cluster === undefined) throw new Error('The staff login has no cluster.');
  const before = await moved(people.staff, cluster.id);
  step(`${cluster.name} has ${before.toFixed()} t verified this year`);
  await deliver(people, await agree(people, await listAndMatch(people)));
  const after = await moved(people.staff, cluster.id);
  const more = after.minus(before);
  step(`${cluster.name} has ${after.toFixed()} t verified this year, ${more.toFixed()} t more`);
  if (more.lt(DELIVERED)) throw new Error(`The figure should have grown by ${DELIVERED} t.`);
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
