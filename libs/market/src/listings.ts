import { randomUUID } from 'node:crypto';
import {
  actsFor,
  canMoveListing,
  Decimal,
  isStandIn,
  leftToFirm,
  plain,
  problem,
  standInProblems,
  SYSTEM,
  type Actor,
  type Day,
  type FirmAction,
  type ListingTerms,
  type MaterialSuggestion,
  type Problem,
  type Side,
  type ClassifierContext,
} from '#domain';
import type { StandInKind, StoredListing, Tx } from '#store';
import { confirm, confirmedNow } from './confirmations.js';
import { cursorText } from './cursor.js';
import { tellWatches } from './jobs.js';
import { readTerms, type ListingInput } from './listing-terms.js';
import { once } from './once.js';
import { conflict, done, invalid, notFound, type Outcome } from './outcome.js';
import { mayNot } from './permit.js';
import { today, type Setting } from './setting.js';
import { actingOn, firmRefuses, tellFirm } from './stand-ins.js';
import { bringToMarket } from './standing.js';

export interface Published {
  readonly listingId: string;
  readonly suggestions: readonly MaterialSuggestion[];
  readonly cursor: string;
}

export interface Changed {
  readonly listingId: string;
  readonly cursor: string;
}

/** Publish, revise, pause, resume, withdraw: each a version or a state, an event, and a wish to be matched. */
export class ListingsService {
  constructor(private readonly setting: Setting) {}

  /** Materials that a text could mean, best first, with the words that decided. */
  suggestMaterials(text: string, context: ClassifierContext, first: number): readonly MaterialSuggestion[] {
    return this.setting.classifier.suggest(text, context, first);
  }

