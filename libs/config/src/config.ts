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
  /** Where the worker looks for candidates: in the database, or in its own memory. */
  readonly matchingIndex: 'sql' | 'memory';
  /** Threads of a worker for a run through all listings, with the index in memory; without it as many as are worth it. */
  readonly matchingThreads: number | undefined;
  readonly host: string;
  readonly port: number;
  /** Where browsers reach the API: links and sign-in answer to this origin. */
  readonly publicUrl: string;
  /** Addresses and networks that say by X-Forwarded-For where a request comes from. */
  readonly trustedProxies: readonly string[];
  /** Signs sessions; 32 characters or more. Without it the installation's own, kept in its database, is used. */
  readonly secret: string | undefined;
  /** An OpenID Connect provider that people may sign in with, registered there as a confidential client. */
  readonly oidc: OidcConfig | undefined;
  /** The mail server and the sender; without them mails wait, or are shown in local mode. The address holds a password. */
  readonly mail:
    { readonly url: string; readonly from: { readonly name: string; readonly address: string } } | undefined;
  /** Where webhooks may go beside public addresses over TLS: addresses and CIDR blocks, also in the clear. */
  readonly webhookAllowedAddresses: readonly string[];
  /** Points of cost that each person may ask the API for in a minute, and all who act for a firm together. */
  readonly costAMinute: number;
  readonly firmCostAMinute: number;
  /** Where Prometheus asks for figures, apart from the port for everybody; off without a port. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** Where traces are sent by OTLP over HTTP; none are made without it. */
  readonly traceCollector: string | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly database: DatabaseLimits;
  /** Seconds that a job request may wait to be handed to the queue before `/readyz` says no. */
  readonly readyLagSeconds: number;
  /** What pages in a browser may ask: anything within the limits, or only the documents that ours was built with. */
  readonly documents: 'any' | 'trusted';
  /** Only in local mode: the logins that the page may show, and their password. */
  readonly demo: { readonly password: string; readonly logins: readonly DemoLogin[] } | undefined;
}

/** What the operator says of the pool and its waits; what is left out, {@link poolOf} fills in for each program. */
export type DatabaseLimits = { readonly [N in keyof PoolSetting]: number | undefined };

/** The store's pool: connections, and milliseconds that anything may wait or take. */
export interface PoolSetting {
  readonly size: number;
  readonly statement: number;
  readonly lock: number;
  readonly idle: number;
  readonly connection: number;
}

/** People wait for the api, and nobody for the worker. */
const POOLS = Object.freeze({
  api: Object.freeze({ size: 10, statement: 10_000, lock: 3_000, idle: 10_000, connection: 2_000 }),
  worker: Object.freeze({ size: 10, statement: 120_000, lock: 30_000, idle: 120_000, connection: 10_000 }),
});

/** The pool of a program. */
export function poolOf({ database }: Pick<Config, 'database'>, program: keyof typeof POOLS): PoolSetting {
  const of = POOLS[program];
  return Object.freeze({
    size: database.size ?? of.size,
    statement: database.statement ?? of.statement,
    lock: database.lock ?? of.lock,
    idle: database.idle ?? of.idle,
    connection: database.connection ?? of.connection,
  });
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'fatal'] as const;

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

/** On somebody's own machine receivers are tried out there. */
const LOOPBACK: readonly string[] = Object.freeze(['127.0.0.0/8', '::1']);

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

const address = z.union(
  [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()],
  'must be addresses or networks such as 10.0.0.0/8',
);

/** Addresses and networks, with commas between. */
const addresses = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .pipe(z.array(address));

/** What one operation of the API may cost at most: with less in a bucket it could never begin. */
const COSTLIEST = 10_000;

const postgres = z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address');

/** 0 would be no limit to PostgreSQL, and a wait without end. */
const milliseconds = z.coerce.number().int().min(10).max(3_600_000).optional();

const variables = z.object({
  DATABASE_URL: postgres,
  DATABASE_OWNER_URL: postgres.optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must be a redis:// address')
    .optional(),
  ROUTER_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).optional(),
  MATCHING_INDEX: z.enum(['sql', 'memory'], 'must be sql or memory').default('sql'),
  MATCHING_THREADS: z.coerce.number().int().min(1).max(64).optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  BISTROM_URL: z.url().optional(),
  TRUSTED_PROXIES: addresses.default([]),
  BISTROM_SECRET: z.string().min(32, 'must be 32 characters or more').optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, hostname: /./, error: 'must be an smtp:// or smtps:// address' })
    .optional(),
  MAIL_FROM: sender.optional(),
  WEBHOOK_ALLOWED_ADDRESSES: addresses.optional(),
  BISTROM_COST_A_MINUTE: z.coerce.number().int().min(COSTLIEST).default(500_000),
  BISTROM_FIRM_COST_A_MINUTE: z.coerce.number().int().min(COSTLIEST).default(2_000_000),
  BISTROM_DOCUMENTS: z.enum(['any', 'trusted'], 'must be any or trusted').optional(),
  BISTROM_DEMO: json.pipe(demo).optional(),
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).optional(),
  DATABASE_STATEMENT_MS: milliseconds,
  DATABASE_LOCK_MS: milliseconds,
  DATABASE_IDLE_MS: milliseconds,
  DATABASE_CONNECTION_MS: milliseconds,
  READY_LAG_SECONDS: z.coerce.number().int().min(1).default(900),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
    .optional(),
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
    matchingIndex: data.MATCHING_INDEX,
    matchingThreads: data.MATCHING_THREADS,
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.BISTROM_URL ?? `http://localhost:${data.PORT}`,
    trustedProxies: data.TRUSTED_PROXIES,
    secret: data.BISTROM_SECRET,
    oidc: oidcOf(data),
    mail:
      data.SMTP_URL === undefined || data.MAIL_FROM === undefined
        ? undefined
        : { url: data.SMTP_URL, from: data.MAIL_FROM },
    webhookAllowedAddresses:
      data.WEBHOOK_ALLOWED_ADDRESSES ?? (data.BISTROM_DEMO === undefined ? [] : LOOPBACK),
    costAMinute: data.BISTROM_COST_A_MINUTE,
    firmCostAMinute: data.BISTROM_FIRM_COST_A_MINUTE,
    metrics:
      data.METRICS_PORT === undefined ? undefined : { host: data.METRICS_HOST, port: data.METRICS_PORT },
    traceCollector: data.OTEL_EXPORTER_OTLP_ENDPOINT,
    logLevel: data.LOG_LEVEL,
    database: Object.freeze({
      size: data.DATABASE_POOL,
      statement: data.DATABASE_STATEMENT_MS,
      lock: data.DATABASE_LOCK_MS,
      idle: data.DATABASE_IDLE_MS,
      connection: data.DATABASE_CONNECTION_MS,
    }),
    readyLagSeconds: data.READY_LAG_SECONDS,
    documents: data.BISTROM_DOCUMENTS ?? (data.BISTROM_DEMO === undefined ? 'trusted' : 'any'),
    demo: data.BISTROM_DEMO,
  });
}
