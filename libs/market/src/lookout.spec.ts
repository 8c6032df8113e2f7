import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Lookout, type Found } from './lookout.js';

const SOON = { soonMs: [50, 150] };

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Counts its looks; each finds what is said. */
function watched(found: readonly Found[], waits: ConstructorParameters<typeof Lookout>[1]) {
  let looks = 0;
  const lookout = new Lookout(() => Promise.resolve(found[looks++] ?? false), waits);
  return { lookout, looks: () => looks };
}

describe('a lookout', () => {
  it('looks after each wait once it is woken, and then no more without a clock', async () => {
    const { lookout, looks } = watched([], SOON);
    lookout.start();
    await jest.advanceTimersByTimeAsync(1000);
    expect(looks()).toBe(0);
    lookout.wake();
    await jest.advanceTimersByTimeAsync(50);
    expect(looks()).toBe(1);
    // 50 + 150
    await jest.advanceTimersByTimeAsync(150);
    expect(looks()).toBe(2);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(looks()).toBe(2);
  });

  it('begins its waits anew where it found something', async () => {
    const { lookout, looks } = watched([true], SOON);
    lookout.start();
    lookout.wake();
    // found at 50, again at 100, nothing; again at 250
    await jest.advanceTimersByTimeAsync(10_000);
    expect(looks()).toBe(3);
  });

  it('waits for its clock, or to be woken, where it found all there was', async () => {
    const { lookout, looks } = watched(['all', 'all'], { ...SOON, clockMs: 1000 });
    lookout.start();
    lookout.wake();
    // found at 50; without that again at 200
    await jest.advanceTimersByTimeAsync(1049);
    expect(looks()).toBe(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(looks()).toBe(2);
    lookout.wake();
    await jest.advanceTimersByTimeAsync(50);
    expect(looks()).toBe(3);
  });

  it('looks once more when it was woken before it had found all there was', async () => {
    let looks = 0;
    const lookout = new Lookout(
      () => {
        looks += 1;
        if (looks === 1) lookout.wake();
        return Promise.resolve('all');
      },
      { soonMs: [0] },
    );
    lookout.start();
    lookout.wake();
    await jest.advanceTimersByTimeAsync(1000);
    expect(looks).toBe(2);
  });

  it('is not put off by being woken time and again', async () => {
    const { lookout, looks } = watched([], SOON);
    lookout.start();
    for (let at = 0; at < 10; at += 1) {
      lookout.wake();
      await jest.advanceTimersByTimeAsync(40);
    }
    // One at least every 90 ms of the 400.
    expect(looks()).toBeGreaterThanOrEqual(4);
  });

  it('looks once more when it was woken while it looked', async () => {
    let looks = 0;
    let end: (found: boolean) => void = () => undefined;
    const lookout = new Lookout(
      () => {
        looks += 1;
        return new Promise((resolve) => (end = resolve));
      },
      { soonMs: [0] },
    );
    lookout.start();
    lookout.wake();
    await jest.advanceTimersByTimeAsync(1);
    lookout.wake();
    await jest.advanceTimersByTimeAsync(1000);
    expect(looks).toBe(1);
    end(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(looks).toBe(2);
  });

  it('looks by its clock, is woken sooner, and rests where it is told to', async () => {
    const { lookout, looks } = watched([], { soonMs: [0], clockMs: 1000 });
    lookout.wake();
    await jest.advanceTimersByTimeAsync(5000);
    expect(looks()).toBe(0);
    lookout.rest();
    lookout.start();
    await jest.advanceTimersByTimeAsync(500);
    const before = looks();
    lookout.wake();
    await jest.advanceTimersByTimeAsync(1);
    expect(looks()).toBe(before + 1);
    await jest.advanceTimersByTimeAsync(1000);
    expect(looks()).toBe(before + 2);
    await lookout.close();
    await jest.advanceTimersByTimeAsync(5000);
    expect(looks()).toBe(before + 2);
  });
});
