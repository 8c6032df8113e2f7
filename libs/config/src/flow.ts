import { z } from 'zod';
import { readEnvironment, type Environment } from './environment.js';

/** What the demonstration of the flow is told: which server, and the password of its demo logins. */
export interface FlowConfig {
  readonly url: string;
  readonly demoPassword: string | undefined;
  readonly dataFolder: string;
}

const environment = z.object({
  BISTROM_URL: z.url().default('http://localhost:3000'),
  BISTROM_DEMO_PASSWORD: z.string().optional(),
  BISTROM_DATA: z.string().default('.bistrom'),
});

/** @throws Error when BISTROM_URL is no address */
export function readFlowConfig(env: Environment = process.env): FlowConfig {
  const data = readEnvironment(environment, env);
  return Object.freeze({
    url: data.BISTROM_URL.replace(/\/$/, ''),
    demoPassword: data.BISTROM_DEMO_PASSWORD,
    dataFolder: data.BISTROM_DATA,
  });
}
