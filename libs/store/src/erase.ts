import { DataSource } from 'typeorm';

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
    await source.query(ERASE);
  } finally {
    await source.destroy();
  }
}
