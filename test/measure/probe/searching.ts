import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { inParallel } from '../in-parallel.js';
import { callsOf, type Call, type Ids } from './calls.js';
import { CanarySearch, type Canary } from './canaries.js';
import { Exported, exportsOf, PUBLIC_PAGES } from './exported.js';
import type { Cast, Identity, IdentityName } from './cast.js';
import type { Harvest } from './harvest.js';
import type { Heardable } from './heardable.js';
import { alone, merged, rootKey, type Merged } from './merging.js';
import type { Operation } from './operations.js';
import { mailsIn } from './mails.js';
import type { Message } from './messages.js';
import type { Oracle } from './oracle.js';
import type { Reach } from './reach.js';
import type { Heard, Visitor } from './visitor.js';

export interface Leak {
  readonly identity: IdentityName | 'log' | 'mail' | 'webhook' | 'operator';
  readonly transport: 'http' | 'websocket' | 'page' | 'log' | 'mail' | 'webhook' | 'metrics';
  readonly path: string;
  /** The column that it came from. */
  readonly canary: string;
}

interface Ground {
  readonly client: pg.Client;
  readonly cast: Cast;
  readonly operations: readonly Operation[];
  readonly reach: Reach;
  readonly found: Harvest;
  readonly oracle: Oracle;
  readonly heard: Heardable;
}

/** Where the usual page of a list would cost too much. */
const SHORT_PAGE = 2;
const PAGES = [
  '/',
  '/livez',
  '/readyz',
  '/healthz',
  '/metrics',
  '/schema.graphql',
  '/demo.json',
  '/mailbox',
  '/mailbox/style.css',
  '/notifications',
  '/confirm-listing',
  `/unsubscribe/${'A'.repeat(43)}`,
  '/api/auth/ok',
  '/api/auth/error',
  '/api/auth/get-session',
  '/api/auth/list-sessions',
  '/api/auth/list-accounts',
  '/api/auth/passkey/list-user-passkeys',
  '/api/auth/step-up',
  '/api/auth/ways',
  ...PUBLIC_PAGES,
];

/** Fewer than the api lets one socket have: they wait more than they work. */
const SUBSCRIPTIONS_AT_ONCE = 10;

type Transport = Leak['transport'];

interface Asked {
  /** Whether anything was told. */
  readonly tells: boolean;
  readonly codes: readonly string[];
  /** Columns of what was told and may not be. */
  readonly leaks: readonly string[];
}

/** Asks everything as one identity after the other, and holds every answer against what was planted. */
export class Searching {
  readonly refusals = new Map<string, number>();
  calls = 0;
  private readonly found = new Map<string, Leak>();
  private readonly answered = new Set<string>();
  private readonly exported = new Exported();
  private readonly search: CanarySearch;
  private readonly nowhere = randomUUID();
  private filling: Promise<unknown> | undefined;

  constructor(private readonly ground: Ground) {
    this.search = new CanarySearch(ground.found.canaries);
  }

  get leaks(): readonly Leak[] {
    return [...this.found.values()];
  }

  get unanswered(): readonly string[] {
    const paths = this.ground.operations.map(({ path }) => path);
    return [...paths.filter((path) => !this.answered.has(path)), ...this.exported.unanswered];
  }

  /** Whose ids are asked with; clusters are nobody's. */
  private get victims(): Ground['found']['victims'] {
    const { found, cast } = this.ground;
    return new Map([...found.victims, ['Cluster', Object.values(cast.clusters)] as const]);
  }

