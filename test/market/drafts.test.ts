import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DraftTerms } from '#domain';
import { ok, refused, tonnes, World, type WorldFirm } from '../support/world.js';
import { sqlAs } from '../support/walled.js';

let world: World;
let firm: WorldFirm;

beforeAll(async () => {
  world = await World.open();
});
beforeEach(async () => {
  firm = await world.firm();
});
afterAll(() => world.close());

const TERMS: DraftTerms = { side: 'OFFER', title: ' Tørr flis ' };
const saved = async (terms: DraftTerms = TERMS): Promise<string> =>
  ok(await world.market.drafts.save(firm.actor, terms)).draftId;

describe('a draft', () => {
  it('needs only side and title, and is changed as a whole', async () => {
    const id = await saved();
    expect(await world.market.drafts.list(firm.actor)).toMatchObject([
      { id, terms: { side: 'OFFER', title: 'Tørr flis', quantity: undefined } },
    ]);
    const whole = {
      ...TERMS,
      siteId: firm.siteId,
      materialCode: 'wood-chips',
      quantity: tonnes('12.5'),
      amountText: 'et lass',
    };
    ok(await world.market.drafts.save(firm.actor, whole, id));
    const [draft] = await world.market.drafts.list(firm.actor);
    expect(draft?.terms).toMatchObject({ siteId: firm.siteId, materialCode: 'wood-chips' });
    expect(draft?.terms.quantity?.value.toFixed()).toBe('12.5');
  });

  it.each<[string, () => Partial<DraftTerms>, string]>([
    ['no title', () => ({ title: ' ' }), 'input.title'],
    ['an amount of nothing', () => ({ quantity: tonnes('0') }), 'input.quantity.value'],
    ['a unit that is none', () => ({ quantity: { ...tonnes('1'), unit: 'lass' } }), 'input.quantity.unit'],
    ['a site of others', () => ({ siteId: randomUUID() }), 'input.siteId'],
    ['a material that is none', () => ({ materialCode: 'gold dust' }), 'input.materialId'],
  ])('is refused with %s', async (_what, change, path) =>
    expect(refused(await world.market.drafts.save(firm.actor, { ...TERMS, ...change() })).path).toBe(path),
  );

  it('is seen and changed by its firm alone', async () => {
    const id = await saved();
    const [stranger, staff] = [await world.firm(), await world.staff()];
    for (const actor of [stranger.actor, staff]) {
      expect(await world.market.drafts.list(actor)).toEqual([]);
      expect(refused(await world.market.drafts.save(actor, TERMS, id)).kind).toBe('not_found');
      expect(refused(await world.market.drafts.discard(actor, id)).kind).toBe('not_found');
      expect(refused(await world.market.drafts.publish(actor, id, world.listing(firm, 'OFFER'))).kind).toBe(
        'not_found',
      );
      expect(await sqlAs(world.store, actor, 'select * from listing_draft')).toEqual([]);
    }
  });

  it('is in no market: nothing is matched, told or listed of it', async () => {
    const watcher = await world.firm();
    const terms = {
      name: 'Flis',
      side: 'OFFER' as const,
      materialCodes: ['wood-chips'],
      areas: [],
      properties: [],
      crossIndustryOnly: false,
    };
    const { watchId } = ok(await world.market.watches.save(watcher.actor, terms));
    await world.publish(watcher, 'NEED');
    const id = await saved({ ...TERMS, siteId: firm.siteId, quantity: tonnes('100') });
    await world.work();
    expect(await world.market.reading.listing(firm.actor, id)).toBeUndefined();
    expect((await world.market.watches.found(watcher.actor, watchId, 10)).rows).toEqual([]);
    expect(await world.database.query('select from match where offer_firm_id = $1', [firm.id])).toEqual([]);
    expect(await world.database.query('select from event where firm_id = $1', [firm.id])).toEqual([]);
  });

  it('is published under its own id, by the checks of any other listing', async () => {
    const id = await saved();
    const { drafts, reading } = world.market;
    const other = world.listing(firm, 'NEED');
    expect(refused(await drafts.publish(firm.actor, id, other)).path).toBe('input.side');
    const empty = world.listing(firm, 'OFFER', { quantity: tonnes('0') });
    expect(refused(await drafts.publish(firm.actor, id, empty)).path).toBe('input.quantity.value');
    expect(await drafts.list(firm.actor)).toHaveLength(1);
    const whole = world.listing(firm, 'OFFER');
    expect(ok(await drafts.publish(firm.actor, id, whole, 'once')).listingId).toBe(id);
    expect(ok(await drafts.publish(firm.actor, id, whole, 'once')).listingId).toBe(id);
    expect(await drafts.list(firm.actor)).toEqual([]);
    expect((await reading.listing(firm.actor, id))?.state).toBe('ACTIVE');
    expect(refused(await drafts.publish(firm.actor, id, whole)).kind).toBe('not_found');
  });

  it('is discarded without a trace', async () => {
    const id = await saved();
    ok(await world.market.drafts.discard(firm.actor, id));
    expect(await world.database.query('select from listing_draft where id = $1', [id])).toEqual([]);
  });
});
