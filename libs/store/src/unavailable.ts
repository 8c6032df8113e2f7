/**
 * SQLSTATEs that say nothing about the work and all about the moment, of PostgreSQL's appendix A: a time-out of a lock
 * or statement, work broken off in favour of other work, and whatever of these classes.
 */
const CODES = new Set(['55P03', '57014', '25P03', '40001', '40P01']);
/** Connection exceptions, insufficient resources, operator intervention. */
const CLASSES = /^(08|53|57P)/;
/** Of Node's sockets. */
const SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** pg and its pool tell these by words alone. */
const WORDS =
  /^(timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

/** What TypeORM says when the connection broke while a transaction was open: to its runner, and to its manager. */
const BROKEN_OFF = new Set(['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError']);

interface Fault {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly driverError?: unknown;
  readonly cause?: unknown;
}

const MOST_CAUSES = 5;

/**
 * Whether an error means that the database could not take the work just now: it is away, stopping or full, all
 * connections are in use, or somebody holds what the work needs. The same work may go well in a moment.
 */
export function isUnavailable(error: unknown): boolean {
  let fault = error;
  for (let depth = 0; depth < MOST_CAUSES && typeof fault === 'object' && fault !== null; depth += 1) {
    const { name, code, message, driverError, cause } = fault as Fault;
    if (isMomentary(code) || (typeof message === 'string' && WORDS.test(message))) return true;
    if (typeof name === 'string' && BROKEN_OFF.has(name)) return true;
    fault = driverError ?? cause;
  }
  return false;
}

const isMomentary = (code: unknown): boolean =>
  typeof code === 'string' &&
  (CODES.has(code) || SOCKET.has(code) || (code.length === 5 && CLASSES.test(code)));
