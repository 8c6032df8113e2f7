import { randomUUID } from 'node:crypto';
import {
  actsFor,
  draftProblems,
  findUnit,
  problem,
  unitCodes,
  type Actor,
  type DraftTerms,
  type Problem,
} from '#domain';
import type { StoredDraft, Tx } from '#store';
import type { ListingInput } from './listing-terms.js';
import { listingOf, type ListingsService, type Published } from './listings.js';
import { once } from './once.js';
import { conflict, done, invalid, notFound, type Outcome } from './outcome.js';
import { mayNot } from './permit.js';
import type { Setting } from './setting.js';

/** More than a firm works on at once; a program that loses its place is not to fill the table. */
const MOST_DRAFTS = 200;

interface SavedDraft {
  readonly draftId: string;
}

/**
 * Listings that a firm has not made up its mind about: kept apart from the listings, so that nothing that reads these
 * can come upon one. See docs/decisions/0038.
 */
export class DraftsService {
  constructor(
    private readonly setting: Setting,
    private readonly listings: ListingsService,
  ) {}

  /** Of the firm acted for, changed last first. */
  list(actor: Actor): Promise<readonly StoredDraft[]> {
    const firmId = actor.firms[0]?.firmId;
    if (firmId === undefined) return Promise.resolve([]);
    return this.setting.store.read(actor, (tx) => tx.drafts.ofFirm(firmId, MOST_DRAFTS));
  }

  /** @param id of the draft that is to be so from now on; a new one where absent */
  save(actor: Actor, terms: DraftTerms, id?: string, key?: string): Promise<Outcome<SavedDraft>> {
    const call = { operation: 'saveDraft', key, input: { id, terms } };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const held = id === undefined ? undefined : await heldDraft(tx, actor, id);
        if (held !== undefined && !held.ok) return held;
        const firmId = held?.value.firmId ?? actor.firms[0]?.firmId;
        if (firmId === undefined) return notFound('firm');
        const refused = mayNot(actor, listingOf(terms.side), firmId);
        if (refused !== undefined) return refused;
        const problems = [...draftProblems(terms), ...(await this.unknownIn(tx, firmId, terms))];
        if (problems.length > 0) return invalid(problems);
        const kept = { ...terms, title: terms.title.trim() };
        if (held !== undefined) {
          await tx.drafts.change(held.value.id, kept);
          return done({ draftId: held.value.id });
        }
        if ((await tx.drafts.ofFirm(firmId, MOST_DRAFTS)).length >= MOST_DRAFTS)
          return conflict(`Your firm has ${MOST_DRAFTS} drafts; publish or discard some first.`);
        return done(await this.begin(tx, actor, { firmId, terms: kept }));
      }),
    );
  }

  /** As publishing anything else: the input is the whole listing as it shall be, and takes the id of the draft. */
  publish(actor: Actor, id: string, input: ListingInput, key?: string): Promise<Outcome<Published>> {
    const call = { operation: 'publishDraft', key, input: { id, input } };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const held = await heldDraft(tx, actor, id);
        if (!held.ok) return held;
        const { side } = held.value.terms;
        if (input.side !== side)
          return invalid([
            problem('input.side', `The side stays ${side}; save the draft for the other one first.`),
          ]);
        const published = await this.listings.publishIn(tx, actor, input, id);
        if (published.ok) await tx.drafts.remove(id);
        return published;
      }),
    );
  }

  discard(actor: Actor, id: string, key?: string): Promise<Outcome<SavedDraft>> {
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, { operation: 'discardDraft', key, input: { id } }, async () => {
        const held = await heldDraft(tx, actor, id);
        if (!held.ok) return held;
        await tx.drafts.remove(id);
        return done({ draftId: id });
      }),
    );
  }

  /** Within a transaction, of whoever may begin one for the firm. */
  async begin(
    tx: Tx,
    actor: Actor,
    draft: { readonly firmId: string; readonly terms: DraftTerms; readonly source?: string | undefined },
  ): Promise<SavedDraft> {
    const draftId = randomUUID();
    await tx.drafts.insert({ id: draftId, ...draft }, actor.personId);
    return { draftId };
  }

  private async unknownIn(tx: Tx, firmId: string, terms: DraftTerms): Promise<readonly Problem[]> {
    const { siteId, materialCode, quantity } = terms;
    const site = siteId === undefined ? undefined : await tx.firms.site(siteId);
    const isForeign = site === null || (site !== undefined && site.firmId !== firmId);
    const isUnknown =
      materialCode !== undefined && this.setting.rules.materials.get(materialCode) === undefined;
    return [
      ...(isForeign ? [problem('input.siteId', 'Name a site of the firm that you act for.')] : []),
      ...(isUnknown ? [problem('input.materialId', 'Take an id of suggestMaterials, or leave it out.')] : []),
      ...(quantity !== undefined && findUnit(quantity.unit) === undefined
        ? [problem('input.quantity.unit', `Use one of ${unitCodes().join(', ')}.`)]
        : []),
    ];
  }
}

/** A draft of the firm acted for, under lock, that the role may list. */
async function heldDraft(tx: Tx, actor: Actor, id: string): Promise<Outcome<StoredDraft>> {
  const draft = await tx.drafts.lock(id);
  if (draft === undefined || !actsFor(actor, draft.firmId)) return notFound('draft');
  return mayNot(actor, listingOf(draft.terms.side), draft.firmId) ?? done(draft);
}
