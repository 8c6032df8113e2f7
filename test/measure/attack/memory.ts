import { once } from 'node:events';
import { WebSocket } from 'ws';

const MEGABYTE = 2 ** 20;

export interface Memory {
  /** What is still held after a collection of garbage, megabytes. */
  readonly held: number;
  /** What the process has of the machine then, megabytes. */
  readonly resident: number;
  /** The most that the process has had of the machine so far, megabytes. */
  readonly peak: number;
}

interface Usage {
  readonly heapUsed: number;
  readonly external: number;
  readonly rss: number;
  readonly maxRSS: number;
}

const USAGE = 'JSON.stringify({ ...process.memoryUsage(), maxRSS: process.resourceUsage().maxRSS })';

/**
 * The memory of a program that was started with --inspect. Asked from inside, after a collection: how much garbage lies
 * about at a moment says nothing of what is kept.
 */
export async function memoryOf(inspector: string): Promise<Memory> {
  const socket = new WebSocket(inspector);
  await once(socket, 'open');
  await call(socket, 1, 'HeapProfiler.collectGarbage', {});
  const text = await call(socket, 2, 'Runtime.evaluate', { expression: USAGE });
  socket.close();
  const { heapUsed, external, rss, maxRSS } = JSON.parse(text) as Usage;
  // maxRSS comes in kilobytes.
  return { held: (heapUsed + external) / MEGABYTE, resident: rss / MEGABYTE, peak: maxRSS / 1024 };
}

async function call(socket: WebSocket, id: number, method: string, params: object): Promise<string> {
  socket.send(JSON.stringify({ id, method, params }));
  for (;;) {
    const [data] = (await once(socket, 'message')) as [Buffer];
    const answer = JSON.parse(data.toString()) as { id?: number; result?: { result?: { value?: string } } };
    if (answer.id === id) return answer.result?.result?.value ?? '';
  }
}
