import { describe, expect, it } from '@jest/globals';
import { Together } from './together.js';

/** Counts how often it is put, and answers with the count. */
const counted = () => {
  const counter = { puts: 0 };
  return { counter, work: () => Promise.resolve((counter.puts += 1)) };
};

describe('the same question', () => {
  it('asked by many in one turn is put once', async () => {
    const together = new Together<number>();
    const { work } = counted();
    const answers = await Promise.all([1, 2, 3].map(() => together.ask('a', work)));
    expect(answers).toEqual([1, 1, 1]);
  });

  it('in other words is another one', async () => {
    const together = new Together<number>();
    const { work } = counted();
    expect(await Promise.all(['a', 'b'].map((one) => together.ask(one, work)))).toEqual([1, 2]);
  });

  it('asked while its answer is under way is put anew', async () => {
    const together = new Together<number>();
    let second: Promise<number> | undefined;
    const first = together.ask('a', () => {
      second = together.ask('a', () => Promise.resolve(2));
      return Promise.resolve(1);
    });
    expect([await first, await second]).toEqual([1, 2]);
  });

  it('asked by many while its answer is under way is put once more, and not before that has come', async () => {
    const together = new Together<number>();
    const { counter, work } = counted();
    const late: Promise<number>[] = [];
    const first = together.ask('a', async () => {
      for (let asking = 0; asking < 3; asking += 1) {
        late.push(together.ask('a', work));
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect(counter.puts).toBe(0);
      return 0;
    });
    expect(await first).toBe(0);
    expect(await Promise.all(late)).toEqual([1, 1, 1]);
  });

  it('that failed, fails for all who asked it, and can be asked again', async () => {
    const together = new Together<number>();
    const fails = (): Promise<number> => Promise.reject(new Error('away'));
    const asked = [together.ask('a', fails), together.ask('a', fails)];
    for (const one of asked) await expect(one).rejects.toThrow('away');
    expect(await together.ask('a', () => Promise.resolve(1))).toBe(1);
  });
});
