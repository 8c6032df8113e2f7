import { describe, expect, it } from '@jest/globals';
import { batches } from './batches.js';

/** Reads when it is told to, and notes what it was asked for. */
const reading = () => {
  const asked: (readonly string[])[] = [];
  const answer: (() => void)[] = [];
  const read = (keys: readonly string[]): Promise<string[]> => {
    asked.push(keys);
    return new Promise((resolve) => answer.push(() => resolve(keys.map((key) => key.toUpperCase()))));
  };
  return { asked, answer, read };
};

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('batches', () => {
  it('hold what is asked for in one turn, and what is asked for while the one before is read', async () => {
    const { asked, answer, read } = reading();
    const loader = batches(read);
    const first = Promise.all(['a', 'b'].map((key) => loader.load(key)));
    await turn();
    const second = [loader.load('c')];
    await turn();
    second.push(loader.load('a'));
    await turn();
    expect(asked).toEqual([['a', 'b']]);
    answer[0]?.();
    expect(await first).toEqual(['A', 'B']);
    await turn();
    expect(asked).toEqual([
      ['a', 'b'],
      ['c', 'a'],
    ]);
    answer[1]?.();
    expect(await Promise.all(second)).toEqual(['C', 'A']);
  });

  it('go on after one that could not be read', async () => {
    let reads = 0;
    const loader = batches((keys: readonly string[]) =>
      (reads += 1) === 1 ? Promise.reject(new Error('away')) : Promise.resolve(keys),
    );
    const failed = loader.load('a');
    await expect(failed).rejects.toThrow('away');
    expect(await loader.load('b')).toBe('b');
  });

  it('are no larger than is said', async () => {
    const asked: (readonly string[])[] = [];
    const loader = batches((keys: readonly string[]) => {
      asked.push(keys);
      return Promise.resolve(keys);
    }, 2);
    await Promise.all(['a', 'b', 'c'].map((key) => loader.load(key)));
    expect(asked).toEqual([['a', 'b'], ['c']]);
  });
});
