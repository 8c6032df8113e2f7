import { parentPort, workerData } from 'node:worker_threads';
import { FileRefused } from './file.js';
import { readFile } from './read.js';
import type { Answer } from './desk.js';

/** One file in a thread of its own, which ends with it. */
function answer(): Answer {
  try {
    return { file: readFile(workerData as Uint8Array) };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { refused: { code: error.code, message: error.message } };
  }
}

parentPort?.postMessage(answer());
