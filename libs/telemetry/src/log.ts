import type { Writable } from 'node:stream';
import { pino, type DestinationStream, type Logger } from 'pino';
import { faultOf } from './fault.js';
import { redact } from './redact.js';

export type { Logger };

export interface LogOptions {
  readonly level: string;
  /** What every line of the moment gets: the id of the request that is being answered. */
  readonly context?: () => object;
  /** Standard error where nothing is said. */
  readonly to?: Writable;
}

/**
 * The log of a program: one line of JSON for each thing that happened. Whoever logs says what; what may not stand there
 * is struck out here, in one place.
 */
export function openLog(name: string, { level, context, to }: LogOptions): Logger {
  const destination: DestinationStream = to ?? pino.destination(2);
  return pino(
    {
      name,
      level,
      mixin: () => context?.() ?? {},
      formatters: {
        level: (label) => ({ level: label }),
        bindings: ({ name: program, pid }) => ({ name: program as string, pid: pid as number }),
        log: (object) => {
          const { err } = object as { err?: unknown };
          return err === undefined ? { ...object } : { ...object, err: faultOf(err) };
        },
      },
      serializers: { err: (fault: unknown) => fault },
      // The finished line, so that nothing gets by: not what a child was given, nor what the message says.
      hooks: { streamWrite: (line) => `${JSON.stringify(redact(JSON.parse(line)))}\n` },
    },
    destination,
  );
}
