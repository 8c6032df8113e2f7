import type { Actor } from '#domain';
import type { DataSource } from 'typeorm';
import { dataSource } from './data-source.js';
import { Tx } from './tx.js';

/** Serialisation failure and deadlock: the database asks for the same work again. */
const RETRY = new Set(['40001', '40P01']);
const MOST_TRIES = 5;

/**
 * The one door to the database. It takes the actor with the work, so that what an actor may touch can be walled
 * off in the database itself without a change to any caller.
 */
export class Store {
  private constructor(private readonly source: DataSource) {}

  static async open(url: string, poolSize?: number): Promise<Store> {
    return new Store(await dataSource(url, poolSize).initialize());
  }

  /** One transaction; begun again when the database broke a deadlock at its expense. */
  async transaction<T>(_actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.source.transaction((manager) => work(new Tx(manager)));
      } catch (error) {
        if (tries >= MOST_TRIES || !RETRY.has(codeOf(error))) throw error;
      }
    }
  }

  /** Reads, each statement on its own: nothing is locked, nothing is written. */
  read<T>(_actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return work(new Tx(this.source.manager));
  }

  /** Whether the database answers and every migration of this program has been run. */
  async isReady(): Promise<boolean> {
    return !(await this.source.showMigrations());
  }

  close(): Promise<void> {
    return this.source.destroy();
  }
}

const codeOf = (error: unknown): string => {
  const driver = (error as { driverError?: { code?: string } }).driverError;
  return driver?.code ?? (error as { code?: string }).code ?? '';
};
