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
      readonly offer: { readonly id: string; readonly title: string; readonly firm: { readonly name: string } | null };
    };
  };
}
interface Report {
  readonly circularity: {
    readonly figures: readonly { readonly name: string; readonly value: string | null; readonly unit: string }[];
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
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { demoPassword: string }).demoPassword;
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

interface Published {
  readonly cursor: string;
  readonly listing: { readonly id: string };
}

async function run(): Promise<void> {
  const config = readFlowConfig();
  const password = passwordOf(config);
  const signIn = (who: string): Promise<FlowClient> =>
    FlowClient.signIn(config.url, `${who}@demo.bistrom.example`, password);
  const [plant, buyer, staff] = [await signIn('plant'), await signIn('buyer'), await signIn('staff')];
  step('signed in as plant manager, buyer and cluster staff');

  const cluster = (await staff.ask<Viewer>(SITES)).viewer.clusters[0];
  if (cluster === undefined) throw new Error('The staff login has no cluster.');
  const before = await moved(staff, cluster.id);
  step(`${cluster.name} has ${before.toFixed()} t verified this year`);

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
  const seconds = ((pushedAt - publishedAt) / 1000).toFixed(2);
  const masked = match.offer.firm === null ? 'masked' : match.offer.firm.name;
  step(`buyer was pushed the match  ${match.id}: published to pushed ${seconds} s; score ${match.score.toFixed(3)}, ${match.distanceKm.toFixed(0)} km, giver ${masked}`);

  const { proposal } = await buyer.change<{ proposal: { id: string } }>('ProposalSent', PROPOSE, {
    input: {
      matchId: match.id,
      quantity: { value: TONNES, unit: 't', per: 'YEAR' },
      price: '310',
      startsOn: new Date().toISOString(),
      idempotencyKey: randomUUID(),
    },
  });
  step(`buyer proposed terms        ${proposal.id}`);

  const { agreement } = await plant.change<{
    agreement: { id: string; match: { offer: { firm: { name: string } }; need: { firm: { name: string } } } };
  }>('AgreementMade', ACCEPT, { id: proposal.id, key: randomUUID() });
  const parties = `${agreement.match.offer.firm.name} → ${agreement.match.need.firm.name}`;
  step(`plant manager accepted      ${agreement.id}: ${parties}`);

  const { delivery } = await plant.change<{ delivery: { id: string } }>('DeliveryRecorded', RECORD, {
    input: { agreementId: agreement.id, amount: DELIVERED, unit: 't', deliveredOn: new Date().toISOString(), idempotencyKey: randomUUID() },
  });
  step(`plant manager delivered     ${delivery.id}: ${DELIVERED} t`);

  await buyer.change('DeliveryRecorded', VERIFY, { id: delivery.id });
  step('buyer verified the delivery');

  const after = await moved(staff, cluster.id);
  step(`${cluster.name} has ${after.toFixed()} t verified this year, ${after.minus(before).toFixed()} t more`);
  if (!after.minus(before).gte(DELIVERED)) throw new Error(`The figure should have grown by ${DELIVERED} t.`);
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
