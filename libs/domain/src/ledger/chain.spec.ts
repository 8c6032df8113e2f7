import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalText, linkFaults, type Link, type StoredEntry } from './chain.js';

/** A stand-in of as many digits (FNV-1a, 64 bit): the chain is told how to hash, and the domain does no cryptography. */
function sha256(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of text)
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash.toString(16).padStart(64, '0');
}

const ENTRY: StoredEntry = {
  id: '7',
  agreementId: 'agreement-1',
  deliveryId: 'delivery-1',
  kind: 'delivered',
  basis: 'DELIVERED',
  reverses: null,
  unitKind: 'mass',
  amountBase: '25000.500',
  roadKm: '48.0',
  valueNok: null,
  occurredOn: '2026-05-04',
  yearly: false,
  endsOn: null,
  exchange: { ratio: 0.85, treatment: 'none "raw"' },
  giverFirmId: 'a',
  takerFirmId: 'b',
  methodVersion: '2026-1',
  recordedAt: '2026-05-04T10:00:00.000000Z',
};

/** Links of one chain, each made from the one before. */
function chainOf(entries: readonly StoredEntry[]): readonly Link[] {
  const links: Link[] = [];
  for (const [at, entry] of entries.entries()) {
    const previousHash = links.at(-1)?.hash ?? '0'.repeat(64);
    const link = { chainId: 'cluster-1', position: at + 1, previousHash, entry, salt: null };
    links.push({ ...link, hash: sha256(canonicalText(link, sha256)) });
  }
  return links;
}
const faultsOf = (links: readonly Link[]): readonly string[] =>
  links.flatMap((link, at) =>
    linkFaults(link, links[at - 1], sha256).map((what) => `${link.position} ${what}`),
  );

describe('canonicalText', () => {
  it('example: one object of strings, names in order, decimals without trailing zeros', () => {
    const [firstLink] = chainOf([ENTRY]) as [Link];
    expect(canonicalText(firstLink, sha256).startsWith('{"agreementId":"')).toBe(true);
    expect(canonicalText(firstLink, sha256)).toBe(
      `{"agreementId":"agreement-1","amountBase":"25000.5","basis":"DELIVERED","chain":"cluster-1","deliveryId":"delivery-1",` +
        `"endsOn":null,"exchange.ratio":"0.85","exchange.treatment":"none \\"raw\\"","form":"1","giverFirmId":"a","id":"7",` +
        `"kind":"delivered","methodVersion":"2026-1","occurredOn":"2026-05-04","position":"1","previous":"${'0'.repeat(64)}",` +
        `"recordedAt":"2026-05-04T10:00:00.000000Z","reverses":null,"roadKm":"48","takerFirmId":"b","unitKind":"mass",` +
        `"valueNok":null,"yearly":"false"}`,
    );
  });

  it('tells every change of an entry', () => {
    const [link] = chainOf([ENTRY]) as [Link];
    const changes: readonly Partial<StoredEntry>[] = [
      { amountBase: '25000.501' },
      { valueNok: '0' },
      { occurredOn: '2026-05-05' },
      { yearly: true },
      { exchange: { ratio: 0.86, treatment: 'none "raw"' } },
      { exchange: { ratio: 0.85, treatment: 'none "raw"', displaces: null } },
      { recordedAt: '2026-05-04T10:00:00.000001Z' },
    ];
    const texts = changes.map((change) => canonicalText({ ...link, entry: { ...ENTRY, ...change } }, sha256));
    expect(new Set([canonicalText(link, sha256), ...texts]).size).toBe(changes.length + 1);
  });
});

describe('a seal', () => {
  const [link] = chainOf([{ ...ENTRY, valueNok: '99.50' }]) as [Link];
  const sealed = (salt: string, valueNok = '99.50'): string =>
    canonicalText({ ...link, salt, entry: { ...ENTRY, valueNok } }, sha256);

  it('stands where the money stood, as the hash of salt and sum', () => {
    const fields = JSON.parse(sealed('salt-1')) as Record<string, string>;
    expect(fields).toMatchObject({ form: '2', valueSeal: sha256('salt-1 99.5') });
    expect(fields).not.toHaveProperty('valueNok');
  });

  it('is another for another sum and for another salt', () => {
    const texts = [sealed('salt-1'), sealed('salt-2'), sealed('salt-1', '99.51')];
    expect(new Set(texts).size).toBe(3);
  });
});

describe('linkFaults', () => {
  const links = chainOf([ENTRY, { ...ENTRY, id: '8' }, { ...ENTRY, id: '11' }]);

  it('example: finds nothing in a whole chain', () => {
    const [firstLink, secondLink] = links as [Link, Link];
    expect(linkFaults(secondLink, firstLink, sha256)).toEqual([]);
    expect(faultsOf(links)).toEqual([]);
  });

  it('finds a link that was taken out', () => {
    expect(faultsOf(links.filter((one) => one.position !== 2))).toEqual([
      '3 follows position 1: what stood between is missing',
    ]);
    expect(faultsOf(links.slice(1))).toEqual(['2 follows position 0: what stood between is missing']);
  });

  it('finds an entry that was changed together with its own hash, by the link after it', () => {
    const changed = { ...(links[1] as Link), entry: { ...ENTRY, id: '8', amountBase: '1' } };
    const rehashed = { ...changed, hash: sha256(canonicalText(changed, sha256)) };
    expect(faultsOf([links[0] as Link, rehashed, links[2] as Link])).toEqual([
      '3 does not name the hash of the link before',
    ]);
  });

  it('finds any one change in any chain', () => {
    const entries = fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(entries, fc.nat(), fc.integer({ min: 1, max: 1e9 }), (amounts, which, by) => {
        const chain = chainOf(
          amounts.map((amount, at) => ({ ...ENTRY, id: String(at), amountBase: String(amount) })),
        );
        expect(faultsOf(chain)).toEqual([]);
        const at = which % chain.length;
        const changed = chain.map((link, position) =>
          position === at
            ? { ...link, entry: { ...link.entry, amountBase: String((amounts[at] ?? 0) + by) } }
            : link,
        );
        expect(faultsOf(changed)).toEqual([`${at + 1} is not the entry that was hashed`]);
      }),
    );
  });
});
