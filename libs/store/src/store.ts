import type { Actor } from '#domain';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { dataSource, type TimeLimits } from './data-source.js';
import type { Role } from './roles.js';
import { roleOf, standingOf } from './standing.js';
import { traced } from './traced.js';
import { Tx } from './tx.js';
import type { Wake } from './wake.js';

/** Serialisation failure and deadlock: the database asks for the same work again. */
const RETRY = new Set(['40001', '40P01']);
const MOST_TRIES = 5;

/**
 * The one door to the database. Every transaction is somebody's: it takes the actor with the work, and the database
 * itself holds back the rows that are not for that actor (docs/decisions/0020).
 */
export class Store {
  private constructor(
    private readonly source: DataSource,
    private readonly wake: Wake | undefined,
  ) {}

  /**
   * @param limits what a program must have, so that nobody waits for ever; without, a pool without limits
   * @param wake told of every commit that wrote events
   */
  static async open(url: string, poolSize?: number, limits?: TimeLimits, wake?: Wake): Promise<Store> {
    return new Store(await dataSource(url, poolSize, limits).initialize(), wake);
  }

  /**
   * One transaction; begun again when the database broke a deadlock at its expense.
   *
   * @param role what else the work is than its actor's own: matching and figures look at more than any person
   */
  transaction<T>(actor: Actor, work: (tx: Tx) => Promise<T>, role = roleOf(actor)): Promise<T> {
    return traced('transaction', role, () => this.commit(actor, work, role));
  }

  private async commit<T>(actor: Actor, work: (tx: Tx) => Promise<T>, role: Role): Promise<T> {
    const standing = standingOf(actor, role);
    for (let tries = 1; ; tries += 1) {
      try {
        const { result, wakes } = await this.source.transaction(async (manager) => {
          await manager.query(standing);
          const tx = txAs(role, manager);
          return { result: await work(tx), wakes: tx.events.wakes };
        });
        if (wakes.length > 0) this.wake?.tell(wakes);
        return result;
      } catch (error) {
        if (tries >= MOST_TRIES || !RETRY.has(codeOf(error))) throw error;
      }
    }
  }

  /**
   * Reads in a short transaction that writes nothing. The work holds one connection: what it asks, it asks one after
   * the other.
   *
   * @param role as for {@link transaction}
   */
  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>, role = roleOf(actor)): Promise<T> {
    return traced('read', role, () => this.readOnly(actor, work, role));
  }

  /** As {@link read}, with every statement seeing the same moment: for what is compared with one another. */
  snapshot<T>(actor: Actor, work: (tx: Tx) => Promise<T>, role = roleOf(actor)): Promise<T> {
    const begin = 'begin isolation level repeatable read read only';
    return traced('read', role, () => this.readOnly(actor, work, role, begin));
  }

  private async readOnly<T>(
    actor: Actor,
    work: (tx: Tx) => Promise<T>,
    role: Role,
    begin = 'begin read only',
  ): Promise<T> {
    const runner = this.source.createQueryRunner();
    let end = 'rollback';
    try {
      const client = (await runner.connect()) as Client;
      await client.query(`${begin}; ${standingOf(actor, role)}`);
      const result = await work(txAs(role, runner.manager));
      end = 'commit';
      return result;
    } finally {
      // Nobody waits for the end of what only read; the connection is given back after it.
      void finish(runner, end);
    }
  }

  /** Whether the database answers and every migration of this program has been run. */
  async isReady(): Promise<boolean> {
    return !(await this.source.showMigrations());
  }

  /** Connections in use, and callers that wait for one. */
  pool(): PoolUse {
    const { master } = this.source.driver as unknown as { master: PgPool };
    return { inUse: master.totalCount - master.idleCount, waiting: master.waitingCount };
  }

  close(): Promise<void> {
    return this.source.destroy();
  }
}

export interface PoolUse {
  readonly inUse: number;
  readonly waiting: number;
}

interface PgPool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

interface Client {
  query(text: string): Promise<unknown>;
  end(): Promise<void>;
}

/** A connection that cannot end its transaction must not be anybody else's: the pool drops one that is closed. */
async function finish(runner: QueryRunner, end: string): Promise<void> {
  const client = (await runner.connect().catch(() => undefined)) as Client | undefined;
  await client?.query(end).catch(() => client.end().catch(() => undefined));
  await runner.release();
}

/** What is prepared on a connection is planned for one role, and by its name kept from the others. */
function txAs(role: Role, manager: EntityManager): Tx {
  if (manager.queryRunner !== undefined) manager.queryRunner.data = { role };
  return new Tx(manager);
}

const codeOf = (error: unknown): string => {
  const driver = (error as { driverError?: { code?: string } }).driverError;
  return driver?.code ?? (error as { code?: string }).code ?? '';
};
