import type { EntityManager } from 'typeorm';
import { sql } from './sql.js';

interface Client {
  query(statement: { name: string; text: string; values: readonly unknown[] }): Promise<{ rows: unknown[] }>;
}

/**
 * A read that each connection plans once and keeps: joins over many tables take longer to plan than to run, and
 * TypeORM has no prepared statements of its own. Once for each role: a plan holds the policies of the role it was made
 * for, and is made anew whenever another one uses it.
 */
export class Prepared<Row> {
  private readonly text: string;

  /** @param name of the file under sql/; with the variant and the role the name of the statement on the connection */
  constructor(
    private readonly name: string,
    text: (written: string) => string = (written) => written,
  ) {
    this.text = text(sql(name.split(' ')[0] ?? name));
  }

  async run(manager: EntityManager, values: readonly unknown[]): Promise<Row[]> {
    const { queryRunner } = manager;
    if (queryRunner === undefined) throw new Error('Nothing is read outside of a transaction.');
    const client = (await queryRunner.connect()) as Client;
    const name = `${this.name} ${String(queryRunner.data['role'])}`;
    return (await client.query({ name, text: this.text, values })).rows as Row[];
  }
}
