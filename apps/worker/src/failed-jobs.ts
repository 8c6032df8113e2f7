import { parseArgs } from 'node:util';
import { readConfig } from '#config';
import { Market } from '#market';
import { migrate, Store } from '#store';

const USAGE = `npm run jobs:failed [-- --retry ID|all]

Lists the jobs that failed for good, the latest first: id, job, when it was asked for, when it failed, kind of the error.
--retry hands one or all of them out again. What went wrong in full stands in the worker's log. Reads DATABASE_URL.`;

try {
  const { values } = parseArgs({
    options: { retry: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) process.stdout.write(`${USAGE}\n`);
  else await run(values.retry);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run(retry: string | undefined): Promise<void> {
  if (retry !== undefined && retry !== 'all' && !/^[1-9]\d{0,17}$/.test(retry))
    throw new Error(`--retry: ${retry} is neither the id of a failed job, as listed, nor all.`);
  const { databaseUrl } = readConfig();
  await migrate(databaseUrl);
  const store = await Store.open(databaseUrl, 2);
  try {
    const { outbox } = await Market.open(store);
    process.stdout.write(retry === undefined ? await listed(outbox) : await retried(outbox, retry));
  } finally {
    await store.close();
  }
}

async function listed(outbox: Market['outbox']): Promise<string> {
  const jobs = await outbox.listFailed();
  if (jobs.length === 0) return 'No job has failed.\n';
  const lines = jobs.map(({ id, name, requestedAt, failedAt, reason }) =>
    [id.padEnd(10), name.padEnd(16), requestedAt.toISOString(), failedAt.toISOString(), reason].join('  '),
  );
  const head = ['id'.padEnd(10), 'job'.padEnd(16), 'asked for'.padEnd(24), 'failed'.padEnd(24), 'error'].join(
    '  ',
  );
  return `${[head, ...lines].join('\n')}\n`;
}

async function retried(outbox: Market['outbox'], which: string): Promise<string> {
  const count = await outbox.retry(which === 'all' ? undefined : which);
  if (count === 0 && which !== 'all') throw new Error(`--retry: no failed job has the id ${which}.`);
  return `${count} ${count === 1 ? 'job is' : 'jobs are'} handed out again.\n`;
}
