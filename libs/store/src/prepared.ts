import type { EntityManager } from 'typeorm';
import { sql } from './sql.js';

interface Client {
  query(statement: { name: string; text: string; values: readonly unknown[] }): Promise<{ rows: unknown[] }>;
}

/**
 * A read that each connection plans once and keeps: joins over many tables take longer to plan than to run, and
 * TypeORM has no prepared statements of its own.
 */
export class Prepared<Row> {
  private readonly text: string;

  /** @param name of the file under sql/, and with the variant the name of the statement on the connection */
  constructor(
    private readonly name: string,
    text: (written: string) => string = (written) => written,
  ) {
    this.text = text(sql(name.split(' ')[0] ?? name));
  }

  async run(manager: EntityManager, values: readonly unknown[]): Promise<Row[]> {
    const runner = manager.queryRunner ?? manager.connection.createQueryRunner();
    try {
      const client = (await runner.connect()) as Client;
      return (await client.query({ name: this.name, text: this.text, values })).rows as Row[];
    } finally {
      if (manager.queryRunner === undefined) await runner.release();
    }
  }
}
