import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { plantJointTransport, plantPlan, plantTreatmentPlant } from './plan-planting.js';
import type { CastFirm } from './cast.js';
import type { Stage } from './acting.js';
import type { Mint } from './mint.js';

/** What no use case writes, or not in this story: set by hand, so that these columns are watched as well. */
export async function plantBeneath({ client, mint, cast }: Stage): Promise<void> {
  const people = [cast.victimPersonIds];
  await plantFactors(client, mint, cast.victimPersonIds);
  await plantRoads(client, mint, cast.firms.hidden, cast.firms.partner);
  await client.query(
    `insert into auth.verification ("id", "identifier", "value", "expiresAt") values ($1, $2, $3, 'infinity')`,
    [randomUUID(), mint.word('verification'), cast.victimPersonIds[0]],
  );
  await keepMails(client);
  await plantImport(client, mint, cast.firms.hidden.id, cast.victimPersonIds[0]);
  await plantHints(client, mint, cast.firms.hidden.id);
  await client.query(`update listing set learned_km = $2 where firm_id = $1`, [
    cast.firms.hidden.id,
    mint.number(873, 3),
  ]);
  await client.query(`update agreement set road_km = $1`, [mint.decimal(15, 2)]);
  await plantTotals(client, mint, cast.firms.hidden.id);
  await plantReadings(client, cast.firms.hidden.id, mint.number(87, 0));
  await plantFollowUps(client, mint, cast.clusters.here, cast.firms.hidden);
  await plantPlan(client, mint, cast.clusters.here, cast.firms.hidden);
  await plantTreatmentPlant(client, mint, cast.firms.hidden);
  await plantJointTransport(client, mint, cast.clusters.here);
  await client.query(`update match set declined_km = $1 where decline_note is not null`, [
    mint.number(64, 2),
  ]);
  await client.query(`update auth."user" set image = $2 where id = any($1)`, [...people, mint.word('image')]);
  await client.query(
    `update auth.account set "accessToken" = $2, "refreshToken" = $3, "idToken" = $4, scope = $5 where "userId" = any($1)`,
    [...people, mint.word('token'), mint.word('token'), mint.word('token'), mint.word('scope')],
  );
}

/** What a firm states of a year, and a goal of its own. */
async function plantTotals(client: pg.Client, mint: Mint, firmId: string): Promise<void> {
  const amounts = { turnover: mint.decimal(873, 8), rawMaterial: mint.decimal(874, 4) };
  await client.query(
    `insert into reference_totals (id, firm_id, year, version, amounts, scope, recorded_by, recorded_at)
     values ($1, $2, 2025, 1, $3, $4, 'system', clock_timestamp())`,
    [randomUUID(), firmId, JSON.stringify(amounts), mint.word('scope')],
  );
  await client.query(
    `insert into goal (id, firm_id, name, figure, change, baseline, baseline_year, unit, due_on, scope)
     values ($1, $2, $3, 'salesValue', $4, $5, 2025, 'NOK', $6, $7)`,
    [
      randomUUID(),
      firmId,
      mint.word('goal'),
      mint.decimal(61, 1),
      mint.decimal(875, 7),
      mint.day(1500),
      mint.word('scope'),
    ],
  );
}

/** Second factors as they are kept; the person's sign-in goes on without them. */
async function plantFactors(client: pg.Client, mint: Mint, personIds: readonly string[]): Promise<void> {
  for (const personId of personIds) {
    const own = [randomUUID(), personId];
    await client.query(
      `insert into auth."twoFactor" ("id", "userId", "secret", "backupCodes") values ($1, $2, $3, $4)`,
      [...own, mint.word('secret'), mint.word('codes')],
    );
    await client.query(
      `insert into auth.passkey ("id", "userId", "name", "publicKey", "credentialID", "counter", "deviceType", "backedUp")
        values ($1, $2, $3, $4, $5, 0, 'singleDevice', false)`,
      [...own, mint.word('passkey'), mint.word('publickey'), mint.word('credential')],
    );
    await client.query('insert into auth.used_code values ($1, $2, clock_timestamp())', [
      personId,
      mint.word('code'),
    ]);
  }
}

