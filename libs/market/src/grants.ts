import { randomUUID } from 'node:crypto';
import {
  askProblems,
  actsFor,
  can,
  canAnswer,
  dayInOslo,
  firmIdsOf,
  grantProblems,
  grantStateOf,
  groupsIn,
  instantOf,
  isLiveMatch,
  levelsOf,
  scrub,
  type Actor,
  type Day,
  type DisclosureGroup,
  type FirmAction,
} from '#domain';
import type { DisclosureGrantRow, DisclosureRequestRow, MatchRow, PageRow, TrailRow, Tx } from '#store';
import { levelsBetween } from './facts.js';
import { grantedTo, sightOf } from './granted.js';
import { once } from './once.js';
import { conflict, done, invalid, notFound, type Outcome } from './outcome.js';
import { partiesOf, tellableOf } from './parties.js';
import { mayNot } from './permit.js';
import type { Page } from './reading.js';
import { today, type Setting } from './setting.js';
import type { DisclosureGrantView, DisclosureRequestView, MatchDisclosureView, TrailView } from './views.js';

export interface DisclosureQuestion {
  readonly matchId: string;
  readonly groups: readonly DisclosureGroup[];
  readonly note?: string | undefined;
}

export interface DisclosureAnswer {
  readonly requestId: string;
  readonly groups: readonly DisclosureGroup[];
  /** Last day on which it holds. */
  readonly until: Day;
}

export interface Asked {
  readonly matchId: string;
  readonly requestId: string;
}

export interface Granted {
  readonly matchId: string;
  readonly grantId: string;
}

/**
 * What the parties of a live match ask each other to disclose, and what they grant: of one listing, to one firm, by
 * group, until a day. Nothing that is stored of a match changes with it; see `granted.ts` for how it is read.
 */
export class GrantsService {
  constructor(private readonly setting: Setting) {}

