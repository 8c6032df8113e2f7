import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { KnownDocuments } from './known-documents.js';

const document = parse('{ viewer { name } }');

describe('the documents that are known', () => {
  it('are the last hundred that were asked for', async () => {
    const known = new KnownDocuments();
    for (let at = 0; at < 100; at += 1) await known.set(`d${at}`, document);
    // asked for again, so that d1 is now the oldest
    expect(await known.get('d0')).toBe(document);
    await known.set('d100', document);
    expect(await known.get('d1')).toBeUndefined();
    expect(await known.get('d0')).toBe(document);
    expect(await known.get('d100')).toBe(document);
  });

  it('can be forgotten', async () => {
    const known = new KnownDocuments();
    await known.set('d', document);
    expect(await known.delete('d')).toBe(true);
    expect(await known.get('d')).toBeUndefined();
  });
});
