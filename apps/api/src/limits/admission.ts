import { GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Config } from '#config';
import { CostBuckets, type Cost } from './cost-bucket.js';
import { costOf } from './cost.js';
import { LIMITS, refusal } from './limits.js';
import { asksForSchema } from './shape.js';

/** One operation that is about to be carried out: read by `readOperation`, and valid. */
export interface Candidate {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly personId: string | undefined;
}

export interface Admitted {
  /** Why the operation is not begun; empty where it may. */
  readonly errors: readonly GraphQLError[];
  /** Undefined where nobody is signed in. */
  readonly cost?: Cost | undefined;
}

/** The last gate before an operation is carried out, the same for HTTP and WebSocket. */
export class Admission {
  private readonly buckets: CostBuckets;

  constructor(private readonly config: Config) {
    this.buckets = new CostBuckets(config.databaseUrl, config.costAMinute);
  }

  async admit({ personId, ...asked }: Candidate): Promise<Admitted> {
    if (personId === undefined && !this.isLocal() && asksForSchema(asked.document))
      return no(schemaRefused());
    const points = costOf(asked);
    if (points === undefined) return YES;
    if (points instanceof GraphQLError) return no(points);
    if (points > LIMITS.cost) return no(tooExpensive(points));
    return personId === undefined ? YES : this.charge(personId, points);
  }

  close(): Promise<void> {
    return this.buckets.close();
  }

  private async charge(personId: string, points: number): Promise<Admitted> {
    const { isGranted, cost } = await this.buckets.take(personId, points);
    return { errors: isGranted ? [] : [this.bucketEmpty(cost)], cost };
  }

  private bucketEmpty({ requested, remaining, resetsAt }: Cost): GraphQLError {
    const { costAMinute } = this.config;
    return refusal(
      'RATE_LIMITED',
      `The operation costs ${requested} points and ${remaining} are left; ${costAMinute} come a minute, all of them by ${resetsAt}.`,
      { status: 429 },
    );
  }

  /** With the demo's logins on show there is nothing to hide from who tries things out. */
  private isLocal(): boolean {
    return this.config.demo !== undefined;
  }
}

const YES: Admitted = Object.freeze({ errors: [] });
const no = (error: GraphQLError): Admitted => ({ errors: [error] });

const schemaRefused = (): GraphQLError =>
  refusal('UNAUTHENTICATED', 'Sign in to ask for the schema here, or read it at /schema.graphql.');

const tooExpensive = (points: number): GraphQLError =>
  refusal(
    'TOO_COMPLEX',
    `The operation may cost ${points} points; at most ${LIMITS.cost}. Ask for shorter pages, or for less of each thing.`,
  );
