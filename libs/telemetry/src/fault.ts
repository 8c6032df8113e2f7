/** What of an error may be logged. */
export interface Fault {
  readonly type: string;
  /** SQLSTATE, or a code of Node's. */
  readonly code?: string;
  /** Not of an error that quotes what it was given. */
  readonly message?: string;
  /** Table, column and constraint that the database names. */
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  /** Where in the code, without the message above it. */
  readonly at?: readonly string[];
  readonly cause?: Fault;
}

const MOST_FRAMES = 12;
const MOST_CAUSES = 3;
const PLAIN_NAME = /^[\w.-]{1,80}$/;

/**
 * What of an error goes into a log: its kind, code and place. The database's own words, TypeORM's statement and
 * parameters and a parser's sample of its input quote what people wrote, so they stay out; in other messages all that
 * stands between quotation marks does.
 */
export function faultOf(error: unknown, depth = 0): Fault {
  if (!(error instanceof Error)) return { type: typeof error };
  const told = error as Error & Readonly<Record<string, unknown>>;
  const driver = told['driverError'];
  const from = driver instanceof Error ? (driver as typeof told) : told;
  const cause =
    error.cause !== undefined && depth < MOST_CAUSES ? faultOf(error.cause, depth + 1) : undefined;
  const message = quotes(told, from) ? undefined : unquoted(error.message);
  return {
    type: plain(error.name) ?? 'Error',
    ...named('code', from['code']),
    ...(message === undefined ? {} : { message }),
    ...named('table', from['table']),
    ...named('column', from['column']),
    ...named('constraint', from['constraint']),
    ...(error.stack === undefined ? {} : { at: framesOf(error.stack) }),
    ...(cause === undefined ? {} : { cause }),
  };
}

/** An error in a few words that are kept and shown: kind, code, constraint. */
export function reasonOf(error: unknown): string {
  const { type, code, constraint } = faultOf(error);
  return [type, code, constraint].filter((one) => one !== undefined).join(' ');
}

/** A class 08, 53 or 57P of the database names no value; of all else that it says, some does. */
function quotes(
  error: Error & Readonly<Record<string, unknown>>,
  from: Readonly<Record<string, unknown>>,
): boolean {
  if (error instanceof SyntaxError) return true;
  const isOfDatabase = 'severity' in from || 'query' in error;
  return isOfDatabase && !/^(08|53|57P)/.test(String(from['code']));
}

const unquoted = (message: string): string => message.replaceAll(/(["'`«“]).*["'`»”]/gs, '…').slice(0, 300);

const plain = (value: unknown): string | undefined =>
  typeof value === 'string' && PLAIN_NAME.test(value) ? value : undefined;

const named = (name: string, value: unknown): Readonly<Record<string, string>> => {
  const known = plain(value);
  return known === undefined ? {} : { [name]: known };
};

const framesOf = (stack: string): readonly string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim());
