import { Worker } from 'node:worker_threads';
import { FileRefused, tooLarge, type FileRefusalCode, type ReadFile } from './file.js';

/** What a thread answers with. */
export type Answer =
  | { readonly file: ReadFile }
  | { readonly refused: { readonly code: FileRefusalCode; readonly message: string } };

const AT_ONCE = 2;
const MOST_WAITING = 8;
/** Fifty thousand rows take a few seconds. */
const LONGEST_MS = 30_000;
const MOST_HEAP_MB = 512;

/** So many files wait that another would only wait longer. */
export class DeskBusy extends Error {}

/** Reads files in threads of their own, two at a time: whatever a file does, the api goes on answering. */
export class Desk {
  private reading = 0;
  private readonly waiting: (() => void)[] = [];

  /** @throws FileRefused, DeskBusy */
  async read(bytes: Uint8Array): Promise<ReadFile> {
    if (this.reading >= AT_ONCE) {
      if (this.waiting.length >= MOST_WAITING) throw new DeskBusy();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.reading += 1;
    try {
      return await inThread(bytes);
    } finally {
      this.reading -= 1;
      this.waiting.shift()?.();
    }
  }
}

function inThread(bytes: Uint8Array): Promise<ReadFile> {
  const own = new Uint8Array(bytes);
  const thread = new Worker(new URL('./thread.js', import.meta.url), {
    workerData: own,
    transferList: [own.buffer],
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
  });
  return new Promise<ReadFile>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(tooLarge('Reading the file takes too long; send it in parts, or as CSV.'));
      void thread.terminate();
    }, LONGEST_MS);
    thread.once('message', (answer: Answer) => {
      if ('file' in answer) resolve(answer.file);
      else reject(new FileRefused(answer.refused.code, answer.refused.message));
    });
    thread.once('error', (error: Error & { readonly code?: string }) =>
      reject(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? tooLarge('Reading the file takes too much memory; send it in parts, or as CSV.')
          : error,
      ),
    );
    thread.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('The thread that reads a file ended without an answer.'));
    });
  });
}
