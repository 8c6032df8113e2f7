import { withClient } from '../temporary-server.js';
import { pause } from '../chaos/program.js';
import { Stage } from '../chaos/stage.js';
import type { Measured, Say } from '../command.js';
import { percentile } from '../live/tally.js';
import { atMost, exactly, figure, shown, type Figure } from '../report.js';
import { wholeNumber } from '../whole-number.js';
import { Asking, joined, type Stretch } from './asking.js';
import { dealAt, type Deal } from './deal.js';

const MOST_ROWS = 50_000;
const QUIET_SECONDS = 30;
/** Beside the same questions of the same run, before and after the file. */
const TIMES_QUIET = 2;
const QUIET = 'without a file';
const LOOK_MS = 200;

const COMMIT = `mutation ($id: ID!) { commitDeliveryImport(id: $id, rows: ALL_OR_NOTHING) {
  __typename ... on UserError { message } } }`;
const PROGRESS = 'query ($id: ID!) { deliveryImport(id: $id) { state failure totals { recorded } } }';

/** `npm run bench:imports`: a large file is read, shown and recorded while another firm goes on asking. */
export async function benchImports(values: Readonly<Record<string, unknown>>, say: Say): Promise<Measured> {
  const [rows, quiet] = [
    wholeNumber(values, 'rows', MOST_ROWS, MOST_ROWS),
    wholeNumber(values, 'quiet', QUIET_SECONDS, MOST_ROWS),
  ];
  return Stage.with({ backend: 'postgres', of: 1, proxied: false }, async (stage) => {
    const url = stage.apis[0]?.ownUrl ?? '';
    const deal = await dealAt(stage);
    const asking = new Asking(url, deal.others);
    const calm = (): Promise<Stretch> =>
      asking.during(() => pause(quiet * 1000)).then(({ stretch }) => stretch);
    // the first answers of a program are its slowest, with a file or without
    await calm();
    const before = await calm();
    say(`${rows} rows are sent, read and shown …`);
    const read = await asking.during(() => send(url, deal, rows));
    say(`  ${told(read.stretch)}\nthey are recorded …`);
    const recorded = await asking.during(() => record(deal, read.result));
    say(`  ${told(recorded.stretch)}`);
    const without = joined(before, await calm());
    const whole = joined(read.stretch, recorded.stretch);
    const figures = [
      ...delayFigures('read and shown', read.stretch, without, false),
      ...delayFigures('recorded', recorded.stretch, without, false),
      ...delayFigures('all of it', whole, without, true),
      figure({ name: 'read and shown', value: read.stretch.seconds, unit: 's' }),
      figure({ name: 'recorded', value: recorded.stretch.seconds, unit: 's' }),
      figure({ name: 'rows recorded a second', value: rows / recorded.stretch.seconds, unit: '' }),
      figure({ name: 'answers that failed', value: whole.failed, unit: '', target: exactly(0) }),
      figure({
        name: 'rows in the ledger not once',
        value: await notOnce(stage, rows),
        unit: '',
        target: exactly(0),
      }),
    ];
    return { runs: rows, figures };
  });
}

const told = ({ delays, seconds }: Stretch): string =>
  `${shown(seconds)} s; others waited p50 ${shown(percentile(delays, 0.5))} ms, p99 ${shown(percentile(delays, 0.99))} ms`;

function delayFigures(what: string, during: Stretch, without: Stretch, isJudged: boolean): readonly Figure[] {
  return [0.5, 0.99].map((part) => {
    const quiet = percentile(without.delays, part);
    return figure({
      name: `${what}: others' p${part * 100}`,
      value: percentile(during.delays, part),
      unit: 'ms',
      baseline: { name: QUIET, value: quiet },
      target:
        isJudged && part === 0.99
          ? { ...atMost(TIMES_QUIET * quiet, ' ms'), text: `<= ${TIMES_QUIET} × ${QUIET}` }
          : undefined,
    });
  });
}

async function send(
  url: string,
  { agreementId, giverAuthorization, today }: Deal,
  rows: number,
): Promise<string> {
  const lines = Array.from({ length: rows }, (_, at) => `${today};1,5;t;${agreementId};L${at}`);
  const response = await fetch(`${url}/api/imports/deliveries?name=bench.csv`, {
    method: 'POST',
    headers: { authorization: giverAuthorization },
    body: ['Dato;Vekt;Enhet;Avtale;Veieseddel', ...lines].join('\r\n'),
  });
  const { id, message } = (await response.json()) as { readonly id?: string; readonly message?: string };
  if (id === undefined) throw new Error(`The file was refused: ${message}`);
  return id;
}

interface Progress {
  readonly deliveryImport: { readonly state: string };
}

/** @throws Error unless every row is recorded */
async function record({ giver }: Deal, id: string): Promise<void> {
  await giver.change('DeliveryImportBegun', COMMIT, { id });
  for (;;) {
    // Who only looks how far it is looks again where the api has too much to do.
    const seen = await giver.ask<Progress>(PROGRESS, { id }).catch(() => undefined);
    const { state = 'RECORDING' } = seen?.deliveryImport ?? {};
    if (state === 'RECORDED') return;
    if (state !== 'RECORDING') throw new Error(JSON.stringify(seen));
    await pause(LOOK_MS);
  }
}

/** Rows without a ledger entry of their own and 1.5 t, and entries beyond one for each. */
async function notOnce(stage: Stage, rows: number): Promise<number> {
  return withClient(stage.databaseUrl, async (client) => {
    const { rows: found } = await client.query<{ right: number; all: number }>(
      `select count(distinct d.reference) filter (where e.amount_base = 1500)::int as right, count(*)::int as all
         from ledger_entry e join delivery d on d.id = e.delivery_id where e.basis = 'DELIVERED'`,
    );
    const [{ right, all } = { right: 0, all: 0 }] = found;
    return rows - right + (all - right);
  });
}
