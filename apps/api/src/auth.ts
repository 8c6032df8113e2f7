import { betterAuth } from 'better-auth';
import { bearer } from 'better-auth/plugins';
import pg from 'pg';
import type { Actor } from '#domain';
import type { Config } from '#config';
import type { Market } from '#market';

/** Tries a minute that one address may sign in: enough for a shared office line, too few to guess a password. */
const SIGN_INS_A_MINUTE = 60;
/** Sessions end after eight hours without use. */
const SESSION_SECONDS = 8 * 60 * 60;

export interface Auth {
  readonly handler: (request: Request) => Promise<Response>;
  /** The person that a header or connection parameter signs in, with what he or she may act for right now. */
  actor(authorization: string | null | undefined, cookie?: string | null): Promise<Actor | undefined>;
  close(): Promise<void>;
}

/** Sign-in by e-mail and password with bearer tokens; its tables live in a schema of their own. */
export function buildAuth(config: Config, market: Market): Auth {
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 5, options: '-c search_path=auth' });
  const auth = betterAuth({
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: config.secret,
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
    telemetry: { enabled: false },
    plugins: [bearer()],
  });
  return {
    handler: (request) => auth.handler(request),
    actor: async (authorization, cookie) => {
      const headers = new Headers();
      if (authorization) headers.set('authorization', authorization);
      if (cookie) headers.set('cookie', cookie);
      if (!authorization && !cookie) return undefined;
      const session = await auth.api.getSession({ headers });
      return session === null ? undefined : market.registry.actor(session.user.id, session.user.name);
    },
    close: () => pool.end(),
  };
}