  /**
   * Every root field with every argument; then the paths behind those that told anything, from one thing of each
   * standing: behind a root that is null nothing is resolved.
   */
  async as(identity: Identity): Promise<void> {
    const own = await this.ownIds(identity);
    const calls = this.ground.operations
      .flatMap((operation) => callsOf(operation, { victims: this.victims, own, nowhere: this.nowhere }))
      .filter((call) => this.isForeign(identity, call));
    const [events, others] = [calls.filter(isSubscription), calls.filter((call) => !isSubscription(call))];
    const standingOf = ({ ids: [id] }: Call): string =>
      id === undefined ? '' : this.ground.oracle.standing(identity, id);
    await this.inStages(identity, 'http', others, standingOf);
    await this.inStages(identity, 'websocket', events, standingOf);
    // Each transport refuses what is the other's: once is enough.
    await inParallel(oncePerRoot(others), (call) => this.ask(identity, 'websocket', alone(call)));
    await inParallel(oncePerRoot(events), (call) => this.ask(identity, 'http', alone(call)));
    const papers = (this.victims.get('DeliveryPaper') ?? []).map((id) => `/api/papers/${id}`);
    for (const path of [...PAGES, ...papers]) {
      for (const canary of this.leaksIn(identity, '', await identity.visitor.get(path)))
        this.report({ identity: identity.name, transport: 'page', path, canary });
    }
    await this.export(identity, identity.visitor);
    identity.visitor.leave();
  }

  /**
   * Everything that can be carried away, by somebody who has just proved who it is.
   *
   * @param visitor the identity, or a colleague whose role reaches farther
   */
  async export(identity: Identity, visitor: Visitor): Promise<void> {
    const { client, cast } = this.ground;
    for (const path of exportsOf(Object.values(cast.clusters))) {
      await client.query(
        `update auth."session" set "provedAt" = clock_timestamp() where "provedAt" is not null`,
      );
      await this.fillBuckets();
      const heard = await visitor.get(path);
      this.exported.note(path, heard.text);
      for (const canary of this.leaksIn(identity, '', heard))
        this.report({ identity: identity.name, transport: 'page', path, canary });
    }
  }

  /**
   * Sends what nobody had a reason to send, each as its transport takes it: no operation is written that a limit keeps
   * from everybody.
   *
   * @param owner of what is matched: events come of it alone
   */
  async rest(stranger: Identity, owner: Identity): Promise<void> {
    const calls = this.ground.operations
      .filter(({ path }) => !this.answered.has(path))
      .flatMap((operation) =>
        callsOf(operation, { victims: this.victims, own: new Map(), nowhere: this.nowhere }).slice(0, 1),
      );
    await inParallel(calls, (call) =>
      isSubscription(call)
        ? this.ask(owner, 'websocket', alone(call))
        : this.ask(stranger, 'http', alone(call)),
    );
    owner.visitor.leave();
  }

  /** @param path what has written it */
  inLogs(path: string, logs: string): void {
    const secrets = this.ground.found.canaries.filter(({ where }) => !where.endsWith('.id'));
    for (const { where } of new CanarySearch(secrets).in(logs))
      this.report({ identity: 'log', transport: 'log', path, canary: where });
  }

  /** A bundle names things by their ids; of all else it may hold what the identity may see. */
  inBundle(identity: Identity, text: string): void {
    const leaks = this.leaksIn(identity, '', { text, data: [], codes: [] });
    for (const canary of leaks.filter((where) => !where.endsWith('.id')))
      this.report({ identity: identity.name, transport: 'page', path: 'audit bundle', canary });
  }

  /** Whoever runs the installation reads how many and how long there, and no name or id of anything. */
  inMetrics(page: string): void {
    for (const { where } of this.search.in(page))
      this.report({ identity: 'operator', transport: 'metrics', path: '/metrics', canary: where });
  }

  /** A message to a firm's endpoint holds ids of its own things and a cursor; nothing else of anybody. */
  inMessages(messages: readonly Message[]): void {
    const to = { identity: 'webhook', transport: 'webhook' } as const;
    for (const { type, text, mayHold, odd } of messages) {
      const isOwn = ({ needle }: Canary): boolean =>
        needle.kind === 'text' && needle.forms.some((form) => mayHold.has(form));
      for (const { where } of this.search.in(text).filter((hit) => !isOwn(hit)))
        this.report({ ...to, path: type, canary: where });
      for (const name of odd) this.report({ ...to, path: type, canary: name });
    }
  }

