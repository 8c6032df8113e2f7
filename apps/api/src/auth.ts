import type pg from 'pg';
import type { Logger } from '#telemetry';
import { poolOf, type Config } from '#config';
import { rolePool, SYSTEM, type Market } from '#market';
import { Door } from './auth/door.js';
import { openLibrary, originsOf, type LibraryParts } from './auth/library.js';
import { Notices } from './auth/notices.js';
import { Sessions } from './auth/sessions.js';
import { discover, type Provider } from './auth/sso.js';
import { Tries } from './auth/tries.js';
import { UsedCodes } from './auth/used-codes.js';

/** How often counts that are over are forgotten. */
const FORGET_MS = 60 * 60 * 1000;

/** A person by the session that he or she asks in; what may be done in it is read by the market. */
export interface SignedIn {
  readonly personId: string;
  readonly name: string;
  readonly sessionId: string;
  /** Proved freshly, and by a second factor where the person has one: what a guarded action asks for. */
  readonly steppedUp: boolean;
}

export interface Auth {
  readonly handler: (request: Request) => Promise<Response>;
  /** The person that a header or connection parameter signs in. */
  signedIn(authorization: string | null | undefined): Promise<SignedIn | undefined>;
  close(): Promise<void>;
}

/** Sign-in, with its tables in a schema of their own: see decisions 0012 and 0025. */
export async function buildAuth(config: Config, market: Market, log: Logger): Promise<Auth> {
  // Whatever the library asks, it asks as a role that has the tables of sign-in and nothing of the market.
  const limits = poolOf(config, 'api');
  const pool = rolePool(config.databaseUrl, { role: 'bistrom_auth', max: 5, schema: 'auth', limits });
  const tries = new Tries(pool);
  const usedCodes = new UsedCodes(pool);
  const notices = new Notices(market, config.publicUrl);
  const secret = config.secret ?? (await market.registry.sessionSecret(SYSTEM));
  const later = laterOf(log);
  const library = new Reopened(config, log, {
    pool,
    secret,
    log,
    notices,
    usedCodes,
    onPasswordReset: async (person) => {
      await tries.forgive(Tries.accountOf(person.email));
      later.do(notices.send(person, { kind: 'sign-in-changed', what: 'password' }));
    },
  });
  await library.ssoReady();
  const sessions = new Sessions(library.current, pool);
  const door = new Door({
    library: library.current,
    sessions,
    tries,
    usedCodes,
    notices,
    origins: originsOf(config),
    ssoName: config.oidc?.name,
    ssoReady: () => library.ssoReady(),
    later: later.do,
  });
  const clock = setInterval(() => later.do(tries.forget()), FORGET_MS).unref();
  return {
    handler: async (request) => orAway(await door.handle(request), pool),
    signedIn: async (authorization) => {
      const session = await sessions.of(authorization);
      if (session === undefined) return undefined;
      const { id: sessionId, person, steppedUp } = session;
      return { personId: person.id, name: person.name, sessionId, steppedUp };
    },
    close: async () => {
      clearInterval(clock);
      await later.done();
      await pool.end();
    },
  };
}

/** The library answers with 500 when the database is away; asking that throws what the caller is to be told. */
async function orAway(response: Response, pool: pg.Pool): Promise<Response> {
  if (response.status === 500) await pool.query('select');
  return response;
}

/** The library, opened again once an identity provider that was away at the start answers. */
class Reopened {
  readonly current = (): ReturnType<typeof openLibrary> => this.library;
  private library: ReturnType<typeof openLibrary>;
  private provider: Provider | undefined;

  constructor(
    private readonly config: Config,
    private readonly log: Logger,
    private readonly parts: Omit<LibraryParts, 'config' | 'provider'>,
  ) {
    this.library = openLibrary({ ...parts, config, provider: undefined });
  }

  async ssoReady(): Promise<boolean> {
    const { config, parts } = this;
    if (config.oidc === undefined) return false;
    if (this.provider !== undefined) return true;
    try {
      this.provider = await discover(config.oidc);
    } catch (error) {
      this.log.error({ err: error }, 'Sign-in by the identity provider is off for now');
      return false;
    }
    this.library = openLibrary({ ...parts, config, provider: this.provider });
    return true;
  }
}

/** What goes on after its answer, and ends before the program does. */
function laterOf(log: Logger): { do: (work: Promise<unknown>) => void; done: () => Promise<unknown> } {
  const open = new Set<Promise<unknown>>();
  return {
    do: (work) => {
      const settled = work
        .catch((error: unknown) => log.error({ err: error }, 'After a sign-in request, something went wrong'))
        .finally(() => open.delete(settled));
      open.add(settled);
    },
    done: () => Promise.all(open),
  };
}
