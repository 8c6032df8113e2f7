import { Decimal, plain } from '../quantity/decimal.js';

/** What the first link of a chain follows: 32 bytes of nothing, as hexadecimal digits. */
const NOTHING_BEFORE = '0'.repeat(64);

/** A ledger entry as it is stored, decimals in any notation of PostgreSQL's `numeric`. */
export interface StoredEntry {
  readonly id: string;
  readonly agreementId: string;
  readonly deliveryId: string | null;
  readonly kind: string;
  readonly basis: string;
  readonly reverses: string | null;
  readonly unitKind: string;
  readonly amountBase: string;
  readonly roadKm: string;
  readonly valueNok: string | null;
  readonly occurredOn: string;
  readonly yearly: boolean;
  readonly endsOn: string | null;
  readonly exchange: Readonly<Record<string, string | number | null>>;
  readonly giverFirmId: string;
  readonly takerFirmId: string;
  readonly methodVersion: string;
  /** UTC to the microsecond, as 2026-05-04T10:00:00.000000Z. */
  readonly recordedAt: string;
}

/** One place in the chain of a cluster: an entry, and the hashes that tie it to the one before. */
export interface Link {
  readonly chainId: string;
  readonly position: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly entry: StoredEntry;
  /** Of the seal that the entry's money stands behind; null where it has none, or is from before there were seals. */
  readonly salt: string | null;
}

/** Of the UTF-8 bytes of a text, as 64 hexadecimal digits. */
type Sha256 = (text: string) => string;

const DECIMALS = new Set<keyof StoredEntry>(['amountBase', 'roadKm']);

/**
 * The text whose SHA-256 is a link's hash: JSON as RFC 8785 canonicalises it, of one object whose values are strings or
 * null. Decimals stand in plain notation without trailing zeros; the fields of the exchange under `exchange.`. `form` is
 * the number of this form: 2 where the money is sealed, the hash of salt and sum in its place, so that the text can be
 * handed on without it.
 *
 * @param link hashes as 64 hexadecimal digits
 * @param sha256 of the UTF-8 bytes of a text, as 64 hexadecimal digits
 * @example canonicalText(firstLink, sha256).startsWith('{"agreementId":"') // true
 */
export function canonicalText(
  { chainId, position, previousHash, entry, salt }: Omit<Link, 'hash'>,
  sha256: Sha256,
): string {
  const { exchange, valueNok, ...own } = entry;
  const money = textOf(valueNok, true);
  const fields: Record<string, string | null> = {
    ...(salt === null
      ? { form: '1', valueNok: money }
      : { form: '2', valueSeal: sha256(`${salt} ${money}`) }),
    chain: chainId,
    position: String(position),
    previous: previousHash,
  };
  for (const [name, value] of Object.entries(own))
    fields[name] = textOf(value, DECIMALS.has(name as keyof StoredEntry));
  for (const [name, value] of Object.entries(exchange)) fields[`exchange.${name}`] = textOf(value);
  const names = Object.keys(fields).sort((a, b) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, fields[name] ?? null])));
}

function textOf(
  value: string | number | boolean | null,
  isDecimal = typeof value === 'number',
): string | null {
  if (value === null) return null;
  return isDecimal ? plain(new Decimal(value as string | number)) : String(value);
}

/**
 * What is wrong with one link: a place that is missing before it, a hash that is not the one before's, an entry that is
 * not what was hashed.
 *
 * @param before the link before it in its chain; undefined for the first
 * @param sha256 of the UTF-8 bytes of a text, as 64 hexadecimal digits
 * @returns in words; nothing where it holds. A chain cut off at its end holds too: that shows only against a head noted
 *   elsewhere
 * @example linkFaults(secondLink, firstLink, sha256) // []
 */
export function linkFaults(
  link: Link,
  before: Pick<Link, 'position' | 'hash'> | undefined,
  sha256: Sha256,
): readonly string[] {
  const { position, hash } = before ?? { position: 0, hash: NOTHING_BEFORE };
  const isNext = link.position === position + 1;
  return [
    ...(isNext ? [] : [`follows position ${position}: what stood between is missing`]),
    ...(isNext && link.previousHash !== hash ? ['does not name the hash of the link before'] : []),
    ...(sha256(canonicalText(link, sha256)) === link.hash ? [] : ['is not the entry that was hashed']),
  ];
}
