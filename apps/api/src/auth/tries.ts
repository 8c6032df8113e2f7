import { createHash } from 'node:crypto';
import type pg from 'pg';
import { TRY_LIMITS, waitAfter, type TryLimit } from '#domain';

/** Who tries, from where. */
export interface Try {
  readonly account: string;
  readonly address: string;
}

/**
 * An address that the account signed in from within thirty days is its own: there only its own failures count, so that
 * nobody elsewhere, and nobody else behind the same address, can hold its owner back.
 */
const WAIT = `
  with own as (select * from auth.sign_in_tries where account = $1 and address = $2),
    blocks as (
      select blocked_until from own
      union all
      select blocked_until from auth.sign_in_tries
       where ((account = $1 and address = '') or (account = '' and address = $2))
         and not exists (select from own where succeeded_at > now() - interval '30 days'))
  select greatest(0, ceil(extract(epoch from max(blocked_until) - clock_timestamp())))::int as seconds from blocks`;

const COUNT = `
  insert into auth.sign_in_tries as kept (account, address, failures, since) values ($1, $2, 1, now())
  on conflict (account, address) do update set
    failures = case when kept.since < now() - make_interval(secs => $3) then 1 else kept.failures + 1 end,
    since = case when kept.since < now() - make_interval(secs => $3) then now() else kept.since end
  returning failures`;

const BLOCK = `
  update auth.sign_in_tries set blocked_until = clock_timestamp() + make_interval(secs => $3)
   where account = $1 and address = $2`;

const SUCCEED = `
  insert into auth.sign_in_tries (account, address, failures, since, succeeded_at) values ($1, $2, 0, now(), now())
  on conflict (account, address) do update set failures = 0, since = now(), blocked_until = null, succeeded_at = now()`;

const FORGIVE = `update auth.sign_in_tries set failures = 0, blocked_until = null where account = $1`;

const FORGET = `
  delete from auth.sign_in_tries
   where since < now() - interval '1 day' and coalesce(succeeded_at, since) < now() - interval '30 days'`;

/** Failed tries, counted in the database: they outlive a restart, and all apis share them. */
export class Tries {
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(private readonly pool: pg.Pool) {}

  /** An account by what was typed, whether or not there is one of that name. */
  static accountOf(name: string): string {
    return createHash('sha256').update(name.trim().toLowerCase()).digest('base64url');
  }

  /**
   * Tries of one account from one address go one after the other: sent all at once, none would be counted before the
   * last was answered. Right passwords lose nothing but the overlap.
   */
  async inTurn<T>({ account, address }: Try, work: () => Promise<T>): Promise<T> {
    const key = `${account} ${address}`;
    const before = this.turns.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => undefined);
    this.turns.set(key, settled);
    try {
      return await mine;
    } finally {
      if (this.turns.get(key) === settled) this.turns.delete(key);
    }
  }

  /** Seconds until the next try is looked at; 0 for at once. */
  async wait({ account, address }: Try): Promise<number> {
    const { rows } = await this.pool.query<{ seconds: number | null }>(WAIT, [account, address]);
    return rows[0]?.seconds ?? 0;
  }

  async failed({ account, address }: Try): Promise<void> {
    await this.count(account, address, TRY_LIMITS.pair);
    await this.count(account, '', TRY_LIMITS.account);
    await this.count('', address, TRY_LIMITS.address);
  }

  /** The address is the account's own from now on. */
  async succeeded({ account, address }: Try): Promise<void> {
    await this.pool.query(SUCCEED, [account, address]);
  }

  /** Who holds the mailbox has a new password: what was guessed against the old one no longer counts. */
  async forgive(account: string): Promise<void> {
    await this.pool.query(FORGIVE, [account]);
  }

  /** One more of something that is limited for the account alone; false when that was one too many. */
  async spend(account: string, limit: TryLimit): Promise<boolean> {
    const { rows } = await this.pool.query<{ failures: number }>(COUNT, [account, '', limit.window]);
    return waitAfter(limit, (rows[0]?.failures ?? 1) - 1) === 0;
  }

  /** Forgets counts that are over and addresses that are no longer known. */
  async forget(): Promise<void> {
    await this.pool.query(FORGET);
  }

  private async count(account: string, address: string, limit: TryLimit): Promise<void> {
    const { rows } = await this.pool.query<{ failures: number }>(COUNT, [account, address, limit.window]);
    const seconds = waitAfter(limit, rows[0]?.failures ?? 1);
    if (seconds > 0) await this.pool.query(BLOCK, [account, address, seconds]);
  }
}