  ask(actor: Actor, question: DisclosureQuestion, idempotencyKey?: string): Promise<Outcome<Asked>> {
    const call = { operation: 'askDisclosure', key: idempotencyKey, input: question };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const match = await tx.matches.lock(question.matchId);
        const firmId = match && tellableOf(match).find((one) => actsFor(actor, one));
        if (match === null || firmId === undefined || firmId === null) return notFound('match');
        const refused = mayNot(actor, 'negotiate', firmId);
        if (refused !== undefined) return refused;
        if (!isLiveMatch(match.state)) return closed(match);
        const groups = groupsIn([question.groups]);
        const problems = askProblems(groups, question.note);
        if (problems.length > 0) return invalid(problems);
        if ((await tx.disclosures.waiting(match.id, firmId)) !== undefined)
          return conflict('Your last request still waits for an answer.');
        if (await this.seesAll(tx, match, firmId, groups))
          return conflict('Your firm may see all of that already.', 'groups');
        const id = randomUUID();
        const sides = sidesOf(match, firmId);
        const note = question.note ?? null;
        await tx.disclosures.ask({ id, matchId: match.id, ...sides, groups, note, askedBy: actor.personId });
        await tellParties(tx, match, 'disclosureAsked');
        return done({ matchId: match.id, requestId: id });
      }),
    );
  }

  grant(actor: Actor, answer: DisclosureAnswer, idempotencyKey?: string): Promise<Outcome<Granted>> {
    const call = { operation: 'grantDisclosure', key: idempotencyKey, input: answer };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const held = await this.answerable(tx, actor, answer.requestId);
        if (!held.ok) return held;
        const { match, request } = held.value;
        const groups = groupsIn([answer.groups]);
        const problems = grantProblems(groups, request.groups, answer.until, today(this.setting));
        if (problems.length > 0) return invalid(problems);
        await tx.disclosures.answer(request.id, 'GRANTED', actor.personId);
        const id = randomUUID();
        await tx.disclosures.insertGrant({
          id,
          requestId: request.id,
          matchId: match.id,
          listingId: request.listingId,
          fromFirmId: request.toFirmId,
          toFirmId: request.fromFirmId,
          groups,
          until: answer.until,
          grantedBy: actor.personId,
        });
        await tellParties(tx, match, 'disclosureGranted');
        return done({ matchId: match.id, grantId: id });
      }),
    );
  }

  refuse(actor: Actor, requestId: string, idempotencyKey?: string): Promise<Outcome<Asked>> {
    const call = { operation: 'refuseDisclosure', key: idempotencyKey, input: { requestId } };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const held = await this.answerable(tx, actor, requestId);
        if (!held.ok) return held;
        await tx.disclosures.answer(requestId, 'REFUSED', actor.personId);
        await tellParties(tx, held.value.match, 'disclosureRefused');
        return done({ matchId: held.value.match.id, requestId });
      }),
    );
  }

  /** At any time, also when the grant no longer holds; only once. */
  withdraw(actor: Actor, grantId: string, idempotencyKey?: string): Promise<Outcome<Granted>> {
    const call = { operation: 'withdrawDisclosure', key: idempotencyKey, input: { grantId } };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const found = await tx.disclosures.grant(grantId);
        if (found === undefined || !isParty(actor, found)) return notFound('grant');
        if (!actsFor(actor, found.fromFirmId))
          return conflict('Only the firm that granted it can withdraw it.');
        const match = await tx.matches.lock(found.matchId);
        const grant = await tx.disclosures.lockGrant(grantId);
        if (match === null || grant === undefined) return notFound('grant');
        const refused = mayNot(actor, disclosing(match, grant.listingId), grant.fromFirmId);
        if (refused !== undefined) return refused;
        if (grant.withdrawnAt !== null) return conflict('It was withdrawn already.');
        await tx.disclosures.withdraw(grantId, actor.personId);
        await tellParties(tx, match, 'disclosureWithdrawn');
        return done({ matchId: match.id, grantId });
      }),
    );
  }

  /** What was asked and granted on a match; undefined for who is no party of it. */
  ofMatch(actor: Actor, matchId: string): Promise<MatchDisclosureView | undefined> {
    return this.setting.store.read(actor, async (tx) => {
      const match = await tx.matches.byId(matchId);
      if (match === null || !can(actor, { action: 'read match', firmIds: tellableOf(match) }))
        return undefined;
      const requests = await this.requestViews(tx, actor, match);
      const grants = (await tx.disclosures.grantsOf(matchId)).map((row) => this.grantView(actor, match, row));
      return {
        asked: requests.filter((one) => one.byViewer),
        received: requests.filter((one) => !one.byViewer),
        granted: grants.filter((one) => one.byViewer),
        obtained: grants.filter((one) => !one.byViewer),
      };
    });
  }

  /** Who asked the viewer's firms, granted, refused, withdrew and looked, newest first. */
  trail(actor: Actor, first: number, after?: PageRow): Promise<Page<TrailView>> {
    const firmIds = firmIdsOf(actor);
    return this.setting.store.read(actor, async (tx) => {
      const found = await tx.disclosures.trailOfFirms(firmIds, first + 1, after);
      const rows = found
        .slice(0, first)
        .map((row) => ({ node: trailView(firmIds, row), key: { id: row.id, sortKey: row.sortKey } }));
      return { rows, hasNext: found.length > first };
    });
  }

  /** Locks match, then request; refuses who was not asked, and what is answered or whose match is closed. */
  private async answerable(
    tx: Tx,
    actor: Actor,
    requestId: string,
  ): Promise<Outcome<{ readonly match: MatchRow; readonly request: DisclosureRequestRow }>> {
    const found = await tx.disclosures.request(requestId);
    if (found === undefined || !isParty(actor, found)) return notFound('request');
    if (!actsFor(actor, found.toFirmId)) return conflict('Only the firm that was asked can answer.');
    const match = await tx.matches.lock(found.matchId);
    const request = await tx.disclosures.lockRequest(requestId);
    if (match === null || request === undefined) return notFound('request');
    const refused = mayNot(actor, disclosing(match, request.listingId), request.toFirmId);
    if (refused !== undefined) return refused;
    if (!canAnswer(request.state)) return conflict(`The request is ${request.state} already.`);
    return isLiveMatch(match.state) ? done({ match, request }) : closed(match);
  }

  private async seesAll(
    tx: Tx,
    match: MatchRow,
    firmId: string,
    groups: readonly DisclosureGroup[],
  ): Promise<boolean> {
    const { listingId } = sidesOf(match, firmId);
    const listings = await tx.listings.byIds([match.offerId, match.needId]);
    const [asked, own] = [
      listings.find((one) => one.id === listingId),
      listings.find((one) => one.id !== listingId),
    ];
    if (asked === undefined || own === undefined) return false;
    const granted = await grantedTo(tx, this.setting, [listingId], [firmId]);
    const levels = levelsBetween(asked, own, granted(listingId));
    return groups.every((group) => levels[group] === 'EXACT');
  }

  /** A note is struck of names as any text of a firm that the reader may not know. */
  private async requestViews(
    tx: Tx,
    actor: Actor,
    match: MatchRow,
  ): Promise<readonly DisclosureRequestView[]> {
    const rows = await tx.disclosures.requestsOf(match.id);
    if (rows.length === 0) return [];
    const hidden = await this.namesHidden(tx, actor, match);
    return rows.map((row) => {
      const names = hidden.get(row.fromFirmId);
      const note = row.note ?? undefined;
      return {
        id: row.id,
        matchId: row.matchId,
        state: row.state,
        byViewer: firmIdsOf(actor).includes(row.fromFirmId),
        groups: row.groups,
        note: note !== undefined && names !== undefined ? scrub(note, names) : note,
        askedAt: row.askedAt,
        answeredAt: row.answeredAt ?? undefined,
      };
    });
  }

  /** Names of the firms of a match that the viewer may not know, by firm. */
  private async namesHidden(
    tx: Tx,
    actor: Actor,
    { offerId, needId }: MatchRow,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const ids = [offerId, needId];
    const listings = await tx.listings.byIds(ids);
    const standings = await tx.matches.standingsWith(ids, firmIdsOf(actor));
    const granted = await grantedTo(tx, this.setting, ids, firmIdsOf(actor));
    const hidden = listings.filter((one) => {
      const levels = sightOf(actor, one, standings.get(one.id), granted(one.id))?.levels;
      return (levels ?? levelsOf('nobody')).IDENTITY !== 'EXACT';
    });
    return new Map(hidden.map(({ firm, site }) => [firm.id, [firm.name, site.name]]));
  }

  private grantView(actor: Actor, match: MatchRow, row: DisclosureGrantRow): DisclosureGrantView {
    const withdrawn = row.withdrawnAt !== null;
    const term = { until: row.until, withdrawn, matchLive: isLiveMatch(match.state) };
    return {
      id: row.id,
      requestId: row.requestId,
      matchId: row.matchId,
      state: grantStateOf(term, today(this.setting)),
      byViewer: firmIdsOf(actor).includes(row.fromFirmId),
      groups: row.groups,
      until: row.until,
      grantedAt: row.grantedAt,
      withdrawnAt: row.withdrawnAt ?? undefined,
    };
  }
}

