import { connect, createServer } from 'node:net';

const LAST_PORT = 65_535;
const LOOPBACKS = ['127.0.0.1', '::1'] as const;

/** The preferred port when nobody has it, else the next free one above it. */
export async function freePort(preferred: number): Promise<number> {
  for (let port = preferred; port <= LAST_PORT; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port from ${preferred} upwards.`);
}

/** Both loopbacks count: a browser that goes to `localhost` may try the other program's address first. */
export async function isFree(port: number): Promise<boolean> {
  if (await answers(port)) return false;
  for (const host of LOOPBACKS) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

/** macOS lets a second program bind 127.0.0.1 beside a listener on every address, so binding alone proves nothing. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const finish = (taken: boolean): void => {
      socket.destroy();
      resolve(taken);
    };
    socket.setTimeout(500, () => finish(true));
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(isMissingAddress(error)));
    server.listen({ port, host }, () => server.close(() => resolve(true)));
  });
}

/** A machine without IPv6 cannot listen on ::1, and nobody else can either. */
const isMissingAddress = ({ code }: NodeJS.ErrnoException): boolean =>
  code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';
