import { RunningProgram, type Program } from './running-program.js';

export type { Program };

export interface Supervision {
  /** Resolves when every program is up for the first time; rejects when one keeps dying before that. */
  ready(): Promise<void>;
  /** Asks every program to stop, and ends those that do not within 3.5 s. */
  stop(): Promise<void>;
}

/** Starts the programs and keeps them running. They must end by themselves when their IPC channel closes. */
export function supervise(programs: readonly Program[], say: (line: string) => void): Supervision {
  const running = programs.map((program) => new RunningProgram(program, say));
  return Object.freeze({
    ready: async () => void (await Promise.all(running.map((one) => one.ready))),
    stop: async () => void (await Promise.all(running.map((one) => one.stop()))),
  });
}
