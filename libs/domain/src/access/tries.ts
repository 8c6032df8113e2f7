/** What a failed try costs, and for how long failures are counted. */
export interface TryLimit {
  /** Seconds to wait after the n-th failure, the first first; after more of them the last one. */
  readonly waits: readonly number[];
  /** Seconds after the first failure at which the count begins anew. */
  readonly window: number;
}

const DAY = 24 * 60 * 60;
const QUARTER = 15 * 60;

/** Seconds of a wait that comes only once `free` failures are spent. */
const after = (free: number, wait: number): readonly number[] => [
  ...Array.from({ length: free - 1 }, () => 0),
  wait,
];

/**
 * Limits on failed tries to sign in; a right password counts in none of them.
 *
 * - `pair`, one account from one address: four failures are free, then the wait doubles from 5 s, and from the tenth on
 *   it is 15 minutes. That leaves about a hundred guesses a day, the most that NIST SP 800-63B-4, 3.2.2 allows in a row.
 * - `account`, from everywhere: for guessing from many addresses. It holds back only addresses from which the account has
 *   not signed in lately, so a stranger cannot lock its owner out of the usual place.
 * - `address`, on whatever account: for one password tried on many accounts. Thirty tries a minute stay possible, since a
 *   whole office may share an address.
 * - `mail`, links to one address: enough for who looks in the wrong folder first, too few to fill somebody's mailbox.
 */
export const TRY_LIMITS = Object.freeze({
  pair: { waits: [0, 0, 0, 0, 5, 10, 20, 40, 80, QUARTER], window: DAY },
  account: { waits: after(100, QUARTER), window: DAY },
  address: { waits: after(600, 60), window: QUARTER },
  mail: { waits: after(3, QUARTER), window: QUARTER },
} satisfies Record<string, TryLimit>);

/**
 * Seconds to wait after so many failures.
 *
 * @param failures how many within the limit's window; a whole number from 0
 * @example waitAfter(TRY_LIMITS.pair, 5) // 5
 */
export const waitAfter = ({ waits }: TryLimit, failures: number): number =>
  waits[Math.min(failures, waits.length) - 1] ?? 0;
