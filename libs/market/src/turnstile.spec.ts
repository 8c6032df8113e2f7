import { describe, expect, it } from '@jest/globals';
import { Turnstile } from './turnstile.js';

/** Work that ends when it is told to, and notes who is in. */
const visitors = () => {
  const inside: string[] = [];
  const leave = new Map<string, () => void>();
  const visit = (name: string) => (): Promise<string> => {
    inside.push(name);
    return new Promise((resolve) => leave.set(name, () => resolve(name)));
  };
  return { inside, leave, visit };
};

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a turnstile', () => {
  it('lets so many in at a time, and the rest in the order that they came', async () => {
    const turnstile = new Turnstile(2);
    const { inside, leave, visit } = visitors();
    const all = Promise.all(['a', 'b', 'c', 'd'].map((name) => turnstile.pass(visit(name))));
    await turn();
    expect(inside).toEqual(['a', 'b']);
    leave.get('b')?.();
    await turn();
    expect(inside).toEqual(['a', 'b', 'c']);
    for (const name of ['a', 'c']) leave.get(name)?.();
    await turn();
    leave.get('d')?.();
    expect(await all).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lets the next one in after one that failed, thrown at once or later', async () => {
    const turnstile = new Turnstile(1);
    const failed = [
      turnstile.pass(() => Promise.reject(new Error('later'))),
      turnstile.pass(() => {
        throw new Error('at once');
      }),
    ];
    const next = turnstile.pass(() => Promise.resolve('in'));
    await expect(failed[0]).rejects.toThrow('later');
    await expect(failed[1]).rejects.toThrow('at once');
    expect(await next).toBe('in');
  });

  it('is empty again when all have left', async () => {
    const turnstile = new Turnstile(1);
    for (const name of ['a', 'b', 'c']) expect(await turnstile.pass(() => Promise.resolve(name))).toBe(name);
  });
});