  publish(actor: Actor, input: ListingInput, idempotencyKey?: string): Promise<Outcome<Published>> {
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, { operation: 'publishListing', key: idempotencyKey, input }, () =>
        this.publishIn(tx, actor, input, randomUUID()),
      ),
    );
  }

  /** Within a transaction, under an id that is not taken: what every publication is held to. */
  async publishIn(tx: Tx, actor: Actor, input: ListingInput, listingId: string): Promise<Outcome<Published>> {
    const site = await tx.firms.site(input.siteId);
    if (site === null || !actsFor(actor, site.firmId)) return notFound('site');
    const refused = mayNot(actor, listingOf(input.side), site.firmId);
    if (refused !== undefined) return refused;
    const read = await readTerms(tx, this.setting, input, site.firmId);
    if (!read.ok) return read;
    const { terms, suggestions } = read.value;
    const own = await ownCounterpart(tx, site.firmId, input.siteId, terms);
    if (own !== undefined) return invalid([own]);
    const place = { firmId: site.firmId, siteId: site.id };
    await tx.listings.insert(listingId, place, terms, actor.personId, confirmedNow(this.setting, terms));
    return done({
      listingId,
      suggestions,
      cursor: await this.announce(tx, 'listingPublished', site.firmId, listingId),
    });
  }

  /** A new version: the input is the whole listing as it shall be, `version` the one the caller read. */
  async revise(
    asking: Actor,
    id: string,
    version: number,
    input: ListingInput,
    idempotencyKey?: string,
  ): Promise<Outcome<Changed>> {
    const call = { operation: 'reviseListing', key: idempotencyKey, input: { id, version, input } };
    const actor = await actingOn(this.setting, asking, id);
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const listing = await lockOwn(tx, actor, id);
        if (listing === undefined) return notFound('listing');
        const refused = await refusedOn(tx, actor, listing);
        if (refused !== undefined) return refused;
        if (listing.version !== version) {
          return conflict(`The listing is at version ${listing.version} by now; read it again.`, 'version');
        }
        if (!canMoveListing(listing.state, 'ACTIVE'))
          return conflict('A withdrawn listing cannot be revised.');
        const site = await tx.firms.site(input.siteId);
        if (site === null || site.firmId !== listing.firm.id) return notFound('site');
        const restated = restatedBy(actor, listing, input);
        if (!restated.ok) return restated;
        const read = await readTerms(tx, this.setting, restated.value, site.firmId);
        if (!read.ok) return read;
        const { terms } = read.value;
        const drawn = new Decimal(await tx.agreements.drawnFrom(id));
        const problems = revisionProblems(listing, terms, drawn);
        if (problems.length > 0) return invalid(problems);
        await tx.listings.insertVersion(id, version + 1, terms, actor.personId);
        await tx.listings.revise(id, version + 1, terms, site.id, terms.quantity.value.minus(drawn));
        await tx.listings.confirm(id, confirmedNow(this.setting, terms));
        await tellFirm(tx, actor, listing, 'LISTING_REVISED');
        return done({
          listingId: id,
          cursor: await this.announce(tx, 'listingChanged', listing.firm.id, id),
        });
      }),
    );
  }

  pause(actor: Actor, id: string, idempotencyKey?: string): Promise<Outcome<Changed>> {
    return this.move(actor, id, 'PAUSED', 'pauseListing', idempotencyKey);
  }

  resume(actor: Actor, id: string, idempotencyKey?: string): Promise<Outcome<Changed>> {
    return this.move(actor, id, 'ACTIVE', 'resumeListing', idempotencyKey);
  }

  withdraw(actor: Actor, id: string, idempotencyKey?: string): Promise<Outcome<Changed>> {
    return this.move(actor, id, 'WITHDRAWN', 'withdrawListing', idempotencyKey);
  }

  /** Says that it is still true, so that it stands on; one that has faded is on the market again. */
  async confirm(asking: Actor, id: string, idempotencyKey?: string): Promise<Outcome<Changed>> {
    const call = { operation: 'confirmListing', key: idempotencyKey, input: { id } };
    const actor = await actingOn(this.setting, asking, id);
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const listing = await lockOwn(tx, actor, id);
        if (listing === undefined) return notFound('listing');
        const refused = await refusedOn(tx, actor, listing);
        if (refused !== undefined) return refused;
        const cursor = cursorText(await tx.events.now());
        const outcome = await confirm(tx, this.setting, listing);
        if (!outcome.ok) return outcome;
        await tellFirm(tx, actor, listing, 'LISTING_CONFIRMED');
        return done({ listingId: id, cursor });
      }),
    );
  }

  /**
   * Ends listings whose last day has passed, or that nobody has confirmed although the firm was reminded; run by the
   * clock.
   *
   * @returns how many have ended
   */
  async expireDue(): Promise<number> {
    const { store } = this.setting;
    const day = today(this.setting);
    const due = await store.read(SYSTEM, async (tx) => [
      ...(await tx.listings.dueToExpire(day)),
      ...(await tx.reminders.fadedBefore(day)),
    ]);
    let ended = 0;
    for (const id of due) if (await store.transaction(SYSTEM, (tx) => this.expire(tx, id, day))) ended += 1;
    return ended;
  }

  private async expire(tx: Tx, id: string, day: Day): Promise<boolean> {
    await tx.listings.lock([id]);
    const listing = await tx.listings.byId(id);
    if (listing === undefined || !canMoveListing(listing.state, 'EXPIRED')) return false;
    if (!isOver(listing, day) && !hasFaded(listing, day)) return false;
    await tx.listings.setState(id, 'EXPIRED');
    await this.announce(tx, 'listingExpired', listing.firm.id, id);
    return true;
  }

  private async move(
    asking: Actor,
    id: string,
    to: Moved,
    operation: string,
    idempotencyKey: string | undefined,
  ): Promise<Outcome<Changed>> {
    const actor = await actingOn(this.setting, asking, id);
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, { operation, key: idempotencyKey, input: { id } }, async () => {
        const listing = await lockOwn(tx, actor, id);
        if (listing === undefined) return notFound('listing');
        const refused = await refusedOn(tx, actor, listing);
        if (refused !== undefined) return refused;
        if (!canMoveListing(listing.state, to)) {
          return conflict(`A listing that is ${listing.state} cannot become ${to}.`);
        }
        if (to === 'ACTIVE' && isOver(listing, today(this.setting)))
          return conflict('Its last day has passed; revise it with a later one.');
        const next = to === 'ACTIVE' && listing.remaining.isZero() ? 'FULFILLED' : to;
        await tx.listings.setState(id, next);
        if (to === 'ACTIVE') await tx.listings.confirm(id, confirmedNow(this.setting, listing.terms));
        await tellFirm(tx, actor, listing, KIND_OF_MOVE[to]);
        return done({
          listingId: id,
          cursor: await this.announce(tx, 'listingChanged', listing.firm.id, id),
        });
      }),
    );
  }

  private async announce(tx: Tx, type: string, firmId: string, listingId: string): Promise<string> {
    const cursor = await tx.events.append({ type, firmId, listingId });
    await bringToMarket(tx, this.setting, [listingId]);
    if (type !== 'listingExpired') await tx.jobs.request([tellWatches(listingId)]);
    return cursorText(cursor);
  }
}