/** A file of deliveries, as one is kept; the story sends none, for the probe speaks GraphQL. */
async function plantImport(
  client: pg.Client,
  mint: Mint,
  firmId: string,
  personId: string | undefined,
): Promise<void> {
  const id = randomUUID();
  const word = (): string => JSON.stringify([mint.word('cell')]);
  await client.query(
    `insert into delivery_import (id, firm_id, uploaded_by, uploaded_at, file_name, format, plan, counts, checked_at,
       state, committed_at, committed_by, correction_reason, recorded_until, totals, ended_at)
     values ($1, $2, $3, now(), $4, $5, '{"headerRow": 1, "columns": {}}',
       '{"NEW": 0, "SAME": 0, "CHANGED": 0, "REFUSED": 1}', now(), 'RECORDED', now(), $3, $6, 2,
       '{"RECORDED": 0, "CORRECTED": 0, "SKIPPED": 0, "LEFT": 1, "LAPSED": 0}', now())`,
    [
      id,
      firmId,
      personId,
      mint.word('file'),
      `{"epoch": "1900", "notices": [], "header": ${word()}}`,
      mint.word('correction'),
    ],
  );
  const delivery = {
    agreementId: randomUUID(),
    amount: mint.decimal(83, 3),
    unit: 't',
    deliveredOn: mint.day(40),
    reference: mint.word('weighnote'),
  };
  const problem = (): string => `[{"field": "AMOUNT", "message": ${JSON.stringify(mint.word('problem'))}}]`;
  await client.query(
    `insert into delivery_import_row (import_id, row_number, cells, delivery, effect, problems, judged)
     values ($1, 2, $2, $3, 'REFUSED', $4, $5)`,
    [id, word(), JSON.stringify(delivery), problem(), problem()],
  );
}

/** What only a list of firms tells of one; the story holds a meeting. */
async function plantHints(client: pg.Client, mint: Mint, firmId: string): Promise<void> {
  await client.query(
    `update hint set org_number = $2, site_name = $3, contact_email = $4, municipality_number = '3401' where firm_id = $1 and state = 'TIED'`,
    [firmId, mint.orgNumber(), mint.word('site'), `${mint.word('contact')}@probe.example`.toLowerCase()],
  );
}

/** What staff of the cluster note of the victim's matches: theirs alone. One step was done, one is to be done. */
async function plantFollowUps(
  client: pg.Client,
  mint: Mint,
  clusterId: string,
  firm: CastFirm,
): Promise<void> {
  const match = `(select id from match where $2 in (offer_firm_id, need_firm_id) order by id limit 1)`;
  const person = `(select person_id from person_cluster where cluster_id = $1 and role = 'cluster_staff' limit 1)`;
  await client.query(
    `insert into match_note (id, cluster_id, match_id, text, written_by, written_at)
     values (gen_random_uuid(), $1, ${match}, $3, ${person}, clock_timestamp())`,
    [clusterId, firm.id, mint.word('note')],
  );
  for (const outcome of ['DONE', null]) {
    await client.query(
      `insert into next_step (id, cluster_id, match_id, text, due_on, assigned_to, set_by, set_at, closed_at, closed_by, outcome)
       select gen_random_uuid(), $1, ${match}, $3, $4::date, ${person}, ${person}, clock_timestamp(),
              case when $5::text is not null then clock_timestamp() end, case when $5::text is not null then ${person} end, $5`,
      [clusterId, firm.id, mint.word('step'), mint.day(40), outcome],
    );
  }
}

/** As a router of the installation's own would have told them. */
async function plantRoads(client: pg.Client, mint: Mint, firm: CastFirm, other: CastFirm): Promise<void> {
  for (const one of firm.siteIds) {
    for (const siteId of other.siteIds) {
      const [near, far] = [one, siteId].sort();
      await client.query('insert into road_distance values ($1, $2, $3)', [near, far, mint.number(27, 2)]);
    }
  }
}

/** As in a local installation: whoever were served its mailbox would be shown these. */
const keepMails = (client: pg.Client): Promise<unknown> =>
  client.query(`update mail set state = 'KEPT' where state = 'WAITING'`);

/** How sure the worker is of what a text means, to more places than it says. */
async function plantReadings(client: pg.Client, firmId: string, confidence: number): Promise<void> {
  const { rows } = await client.query<{ listing_id: string }>(
    `update listing_version v set readings = jsonb_set(readings, '{0,confidence}', to_jsonb($2::float8))
       from listing l where l.id = v.listing_id and l.firm_id = $1 and not v.material_confirmed returning v.listing_id`,
    [firmId, confidence],
  );
  await client.query(`update listing_search set confidence = $2 where listing_id = any($1)`, [
    rows.map((row) => row.listing_id),
    confidence,
  ]);
}
