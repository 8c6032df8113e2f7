import type { IncomingMessage } from 'node:http';
import { betterAuth } from 'better-auth';
import { bearer } from 'better-auth/plugins';
import pg from 'pg';
import type { Actor } from '#domain';
import type { Config } from '#config';
import { SYSTEM, type Market } from '#market';

/** Tries a minute that one address may sign in: enough for a shared office line, too few to guess a password. */
const SIGN_INS_A_MINUTE = 120;
/** Sessions end after eight hours without use. */
const SESSION_SECONDS = 8 * 60 * 60;

/** For how long the password of a sign-in counts as just proved. */
const STEPPED_UP_MS = 10 * 60 * 1000;

/** Header in which the server tells the sign-in library who is at the other end; never taken from outside. */
const CLIENT_ADDRESS = 'x-bistrom-client-address';

/**
 * Prepares a request for the sign-in library: the address its limits count by is the socket's, and a program that is
 * no browser (it names neither origin nor site) is not asked for an origin, though Node's fetch sends one of the
 * headers that browsers do.
 */
export function beforeSignIn(request: IncomingMessage): void {
  request.headers[CLIENT_ADDRESS] = request.socket.remoteAddress ?? '';
  const { origin, cookie } = request.headers;
  if (origin === undefined && cookie === undefined && request.headers['sec-fetch-site'] === undefined) {
    delete request.headers['sec-fetch-mode'];
    delete request.headers['sec-fetch-dest'];
  }
}

/** A person as the actor of the use cases, with the session that he or she asks in. */
export interface SignedIn extends Actor {
  readonly sessionId: string;
  /** Whether the person has just proved who he or she is: asked for before keys are made. */
  readonly steppedUp: boolean;
}

export interface Auth {
  readonly handler: (request: Request) => Promise<Response>;
  /** The person that a header or connection parameter signs in, with what he or she may act for right now. */
  actor(authorization: string | null | undefined): Promise<SignedIn | undefined>;
  close(): Promise<void>;
}

/** Sign-in by e-mail and password with bearer tokens; its tables live in a schema of their own. */
export async function buildAuth(config: Config, market: Market): Promise<Auth> {
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 5, options: '-c search_path=auth' });
  // A connection that breaks while idle is replaced on the next use; unheard, its error would end the program.
  pool.on('error', () => undefined);
  const auth = betterAuth({
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: config.secret ?? (await market.registry.sessionSecret(SYSTEM)),
    database: pool,
    trustedOrigins: [config.publicUrl, `http://localhost:${config.port}`, `http://127.0.0.1:${config.port}`],
    // People come by invitation of their firm or cluster, never by themselves.
    emailAndPassword: { enabled: true, disableSignUp: true, requireEmailVerification: true },
    session: { expiresIn: SESSION_SECONDS, updateAge: SESSION_SECONDS / 8 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 600,
      customRules: { '/sign-in/email': { window: 60, max: SIGN_INS_A_MINUTE } },
    },
    advanced: { ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] } },
    telemetry: { enabled: false },
    plugins: [bearer()],
  });
  return {
    handler: (request) => auth.handler(request),
    actor: async (authorization) => {
      if (!authorization) return undefined;
      const session = await auth.api.getSession({ headers: new Headers({ authorization }) });
      if (session === null) return undefined;
      const actor = await market.registry.actor(session.user.id, session.user.name);
      const steppedUp = Date.now() - session.session.createdAt.getTime() < STEPPED_UP_MS;
      return { ...actor, sessionId: session.session.id, steppedUp };
    },
    close: () => pool.end(),
  };
}
