import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const HEAD = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\n';
const STARTS: readonly (readonly [string, string])[] = [
  ['headers that never end', HEAD],
  [
    'a body that never ends',
    `${HEAD}content-type: application/json\r\ncontent-length: 1000\r\n\r\n{"query":"`,
  ],
  [
    'a body of unknown length that never ends',
    `${HEAD}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n9\r\n{"query":\r\n`,
  ],
];
const EACH = 50;
/** Node looks every 30 s for requests that have had their 10 or 20. */
const PATIENCE_MS = 60_000;

/** Connections that begin a request and then keep still. */
export class SlowClients {
  private readonly open: readonly { readonly name: string; readonly ended: Promise<boolean> }[];

  constructor(port: number) {
    this.open = STARTS.flatMap(([name, start]) =>
      Array.from({ length: EACH }, () => ({ name, ended: endOf(connect(port, '127.0.0.1'), start) })),
    );
  }

  /** Each kind, and whether the server has ended all of it in time. */
  async outcomes(): Promise<readonly { readonly name: string; readonly isEnded: boolean }[]> {
    const ends = await Promise.all(
      this.open.map(async ({ name, ended }) => ({ name, isEnded: await ended })),
    );
    return STARTS.map(([name]) => ({
      name: `slow: ${name}`,
      isEnded: ends.every((one) => one.name !== name || one.isEnded),
    }));
  }
}

async function endOf(socket: Socket, start: string): Promise<boolean> {
  socket.on('error', () => undefined);
  socket.resume();
  socket.write(start);
  const timer = setTimeout(() => socket.destroy(new Error('still open')), PATIENCE_MS);
  const isInTime = new Promise<boolean>((resolve) => {
    socket.once('end', () => resolve(true));
    socket.once('close', () => resolve(socket.errored?.message !== 'still open'));
  });
  const result = await isInTime;
  clearTimeout(timer);
  if (!socket.destroyed) {
    socket.destroy();
    await once(socket, 'close');
  }
  return result;
}
