import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { readConfig } from '#config';
import { Market, SYSTEM } from '#market';
import { migrate, Store } from '#store';

const USAGE = `npm run first-admin -- [--email kari@cluster.no] [--name "Kari Nordmann"] [--cluster "Cluster name"] [--slug cluster-name] [--anyway]

Prints a link with which its holder makes a cluster and its staff account: once, within 24 hours. What is left out is
asked for there. Earlier links end. Where people take part already, they invite others; --anyway makes a link all the same.
Reads DATABASE_URL and BISTROM_URL as the api does.`;

try {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      cluster: { type: 'string' },
      slug: { type: 'string' },
      anyway: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { email, name: personName, cluster: clusterName, slug } = values;
  if (values.help) process.stdout.write(`${USAGE}\n`);
  else await print({ email, personName, clusterName, slug }, values.anyway);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function print(
  draft: Parameters<Market['invitations']['firstLink']>[1],
  anyway: boolean,
): Promise<void> {
  const config = readConfig();
  await migrate(config.databaseUrl);
  const store = await Store.open(config.databaseUrl, 2);
  try {
    const { invitations } = await Market.open(store);
    process.stdout.write(`${await invitations.firstLink(SYSTEM, draft, config.publicUrl, anyway)}\n`);
  } finally {
    await store.close();
  }
}
