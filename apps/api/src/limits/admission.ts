import { GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Config } from '#config';
import { firmIdsOf, type Actor } from '#domain';
import { actualCostOf } from './actual-cost.js';
import { isUnavailable } from '#market';
import type { PoolSetting } from '#config';
import { unavailable } from '../unavailable.js';
import { CostBuckets, type Bucket, type Level } from './cost-bucket.js';
import { costOf } from './cost.js';
import { LIMITS, refusal } from './limits.js';
import { asksForSchema } from './shape.js';
import { costOver, secondsUntil, type Cost } from './throttle.js';

/** Links of mails that one address may use in a minute: a mail provider follows those of all its users. */
const LINKS_A_MINUTE = 120;

/** An export reads much and is made seldom: so many of them are all of a person's minute. */
const EXPORTS_A_MINUTE = 10;

/** One operation that is about to be carried out: read by `readOperation`, and valid. */
export interface Candidate {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly actor: Actor | undefined;
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

  /** @param limits how long the database may keep anybody waiting; without, for as long as it takes */
  constructor(
    private readonly config: Config,
    limits?: PoolSetting,
  ) {
    this.buckets = new CostBuckets(config.databaseUrl, limits);
  }

  async admit({ actor, ...asked }: Candidate): Promise<Admitted> {
    if (actor === undefined && !this.isLocal() && asksForSchema(asked.document)) return no(schemaRefused());
    const points = costOf(asked);
    if (points === undefined) return YES;
    if (points instanceof GraphQLError) return no(points);
    if (points > LIMITS.cost) return no(tooExpensive(points));
    return actor === undefined ? YES : this.charge(actor, points);
  }

  /** Charges for what is no operation; the refusal where the points are not there. */
  async chargeFor(actor: Actor, points: number): Promise<GraphQLError | undefined> {
    return (await this.charge(actor, points)).errors[0];
  }

  /**
   * The account once the operation has been carried out: what it did not come to is given back. After an error nothing
   * is, since what was done until then stands nowhere in the answer.
   */
  async settle({ actor, ...asked }: Candidate, foreseen: Cost, data: unknown): Promise<Cost> {
    const requested = foreseen.requestedQueryCost;
    const actual = Math.min(requested, actualCostOf(asked, data));
    if (actual === requested || actor === undefined) return { ...foreseen, actualQueryCost: actual };
    try {
      const levels = await this.buckets.giveBack(this.bucketsOf(actor), requested - actual);
      return costOver(levels, requested, actual);
    } catch (error) {
      // The operation itself has been carried out: its answer does not wait for the account.
      if (!isUnavailable(error)) throw error;
      return { ...foreseen, actualQueryCost: actual };
    }
  }

  /** Whether an address may use one more link of a mail now; if not, in how many seconds. */
  async admitLink(address: string): Promise<{ readonly retryAfter: number } | undefined> {
    const bucket: Bucket = { holder: 'ADDRESS', holderId: address, size: LINKS_A_MINUTE };
    const { isGranted, levels } = await this.buckets.take([bucket], 1);
    return isGranted ? undefined : { retryAfter: secondsUntil(levels, 1) };
  }

  /** Whether the caller may make one more export now; if not, in how many seconds. */
  async admitExport(actor: Actor): Promise<{ readonly retryAfter: number } | undefined> {
    const points = this.config.costAMinute / EXPORTS_A_MINUTE;
    const { isGranted, levels } = await this.buckets.take(this.bucketsOf(actor), points);
    return isGranted ? undefined : { retryAfter: secondsUntil(levels, points) };
  }

  close(): Promise<void> {
    return this.buckets.close();
  }

  private async charge(actor: Actor, points: number): Promise<Admitted> {
    try {
      const { isGranted, levels } = await this.buckets.take(this.bucketsOf(actor), points);
      const cost = costOver(levels, points, null);
      return { errors: isGranted ? [] : [bucketEmpty(levels, cost)], cost };
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      return no(unavailable());
    }
  }

  /** Everybody's own, and that of each firm that he or she acts for: its people and keys share it. */
  private bucketsOf(actor: Actor): readonly Bucket[] {
    const { costAMinute, firmCostAMinute } = this.config;
    const firms = [...new Set(firmIdsOf(actor))];
    return [
      { holder: 'PERSON', holderId: actor.personId, size: costAMinute },
      ...firms.map((holderId) => ({ holder: 'FIRM' as const, holderId, size: firmCostAMinute })),
    ];
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

function bucketEmpty(levels: readonly Level[], { requestedQueryCost, throttleStatus }: Cost): GraphQLError {
  const { bucket, currentlyAvailable, maximumAvailable, restoreRate } = throttleStatus;
  const retryAfter = secondsUntil(levels, requestedQueryCost);
  const whose = bucket === 'FIRM' ? "your firm's" : 'your';
  return refusal(
    'RATE_LIMITED',
    `The operation may cost ${requestedQueryCost} points, and ${currentlyAvailable} of ${whose} ${maximumAvailable} are left; ${restoreRate} come back a second. Try again in ${retryAfter} s.`,
    { status: 429, retryAfter },
  );
}