/** A site that gives and needs the same material needs no market: the offer would be its own need. */
async function ownCounterpart(
  tx: Tx,
  firmId: string,
  siteId: string,
  terms: ListingTerms,
): Promise<Problem | undefined> {
  const side = terms.side === 'OFFER' ? 'NEED' : 'OFFER';
  const page = await tx.listings.pageOfFirms([firmId], { side, state: 'ACTIVE' }, 1000);
  const own = await tx.listings.byIds(page.map((row) => row.id));
  const same = own.find((one) => one.site.id === siteId && one.terms.materialCode === terms.materialCode);
  return (
    same &&
    problem(
      'input.materialId',
      `This site already lists the same material as ${side.toLowerCase()} ("${same.terms.title}"); use it there, or withdraw that listing first.`,
    )
  );
}

async function lockOwn(tx: Tx, actor: Actor, id: string): Promise<StoredListing | undefined> {
  await tx.listings.lock([id]);
  const listing = await tx.listings.byId(id);
  return listing && actsFor(actor, listing.firm.id) ? listing : undefined;
}

/** Staff of the firm's cluster must be let by the firm besides. */
const refusedOn = async (tx: Tx, actor: Actor, { terms, firm }: StoredListing) =>
  mayNot(actor, listingOf(terms.side), firm.id) ?? (await firmRefuses(tx, actor, firm.id));

/** What a listing shall be: a stand-in leaves to the firm what is the firm's alone. */
function restatedBy(
  actor: Actor,
  { firm, terms }: StoredListing,
  input: ListingInput,
): Outcome<ListingInput> {
  if (!isStandIn(actor, firm.id)) return done(input);
  const problems = standInProblems(input);
  return problems.length > 0 ? invalid(problems) : done(leftToFirm(terms, input));
}

type Moved = 'PAUSED' | 'ACTIVE' | 'WITHDRAWN';
const KIND_OF_MOVE = {
  PAUSED: 'LISTING_PAUSED',
  ACTIVE: 'LISTING_RESUMED',
  WITHDRAWN: 'LISTING_WITHDRAWN',
} as const satisfies Readonly<Record<Moved, StandInKind>>;

const isOver = ({ terms: { availableUntil } }: StoredListing, day: Day): boolean =>
  availableUntil !== undefined && availableUntil < day;

const hasFaded = ({ state, confirmBy }: StoredListing, day: Day): boolean =>
  state === 'ACTIVE' && confirmBy !== undefined && confirmBy < day;

/** What it takes to list on a side. */
export const listingOf = (side: Side): FirmAction => (side === 'OFFER' ? 'list offer' : 'list need');

function revisionProblems(listing: StoredListing, terms: ListingTerms, drawn: Decimal): Problem[] {
  const before = listing.terms;
  if (terms.side !== before.side)
    return [problem('input.side', `The side stays ${before.side}; publish another listing.`)];
  if (drawn.isZero()) return [];
  const { unit, per } = before.quantity;
  if (
    terms.quantity.unit !== unit ||
    terms.quantity.per !== per ||
    terms.materialCode !== before.materialCode
  ) {
    return [
      problem(
        'input.quantity.unit',
        `Agreements draw on this listing: keep its material and ${unit} per ${per.toLowerCase()}.`,
      ),
    ];
  }
  return terms.quantity.value.lt(drawn)
    ? [problem('input.quantity.value', `At least the ${plain(drawn)} ${unit} already agreed.`)]
    : [];
}
