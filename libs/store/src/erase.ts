import { DataSource } from 'typeorm';

/** The queue's schema is its role's, which nobody has the rights of without becoming it; an older one is the owner's. */
const QUEUE_OWNER = `select nspowner::regrole::text as owner from pg_namespace where nspname = 'bullmq'`;
const ERASE_QUEUE = `
  set local role bistrom_queue;
  drop schema bullmq cascade;
  reset role;`;
/** Everything of ours, the sign-in library's and the queue's; the database itself stays. */
const ERASE = `
  drop schema if exists bullmq cascade;
  drop schema if exists auth cascade;
  drop schema public cascade;
  create schema public;`;

/** Empties a database of Bistrøm for good. */
export async function eraseDatabase(url: string): Promise<void> {
  const source = await new DataSource({ type: 'postgres', url, poolSize: 1 }).initialize();
  try {
    await source.transaction(async (manager) => {
      const [queue] = await manager.query<{ owner: string }[]>(QUEUE_OWNER);
      if (queue?.owner === 'bistrom_queue') await manager.query(ERASE_QUEUE);
      await manager.query(ERASE);
    });
  } finally {
    await source.destroy();
  }
}
