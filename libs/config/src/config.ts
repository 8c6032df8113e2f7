import { z } from 'zod';
import { readEnvironment, type Environment } from './environment.js';

/** One person of the demo, as the page and the launcher print it. */
export interface DemoLogin {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly of: string;
}

export interface OidcConfig {
  /** Exactly as the provider names itself. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the sign-in page calls it. */
  readonly name: string;
}

/** Everything a program is told from outside: read once, checked, frozen. */
export interface Config {
  /** The login that owns nothing where {@link databaseOwnerUrl} names the one that does. */
  readonly databaseUrl: string;
  /** Runs the migrations, and nothing else. */
  readonly databaseOwnerUrl: string | undefined;
  /** Moves the queue to Redis or Valkey; without it the queue lives in the database. */
  readonly redisUrl: string | undefined;
  /** A router of one's own that speaks OSRM's protocol; without it roads are reckoned from the great circle. */
  readonly routerUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  /** Where browsers reach the API: links and sign-in answer to this origin. */
  readonly publicUrl: string;
  /** Signs sessions; 32 characters or more. Without it the installation's own, kept in its database, is used. */
  readonly secret: string | undefined;
  /** An OpenID Connect provider that people may sign in with, registered there as a confidential client. */
  readonly oidc: OidcConfig | undefined;
  /** The mail server and the sender; without them mails wait, or are shown in local mode. The address holds a password. */
  readonly mail:
    { readonly url: string; readonly from: { readonly name: string; readonly address: string } } | undefined;
  /** Points of cost that each person may ask the API for in a minute, and all who act for a firm together. */
  readonly costAMinute: number;
  readonly firmCostAMinute: number;
  /** What pages in a browser may ask: anything within the limits, or only the documents that ours was built with. */
  readonly documents: 'any' | 'trusted';
  /** Only in local mode: the logins that the page may show, and their password. */
  readonly demo: { readonly password: string; readonly logins: readonly DemoLogin[] } | undefined;
}

const login = z.object({ email: z.string(), name: z.string(), role: z.string(), of: z.string() });
const demo = z.object({ password: z.string(), logins: z.array(login) });

const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' });
    return z.NEVER;
  }
});

/** One without the others configures nothing. */
const OIDC = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** `post@example.no`, or with a name before it: `Bistrøm <post@example.no>`. */
const SENDER =
  /^(?:(?<name>[^<>"@,;\p{Cc}]+?)\s*<(?<named>[^\s<>"@,;]+@[^\s<>"@,;]+)>|(?<bare>[^\s<>"@,;]+@[^\s<>"@,;]+))$/u;

const sender = z.string().transform((text, context) => {
  const groups = SENDER.exec(text)?.groups;
  const address = groups?.['named'] ?? groups?.['bare'];
  if (address !== undefined) return { name: groups?.['name'] ?? '', address };
  context.addIssue({ code: 'custom', message: 'must be an address, or a name and <an address>' });
  return z.NEVER;
});

/** What one operation of the API may cost at most: with less in a bucket it could never begin. */
const COSTLIEST = 10_000;

const postgres = z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address');

const variables = z.object({
  DATABASE_URL: postgres,
  DATABASE_OWNER_URL: postgres.optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must be a redis:// address')
    .optional(),
  ROUTER_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  BISTROM_URL: z.url().optional(),
  BISTROM_SECRET: z.string().min(32, 'must be 32 characters or more').optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, hostname: /./, error: 'must be an smtp:// or smtps:// address' })
    .optional(),
  MAIL_FROM: sender.optional(),
  BISTROM_COST_A_MINUTE: z.coerce.number().int().min(COSTLIEST).default(500_000),
  BISTROM_FIRM_COST_A_MINUTE: z.coerce.number().int().min(COSTLIEST).default(2_000_000),
  BISTROM_DOCUMENTS: z.enum(['any', 'trusted'], 'must be any or trusted').optional(),
  BISTROM_DEMO: json.pipe(demo).optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'must be 60 characters or fewer').optional(),
});

const environment = variables.superRefine((data, context) => {
  const given = OIDC.filter((name) => data[name] !== undefined);
  const missing = given.length === 0 ? [] : OIDC.filter((name) => data[name] === undefined);
  for (const name of missing) {
    const message = `must be set, since ${given.join(' and ')} is`;
    context.addIssue({ code: 'custom', path: [name], message });
  }
  if (data.SMTP_URL !== undefined && data.MAIL_FROM === undefined) {
    const message = 'must say whom mails are from where SMTP_URL is set';
    context.addIssue({ code: 'custom', path: ['MAIL_FROM'], message });
  }
});

function oidcOf(data: z.output<typeof environment>): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = data;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return Object.freeze({ issuer, clientId, clientSecret, name: data.OIDC_NAME ?? new URL(issuer).hostname });
}

/**
 * Reads and checks the environment.
 *
 * @throws Error that lists everything wrong at once, by the name of the variable
 */
export function readConfig(env: Environment = process.env): Config {
  const data = readEnvironment(environment, env);
  return Object.freeze({
    databaseUrl: data.DATABASE_URL,
    databaseOwnerUrl: data.DATABASE_OWNER_URL,
    redisUrl: data.REDIS_URL,
    routerUrl: data.ROUTER_URL,
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.BISTROM_URL ?? `http://localhost:${data.PORT}`,
    secret: data.BISTROM_SECRET,
    oidc: oidcOf(data),
    mail:
      data.SMTP_URL === undefined || data.MAIL_FROM === undefined
        ? undefined
        : { url: data.SMTP_URL, from: data.MAIL_FROM },
    costAMinute: data.BISTROM_COST_A_MINUTE,
    firmCostAMinute: data.BISTROM_FIRM_COST_A_MINUTE,
    documents: data.BISTROM_DOCUMENTS ?? (data.BISTROM_DEMO === undefined ? 'trusted' : 'any'),
    demo: data.BISTROM_DEMO,
  });
}
