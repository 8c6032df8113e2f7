import { describe, expect, it } from '@jest/globals';
import { giveUpWhenTooFull, takesMore } from './slow-client.js';

const MB = 1024 * 1024;

/** A socket with so much unsent, which remembers how it was closed. */
const socketWith = (bufferedAmount: number) => {
  const socket = {
    OPEN: 1,
    readyState: 1,
    bufferedAmount,
    closed: undefined as number | undefined,
    close: (code: number): void => {
      socket.closed = code;
      socket.readyState = 2;
    },
  };
  return socket;
};

const within = async (ms: number, work: Promise<void>): Promise<boolean> =>
  Promise.race([work.then(() => true), new Promise<boolean>((end) => setTimeout(() => end(false), ms))]);

describe('a slow client', () => {
  it.each([
    ['1 MB unsent is borne', MB, true],
    ['a byte more holds its events back', MB + 1, false],
  ])('%s', async (_what, unsent, expected) => {
    const socket = socketWith(unsent);
    expect(await within(20, takesMore(socket))).toBe(expected);
    socket.readyState = 3;
  });

  it('gets its events when it has caught up, and waits for nothing once it is closed', async () => {
    for (const change of [{ bufferedAmount: 0 }, { readyState: 3 }]) {
      const socket = socketWith(2 * MB);
      const waiting = takesMore(socket);
      Object.assign(socket, change);
      expect(await within(500, waiting)).toBe(true);
    }
  });

  it('is told that it is too slow when it takes nothing for as long as one is patient', async () => {
    const socket = socketWith(2 * MB);
    await expect(takesMore(socket, 60)).rejects.toMatchObject({ extensions: { code: 'TOO_SLOW' } });
    socket.bufferedAmount = MB;
    await expect(takesMore(socket, 60)).resolves.toBeUndefined();
  });

  it.each([
    ['8 MB unsent leave it open', 8 * MB, undefined],
    ['a byte more closes it with 1013', 8 * MB + 1, 1013],
  ])('%s', (_what, unsent, code) => {
    const socket = socketWith(unsent);
    giveUpWhenTooFull(socket);
    expect(socket.closed).toBe(code);
  });
});
