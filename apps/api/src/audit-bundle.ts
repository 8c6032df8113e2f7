import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '#config';
import { Market, SYSTEM } from '#market';
import { migrate, Store } from '#store';
import { bundleOf } from './exports/bundle/bundle.js';
import { isDay } from './exports/question.js';

const USAGE = `npm run audit:bundle -- --cluster SLUG --from 2026-01-01 --to 2026-12-31 --out FILE.zip

Writes the ledger of a cluster for an auditor outside of it: every entry with exact amounts, firms by their ids, money
sealed; factor sets, rules and reference prices; sums of the period; and a program that verifies all of it without us.
Reads DATABASE_URL as the api does.`;

try {
  const { values } = parseArgs({
    options: {
      cluster: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { cluster: slug, from, to, out, help } = values;
  if (help) process.stdout.write(`${USAGE}\n`);
  else if (!slug || !out || !from || !to || !isDay(from) || !isDay(to)) {
    process.stderr.write(`--cluster, --from, --to (days as 2026-12-31) and --out are needed.\n${USAGE}\n`);
    process.exitCode = 2;
  } else await write({ cluster: { slug }, from, to }, out);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function write(question: Parameters<typeof bundleOf>[2], out: string): Promise<void> {
  const config = readConfig();
  await migrate(config.databaseUrl);
  const store = await Store.open(config.databaseUrl, 2);
  try {
    const market = await Market.open(store);
    const made = await bundleOf(market.auditBundles, SYSTEM, question, true);
    if (!('bytes' in made)) throw new Error(`No bundle was made: ${JSON.stringify(made.refusal)}`);
    writeFileSync(out, made.bytes);
    const { length, hash } = made.head;
    process.stdout.write(
      `${out}: ${length} entries, ${made.hashesOnly} of them by their hash only; end of the chain ${hash}\n`,
    );
  } finally {
    await store.close();
  }
}