const closed = (match: MatchRow): Outcome<never> =>
  conflict(`The match is ${match.state}; nothing can be disclosed on it.`);

const isParty = (actor: Actor, { fromFirmId, toFirmId }: { fromFirmId: string; toFirmId: string }): boolean =>
  [fromFirmId, toFirmId].some((firmId) => actsFor(actor, firmId));

const disclosing = (match: MatchRow, listingId: string): FirmAction =>
  listingId === match.offerId ? 'disclose offer' : 'disclose need';

/** Who asks whom about which listing. */
const sidesOf = (match: MatchRow, firmId: string) =>
  firmId === match.offerFirmId
    ? { listingId: match.needId, fromFirmId: firmId, toFirmId: match.needFirmId }
    : { listingId: match.offerId, fromFirmId: firmId, toFirmId: match.offerFirmId };

async function tellParties(tx: Tx, match: MatchRow, type: string): Promise<void> {
  for (const firmId of partiesOf(match)) await tx.events.append({ type, firmId, matchId: match.id });
}

const trailView = (firmIds: readonly string[], row: TrailRow): TrailView => ({
  id: row.id,
  kind: row.kind,
  at: row.kind.startsWith('LOOKED') ? instantOf(dayInOslo(row.at)) : row.at,
  byViewer: row.byFirmId !== null && firmIds.includes(row.byFirmId),
  person: row.person ?? undefined,
  role: row.role ?? undefined,
  cluster: row.cluster ?? undefined,
  groups: groupsIn([row.groups ?? []]),
  until: row.until ?? undefined,
  times: row.times,
  matchId: row.matchId ?? undefined,
  listingId: row.listingId ?? undefined,
});