  /**
   * A mail says who invites whom into what, holds its own link and, of its reader's firm, a last day; nothing else.
   *
   * @returns how many there are
   */
  async inMails(): Promise<number> {
    const mails = await mailsIn(this.ground.client);
    for (const { kind, said, firmIds } of mails) {
      const isForeign = ({ group, firmIds: of }: Canary): boolean =>
        group === 'own' && !of.some((id) => firmIds.includes(id));
      for (const { text, mayHold } of said) {
        const hits = this.search.in(text);
        const allowed = new Set(
          hits.filter((hit) => mayHold.includes(hit.where) && !isForeign(hit)).map(needleKey),
        );
        for (const hit of hits.filter((one) => !allowed.has(needleKey(one))))
          this.report({ identity: 'mail', transport: 'mail', path: kind, canary: hit.where });
      }
    }
    return mails.length;
  }

  /** A party's own acts are no foreign access: what it may do, the story has done. */
  private isForeign(identity: Identity, { operation, ids, isInvalid }: Call): boolean {
    if (operation.kind !== 'mutation' || isInvalid) return true;
    const { found, oracle } = this.ground;
    return !ids.some(
      (id) =>
        (found.partiesOf.get(id) ?? []).includes(identity.firmId ?? '') ||
        oracle.relation(identity, id) === 'own' ||
        this.belongsTo(identity, id),
    );
  }

  private belongsTo(identity: Identity, id: string): boolean {
    if (identity.memberOf.includes(id) || identity.manages.includes(id)) return true;
    return this.ground.found.canaries.some(
      (one) =>
        one.needle.kind === 'text' && one.needle.forms.includes(id.toLowerCase()) && isOwn(identity, one),
    );
  }

  /** Roots first; then the paths from what told anything, from one thing of each standing. */
  private async inStages(
    identity: Identity,
    transport: 'http' | 'websocket',
    calls: readonly Call[],
    standingOf: (call: Call) => string,
  ): Promise<void> {
    const atOnce = transport === 'websocket' ? SUBSCRIPTIONS_AT_ONCE : undefined;
    const told = new Set<string>();
    const askRoot = async (call: Call): Promise<void> => {
      const { tells } = await this.ask(identity, transport, alone(call));
      if (tells) told.add(rootKey(call));
    };
    const isRoot = ({ operation }: Call): boolean => operation.isRoot;
    await inParallel(calls.filter(isRoot), askRoot, atOnce);
    const followed = new Map(
      calls
        .filter((call) => !isRoot(call) && told.has(rootKey(call)))
        .map((call) => [`${call.operation.path} ${standingOf(call)}`, call]),
    );
    const askPaths = (one: Merged): Promise<void> => this.askApart(identity, transport, one);
    await inParallel(merged([...followed.values()]), askPaths, atOnce);
  }

  /** Together; then each alone where the answer was refused in part, or held what it may not: by which of them? */
  private async askApart(identity: Identity, transport: Transport, together: Merged): Promise<void> {
    const { codes, leaks } = await this.ask(identity, transport, together);
    if (together.calls.length === 1 || (codes.length === 0 && leaks.length === 0)) return;
    const again = new Set<string>();
    for (const call of together.calls) {
      const single = await this.ask(identity, transport, alone(call));
      for (const leak of single.leaks) again.add(leak);
    }
    const path = together.calls.map(({ operation }) => operation.path).join(' ');
    for (const canary of leaks.filter((leak) => !again.has(leak)))
      this.report({ identity: identity.name, transport, path, canary });
  }

  private async ask(
    identity: Identity,
    transport: Transport,
    { calls, document, variables }: Merged,
  ): Promise<Asked> {
    const [first] = calls;
    const kind = first?.operation.kind ?? 'query';
    const expectsEvent = calls.some((call) => this.ground.heard.expects(identity, call));
    const send = (given: Call['variables']): Promise<Heard> =>
      transport === 'http'
        ? identity.visitor.ask(document, given)
        : identity.visitor.subscribe(document, given, expectsEvent);
    const heard = await this.patiently(send, variables);
    this.calls += 1;
    for (const code of heard.codes) this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
    for (const data of heard.data) this.ground.reach.note(kind, data);
    if (heard.data.length > 0) for (const { operation } of calls) this.answered.add(operation.path);
    const leaks = this.leaksIn(identity, JSON.stringify(variables), heard);
    const path = calls.length === 1 ? first?.operation.path : undefined;
    if (path !== undefined)
      for (const canary of leaks) this.report({ identity: identity.name, transport, path, canary });
    return { tells: heard.data.some(isTelling), codes: heard.codes, leaks };
  }

