import type { EntityManager } from 'typeorm';
import { LookRow } from '../entities/outbox.entity.js';

export interface Remembered {
  readonly fingerprint: string;
  readonly operation: string;
  readonly outcome: unknown;
}

/** Answers kept under the caller's own key, in the transaction of the effect: a crash leaves both or neither. */
export class Idempotency {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Takes the key, waiting for a call that holds it.
   *
   * @returns undefined when the key was free and is now ours, otherwise what was kept under it
   */
  async take(
    personId: string,
    key: string,
    operation: string,
    fingerprint: string,
  ): Promise<Remembered | undefined> {
    const taken = await this.manager.query<unknown[]>(
      `insert into idempotency (person_id, key, operation, fingerprint) values ($1, $2, $3, $4)
         on conflict do nothing returning key`,
      [personId, key, operation, fingerprint],
    );
    if (taken.length === 1) return undefined;
    const rows = await this.manager.query<Remembered[]>(
      'select operation, fingerprint, outcome from idempotency where person_id = $1 and key = $2',
      [personId, key],
    );
    return rows[0];
  }

  async keep(personId: string, key: string, outcome: unknown): Promise<void> {
    await this.manager.query('update idempotency set outcome = $3 where person_id = $1 and key = $2', [
      personId,
      key,
      JSON.stringify(outcome),
    ]);
  }

  /** A refused call had no effect: its key is free again. */
  async release(personId: string, key: string): Promise<void> {
    await this.manager.query('delete from idempotency where person_id = $1 and key = $2', [personId, key]);
  }

  async forgetOlderThan(hours: number): Promise<void> {
    await this.manager.query(
      'delete from idempotency where created_at < clock_timestamp() - make_interval(hours => $1)',
      [hours],
    );
  }
}

export interface CachedFigures {
  /** Last place in the cluster's chain when it was folded. */
  readonly ledgerState: string;
  readonly factorSet: string;
  readonly report: unknown;
}

export class Figures {
  constructor(private readonly manager: EntityManager) {}

  async cached(
    clusterId: string,
    basis: string,
    from: string,
    to: string,
    factorSet: string,
  ): Promise<CachedFigures | undefined> {
    const rows = await this.manager.query<CachedFigures[]>(
      `select ledger_state as "ledgerState", factor_set as "factorSet", report from figure
        where cluster_id = $1 and basis = $2 and period_from = $3 and period_to = $4 and factor_set = $5`,
      [clusterId, basis, from, to, factorSet],
    );
    return rows[0];
  }

  async keep(
    clusterId: string,
    basis: string,
    period: { readonly from: string; readonly to: string },
    figures: CachedFigures,
  ): Promise<void> {
    await this.manager.query(
      `insert into figure (cluster_id, basis, period_from, period_to, ledger_state, factor_set, report)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (cluster_id, basis, period_from, period_to, factor_set)
       do update set ledger_state = excluded.ledger_state, report = excluded.report, refreshed_at = now()`,
      [
        clusterId,
        basis,
        period.from,
        period.to,
        figures.ledgerState,
        figures.factorSet,
        JSON.stringify(figures.report),
      ],
    );
  }
}

/** The trail of looks that a role opened, for the firm that was looked at. */
export class Looks {
  constructor(private readonly manager: EntityManager) {}

  async record(look: {
    personId: string;
    what: string;
    firmId?: string | undefined;
    subjectId: string;
    /** The role that opened it, and the cluster it is held in. */
    role?: string | undefined;
    clusterId?: string | undefined;
  }): Promise<void> {
    const { firmId = null, role = null, clusterId = null } = look;
    // Without asking for the row back: it is the other firm's to read.
    const insert = this.manager.createQueryBuilder().insert().into(LookRow);
    await insert
      .values({ ...look, firmId, role, clusterId })
      .updateEntity(false)
      .execute();
  }

  /** One look at what several firms have in common, kept for each of them. */
  async recordForAll(
    firmIds: readonly string[],
    look: { personId: string; what: string; subjectId: string; role?: string | undefined; clusterId: string },
  ): Promise<void> {
    await this.manager.query(
      `insert into look (person_id, what, firm_id, subject_id, role, cluster_id)
       select $1, $2, firm.id, $3, $4, $5 from unnest($6::uuid[]) as firm(id)`,
      [look.personId, look.what, look.subjectId, look.role ?? null, look.clusterId, firmIds],
    );
  }
}
