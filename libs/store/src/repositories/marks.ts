import type { EntityManager } from 'typeorm';

/** Small facts about the installation itself, such as which rules everything was last matched with. */
export class Marks {
  constructor(private readonly manager: EntityManager) {}

  async get(name: string): Promise<string | undefined> {
    const rows = await this.manager.query<{ value: string }[]>('select value from mark where name = $1', [
      name,
    ]);
    return rows[0]?.value;
  }

  async set(name: string, value: string): Promise<void> {
    await this.manager.query(
      'insert into mark (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
      [name, value],
    );
  }

  /** The value kept first under a name, which is this one when there was none. */
  async first(name: string, value: string): Promise<string> {
    await this.manager.query('insert into mark (name, value) values ($1, $2) on conflict do nothing', [
      name,
      value,
    ]);
    return (await this.get(name)) ?? value;
  }

  /** Changes with any change of the reference data. */
  async referenceDigest(): Promise<string> {
    const rows = await this.manager.query<{ digest: string }[]>(
      `select md5(string_agg(digest, ',' order by name)) as digest from reference_version`,
    );
    return rows[0]?.digest ?? '';
  }
}