  /** Asks again where a limit refused: what is refused shows nothing of the rules. */
  private async patiently(
    send: (variables: Call['variables']) => Promise<Heard>,
    variables: Call['variables'],
  ): Promise<Heard> {
    const refused = await send(variables);
    const isTooMuch = refused.codes.includes('TOO_COMPLEX');
    if (!isTooMuch && !refused.codes.includes('RATE_LIMITED')) return refused;
    if (!isTooMuch) await this.fillBuckets();
    const heard = await send(isTooMuch ? { ...variables, first: SHORT_PAGE } : variables);
    return { ...heard, text: `${refused.text}\n${heard.text}` };
  }

  /** The database is the probe's own: it fills people's buckets itself rather than wait for the minute. */
  private fillBuckets(): Promise<unknown> {
    this.filling ??= this.ground.client
      .query('truncate cost_bucket')
      .finally(() => (this.filling = undefined));
    return this.filling;
  }

  /** Columns of what was told and may not be. */
  private leaksIn(identity: Identity, asked: string, { text }: Heard): readonly string[] {
    const hits = this.search.in(text);
    if (hits.length === 0) return [];
    // What the caller sent tells it nothing when it comes back.
    const echoes = new Set(new CanarySearch(hits).in(asked).map(needleKey));
    const allowed = new Set(hits.filter((one) => this.ground.oracle.allows(identity, one)).map(needleKey));
    const isLeak = (key: string): boolean => !echoes.has(key) && !allowed.has(key);
    return [...new Set(hits.filter((hit) => isLeak(needleKey(hit))).map(({ where }) => where))];
  }

  private report(leak: Leak): void {
    this.found.set(Object.values(leak).join(' '), leak);
  }

  private async ownIds({ firmId }: Identity): Promise<Ids> {
    if (firmId === undefined) return new Map();
    const own = async (table: string, where: string): Promise<readonly string[]> => {
      const { rows } = await this.ground.client.query<{ id: string }>(
        `select id from ${table} where ${where} order by id limit 2`,
        [firmId],
      );
      return rows.map(({ id }) => id);
    };
    return new Map([
      ['Listing', await own('listing', 'firm_id = $1')],
      ['Match', await own('match', '$1 in (offer_firm_id, need_firm_id)')],
      ['Agreement', await own('agreement', '$1 in (offer_firm_id, need_firm_id)')],
      ['Proposal', await own('proposal', '$1 in (from_firm_id, to_firm_id)')],
      ['Site', await own('site', 'firm_id = $1')],
    ]);
  }
}

const isOwn = (
  { firmId, personId, manages }: Identity,
  { group, firmIds, placeIds, personId: of }: Canary,
): boolean => {
  if (group === 'person') return of === personId;
  return group === 'managed' ? placeIds.some((id) => manages.includes(id)) : firmIds.includes(firmId ?? '');
};

const isSubscription = ({ operation }: Call): boolean => operation.kind === 'subscription';
const oncePerRoot = (calls: readonly Call[]): readonly Call[] => [
  ...new Map(
    calls.filter(({ operation }) => operation.isRoot).map((call) => [call.operation.path, call]),
  ).values(),
];

type Root = { readonly __typename?: string; readonly edges?: readonly unknown[] } | null;

/** Whether a root field holds anything but null, a refusal or an empty page. */
const isTelling = (data: unknown): boolean =>
  Object.values(data as Readonly<Record<string, Root>>).some(
    (one) => one !== null && one.__typename?.endsWith('Error') !== true && one.edges?.length !== 0,
  );

/** One value may stand in several columns: who may see one of them may see it. */
const needleKey = ({ needle }: Canary): string =>
  needle.kind === 'text' ? needle.forms.join('|') : needle.mantissa.toPrecision(11);
