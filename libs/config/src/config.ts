import { z } from 'zod';
import { readEnvironment, type Environment } from './environment.js';

/** One person of the demo, as the page and the launcher print it. */
export interface DemoLogin {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly of: string;
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
  /** Points of cost that each person may ask the API for in a minute. */
  readonly costAMinute: number;
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

const postgres = z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address');

const environment = z.object({
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
  BISTROM_COST_A_MINUTE: z.coerce.number().int().min(1000).default(500_000),
  BISTROM_DEMO: json.pipe(demo).optional(),
});

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
    costAMinute: data.BISTROM_COST_A_MINUTE,
    demo: data.BISTROM_DEMO,
  });
}
