import { z } from 'zod';
import { readEnvironment, setIn, type Environment } from './environment.js';

/** What the one-command launcher is told from outside; everything has a default. */
export interface LaunchConfig {
  readonly dataFolder: string;
  readonly port: number | undefined;
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly routerUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly publicUrl: string | undefined;
  readonly secret: string | undefined;
  readonly demoPassword: string | undefined;
  /** npm does not pass every signal on; the launcher then has to notice that npm is gone. */
  readonly startedByNpm: boolean;
  /** Passed on to the programs as it is: where to find binaries, home and time zone, and what the worker alone reads. */
  readonly inherited: Readonly<Record<string, string>>;
}

const INHERITED = [
  'PATH',
  'HOME',
  'TZ',
  'LANG',
  'NODE_OPTIONS',
  'NODE_EXTRA_CA_CERTS',
  'MATCHING_INDEX',
  'MATCHING_THREADS',
];

const environment = z.object({
  BISTROM_DATA: z.string().default('.bistrom'),
  PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  DATABASE_URL: z.string().optional(),
  DATABASE_OWNER_URL: z.string().optional(),
  REDIS_URL: z.string().optional(),
  ROUTER_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  BISTROM_URL: z.string().optional(),
  BISTROM_SECRET: z.string().min(32, 'must be 32 characters or more').optional(),
  BISTROM_DEMO_PASSWORD: z.string().min(6, 'must be 6 characters or more').max(128).optional(),
});

/** @throws Error that lists everything wrong at once, by the name of the variable */
export function readLaunchConfig(env: Environment = process.env): LaunchConfig {
  const given = setIn(env);
  const data = readEnvironment(environment, env);
  return Object.freeze({
    dataFolder: data.BISTROM_DATA,
    port: data.PORT,
    databaseUrl: data.DATABASE_URL,
    databaseOwnerUrl: data.DATABASE_OWNER_URL,
    redisUrl: data.REDIS_URL,
    routerUrl: data.ROUTER_URL,
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    publicUrl: data.BISTROM_URL,
    secret: data.BISTROM_SECRET,
    demoPassword: data.BISTROM_DEMO_PASSWORD,
    startedByNpm: given['npm_lifecycle_event'] !== undefined,
    inherited: Object.fromEntries(
      INHERITED.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
    ),
  });
}
