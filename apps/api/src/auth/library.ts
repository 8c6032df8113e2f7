import { APIError } from '@better-auth/core/error';
import { passkey } from '@better-auth/passkey';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { bearer, twoFactor } from 'better-auth/plugins';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from '#config';
import { PASSWORD_LETTERS, type ProofKind } from '#domain';
import { CLIENT_ADDRESS } from './client-address.js';
import type { Notices } from './notices.js';
import { SSO, ssoPlugin, type Provider } from './sso.js';
import type { UsedCodes } from './used-codes.js';

/** Tries a minute that one address may sign in: enough for a shared office line, too few to guess a password. */
const SIGN_INS_A_MINUTE = 120;
/** Sessions end after eight hours without use, and by the database's own rule seven days after they began. */
const SESSION_SECONDS = 8 * 60 * 60;
const LINK_SECONDS = 60 * 60;
/** Requests of one address, counted in the database; failures are counted apart, in tries.ts. */
const RATE_LIMIT = {
  enabled: true,
  storage: 'database' as const,
  window: 60,
  max: 600,
  customRules: {
    '/sign-in/email': { window: 60, max: SIGN_INS_A_MINUTE },
    '/sign-in/social': { window: 60, max: SIGN_INS_A_MINUTE },
    '/two-factor/*': { window: 60, max: 60 },
    '/change-password': { window: 60, max: 60 },
    '/request-password-reset': { window: 60, max: 60 },
    '/send-verification-email': { window: 60, max: 60 },
  },
} satisfies BetterAuthOptions['rateLimit'];

/** By which endpoint a session began, and so by what proof. */
const PROOF_BY_PATH: Readonly<Record<string, ProofKind>> = {
  '/sign-in/email': 'password',
  '/change-password': 'password',
  '/two-factor/verify-totp': 'totp',
  '/two-factor/verify-backup-code': 'backup-code',
  '/passkey/verify-authentication': 'passkey',
  '/callback/:id': 'sso',
};

export interface LibraryParts {
  readonly config: Config;
  readonly pool: pg.Pool;
  readonly secret: string;
  readonly log: Logger;
  readonly notices: Notices;
  readonly usedCodes: UsedCodes;
  /** Absent where none is configured, or the one that is did not answer. */
  readonly provider: Provider | undefined;
  readonly onPasswordReset: (person: { id: string; email: string }) => Promise<void>;
}

export type Library = ReturnType<typeof openLibrary>;

export const originsOf = ({ publicUrl, port }: Config): string[] => [
  new URL(publicUrl).origin,
  `http://localhost:${port}`,
  `http://127.0.0.1:${port}`,
];

/** The sign-in library, set up; what it does not do itself stands before it, in door.ts. */
export function openLibrary(parts: LibraryParts) {
  const { config, notices } = parts;
  return betterAuth({
    appName: 'Bistrøm',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: parts.secret,
    database: parts.pool,
    trustedOrigins: originsOf(config),
    onAPIError: { errorURL: new URL('/sign-in-failed', config.publicUrl).href },
    emailAndPassword: {
      enabled: true,
      // People come by invitation of their firm or cluster, never by themselves.
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: PASSWORD_LETTERS.least,
      maxPasswordLength: PASSWORD_LETTERS.most,
      resetPasswordTokenExpiresIn: LINK_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }, request) =>
        notices.send(user, { kind: 'reset-password', link: notices.link('reset-password', token) }, request),
      onPasswordReset: ({ user }) => parts.onPasswordReset(user),
    },
    emailVerification: {
      expiresIn: LINK_SECONDS,
      sendVerificationEmail: ({ user, token }, request) =>
        notices.send(user, { kind: 'verify-address', link: notices.link('verify-address', token) }, request),
    },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: SESSION_SECONDS / 8,
      // Step-up asks for a proof of the last minutes, which is stricter than the library's own freshness.
      freshAge: 0,
      additionalFields: {
        provedBy: { type: 'string', required: false, input: false },
        provedAt: { type: 'date', required: false, input: false },
      },
    },
    // A link that was mailed cannot be read back from the database.
    verification: { storeIdentifier: 'hashed' },
    account: { accountLinking: { trustedProviders: [] }, updateAccountOnSignIn: false },
    databaseHooks: hooksOf(parts),
    rateLimit: RATE_LIMIT,
    advanced: { ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] } },
    telemetry: { enabled: false },
    // Its words only: what it adds to them may hold tokens.
    logger: { level: 'error', log: (_level, problem) => parts.log.error({ problem }, 'Sign-in reports') },
    plugins: pluginsOf(parts),
  });
}

function pluginsOf({ config, provider }: LibraryParts) {
  return [
    twoFactor({ issuer: 'Bistrøm' }),
    passkey({
      rpID: new URL(config.publicUrl).hostname,
      rpName: 'Bistrøm',
      origin: originsOf(config),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      // A passkey signs in alone, so holding it is not enough: its device must have known the person.
      registration: {
        afterVerification: ({ verification }) =>
          mustKnowPerson(verification.registrationInfo?.userVerified === true),
      },
      authentication: {
        afterVerification: ({ verification }) => mustKnowPerson(verification.authenticationInfo.userVerified),
      },
    }),
    ...(config.oidc === undefined || provider === undefined ? [] : [ssoPlugin(config.oidc, provider)]),
    // A token as the database keeps it is worth nothing without the signature, which needs the secret. Last, so that it
    // tells no token of a session that the second factor has taken back.
    bearer({ requireSignature: true }),
  ];
}

function mustKnowPerson(isKnown: boolean): void {
  if (!isKnown)
    throw new APIError('UNAUTHORIZED', {
      code: 'USER_NOT_VERIFIED',
      message: 'The authenticator has to ask for a PIN, a fingerprint or the like.',
    });
}

function hooksOf({ pool, usedCodes }: LibraryParts): NonNullable<BetterAuthOptions['databaseHooks']> {
  return {
    session: {
      create: {
        before: async (session, context) => {
          const by = PROOF_BY_PATH[context?.path ?? ''];
          if (by === 'totp') await usedCodes.use(session.userId, codeOf(context?.body));
          return {
            data: { ...session, provedBy: by ?? null, provedAt: by === undefined ? null : new Date() },
          };
        },
      },
    },
    account: {
      create: {
        before: async (account) => {
          if (account.providerId !== SSO) return;
          // An address that the provider gives to somebody else later must not open the account of who had it before.
          const { rowCount } = await pool.query(
            `select from auth."account" where "userId" = $1 and "providerId" = $2`,
            [account.userId, SSO],
          );
          if (rowCount !== 0) return false;
          // We ask the provider nothing afterwards, so its tokens are not kept.
          return { data: { ...account, accessToken: null, refreshToken: null, idToken: null } };
        },
      },
    },
  };
}

const codeOf = (body: unknown): string => {
  const { code } = (body ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
};
