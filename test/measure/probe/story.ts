import { Acting, type Stage, type Variables } from './acting.js';
import { HintsStory } from './hints-story.js';
import { PeopleStory } from './people-story.js';
import { plantBeneath } from './planting.js';
import { TellingStory } from './telling-story.js';
import type { Visitor } from './visitor.js';

/** Codes of the list of waste that nothing else of the probe's market has to do with. */
export const GUARDED_CODES = ['20 01 41', '18 01 07', '01 05 04', '06 13 03'] as const;
const [CODE_ONE, CODE_TWO, ...PERMITS] = GUARDED_CODES;

/** Plays the victims' whole trade over the public API: everything that they say is a value of the mint. */
export async function playStory(stage: Stage): Promise<void> {
  const story = new Story(stage);
  const telling = new TellingStory(stage);
  await telling.listen();
  await story.publish();
  await story.worked();
  await story.trade();
  await story.worked();
  await new PeopleStory(stage).play();
  await new HintsStory(stage).play();
  await story.worked();
  await telling.play();
  await plantBeneath(stage);
}

class Story extends Acting {
  private readonly listings = new Map<string, string>();

  async publish(): Promise<void> {
    const { cast } = this.stage;
    const { hidden, open } = cast.firms;
    const [first, second, third, fourth] = hidden.siteIds;
    const owner = this.as('owner');
    await this.list(owner, 'agreed', this.offer(first, { ewcCode: CODE_ONE }));
    await this.list(owner, 'matched', this.offer(second, { ewcCode: CODE_TWO }));
    await this.list(owner, 'wet', this.offer(third, { properties: [this.moisture(57)] }));
    await this.list(owner, 'need', this.need(fourth));
    await this.list(owner, 'unread', this.unread(second));
    await this.list(cast.opener, 'cluster', this.offer(open.siteIds[0], { visibility: 'CLUSTER' }));
    await this.list(cast.opener, 'federation', this.offer(open.siteIds[1], { visibility: 'FEDERATION' }));
    for (const name of ['partner', 'suitor', 'suitorElsewhere'] as const) {
      const siteId = cast.firms[name].siteIds[0];
      const dry = { property: 'moisture', max: '20', unit: '%', basis: 'wet' };
      await this.list(this.as(name), name, {
        ...PLAIN,
        siteId,
        side: 'NEED',
        ...(name === 'suitor' && { properties: [dry] }),
      });
    }
    const partnerSite = cast.firms.partner.siteIds[0];
    await this.list(this.as('partner'), 'partner again', { ...PLAIN, siteId: partnerSite, side: 'NEED' });
    await this.list(this.as('suitor'), 'suitor offers', {
      ...PLAIN,
      siteId: cast.firms.suitor.siteIds[1],
      side: 'OFFER',
    });
    await this.watch(owner);
    for (const name of ['neighbour', 'stranger'] as const) {
      await this.list(this.as(name), name, {
        ...PLAIN,
        siteId: cast.firms[name].siteIds[0],
        side: 'OFFER',
        materialId: 'gypsum',
      });
    }
    const id = this.listings.get('matched');
    const input = this.offer(second, { ewcCode: CODE_TWO });
    await this.must(owner, 'reviseListing.listing', { id, version: 1, input });
    await this.must(owner, 'pauseListing.listing', { id });
    await this.must(owner, 'resumeListing.listing', { id });
  }

  /** Of what others are about to list: who is told of it is told what it is called. */
  private async watch(by: Visitor): Promise<void> {
    const input = { name: this.stage.mint.word('watch'), side: 'OFFER', materialIds: ['gypsum'] };
    const { watch } = await this.must(by, 'saveWatch.watch', { input });
    await this.must(by, 'pauseWatch.watch', { id: watch?.id });
    await this.must(by, 'resumeWatch.watch', { id: watch?.id });
    const input2 = { ...input, name: this.stage.mint.word('watch') };
    const removed = await this.must(by, 'saveWatch.watch', { input: input2 });
    await this.must(by, 'removeWatch', { id: removed['watch']?.id });
  }

  /** An agreement with its deliveries, a proposal that stands, one declined, one withdrawn, a match declined. */
  async trade(): Promise<void> {
    const [owner, partner, suitor] = [this.as('owner'), this.as('partner'), this.as('suitor')];
    const agreed = await this.match('agreed', 'partner');
    const proposed = await this.must(partner, 'proposeTerms.proposal', { input: this.terms(agreed) });
    const countered = { id: proposed['proposal']?.id, input: this.terms(agreed) };
    const counter = await this.must(owner, 'counterProposal.proposal', countered);
    const id = counter['proposal']?.id;
    const made = await this.must(partner, 'acceptProposal.agreement', { id });
    await this.call(partner, 'acceptProposal', { id });
    await this.deliver(owner, partner, made['agreement']?.id ?? '');
    const standing = await this.match('matched', 'partner again');
    await this.must(owner, 'proposeTerms', { input: this.terms(standing) });
    const wooed = await this.match('matched', 'suitor');
    const refused = await this.must(suitor, 'proposeTerms.proposal', { input: this.terms(wooed) });
    const words = { reason: 'PRICE', note: this.stage.mint.word('refusal') };
    await this.must(owner, 'declineProposal.proposal', { id: refused['proposal']?.id, ...words });
    const again = await this.must(suitor, 'proposeTerms.proposal', { input: this.terms(wooed) });
    await this.must(suitor, 'withdrawProposal', { id: again['proposal']?.id });
    await this.disclose();
    const declined = await this.match('matched', 'suitorElsewhere');
    await this.must(owner, 'declineMatch.match', {
      id: declined,
      reason: 'DISTANCE',
      note: this.stage.mint.word('refusal'),
    });
    await this.besides();
  }

  /** One grant that holds, of less than was asked; one withdrawn; a refusal; a question of the victim's own. */
  private async disclose(): Promise<void> {
    const [owner, suitor, elsewhere] = [this.as('owner'), this.as('suitor'), this.as('suitorElsewhere')];
    const { mint, cast } = this.stage;
    const wooed = await this.match('matched', 'suitor');
    const less = ['AMOUNT', 'TEXT'];
    const until = instant(mint.day(60));
    const requestId = await this.ask(suitor, wooed, ['PLACE', ...less]);
    await this.must(owner, 'grantDisclosure.match', { requestId, groups: less, until });
    await this.call(suitor, 'askDisclosure', { matchId: wooed, groups: less });
    const note = `${mint.word('note')} fra ${cast.firms.hidden.name}`;
    await this.must(owner, 'askDisclosure.match', { matchId: wooed, groups: ['PRICE'], note });
    const lost = await this.match('wet', 'suitorElsewhere');
    const all = ['IDENTITY', 'PLACE', 'AMOUNT', 'COMPOSITION', 'PRICE', 'TEXT'];
    const answer = { requestId: await this.ask(elsewhere, lost, all), groups: all };
    const { grant } = await this.must(owner, 'grantDisclosure.grant', { ...answer, until });
    await this.must(owner, 'withdrawDisclosure.match', { grantId: grant?.id });
    const refused = { requestId: await this.ask(elsewhere, lost, ['PRICE']) };
    await this.must(owner, 'refuseDisclosure.match', refused);
  }

  private async ask(by: Visitor, matchId: string, groups: readonly string[]): Promise<string> {
    const note = this.stage.mint.word('note');
    const { request } = await this.must(by, 'askDisclosure.request', { matchId, groups, note });
    return request?.id ?? '';
  }

  /** Staff look at what is masked, which its owner is told; somebody ends a sign-in of his or her own. */
  private async besides(): Promise<void> {
    const { leaver } = this.stage.cast;
    await this.call(this.as('staff'), 'listing', { id: this.listings.get('matched') });
    const viewer = (await this.call(leaver, 'viewer', {})) as unknown as {
      readonly sessions: readonly { readonly id: string }[];
    };
    await this.must(leaver, 'leaveFirm', { firmId: this.stage.cast.firms.stranger.id });
    await this.must(leaver, 'revokeSession', { id: viewer.sessions[0]?.id });
  }

  private firmAt(siteId: string | undefined): string {
    const firms = Object.values(this.stage.cast.firms);
    return firms.find(({ siteIds }) => siteIds.some((id) => id === siteId))?.name ?? '';
  }

  private async list(by: Visitor, name: string, input: Variables): Promise<void> {
    const { listing } = await this.must(by, 'publishListing.listing', { input });
    this.listings.set(name, listing?.id ?? '');
  }

  private async deliver(giver: Visitor, taker: Visitor, agreementId: string): Promise<void> {
    const { mint } = this.stage;
    const input = () => ({
      agreementId,
      amount: mint.decimal(83, 2),
      unit: 't',
      deliveredOn: instant(mint.day(-40)),
      distanceKm: mint.number(43, 2),
      reference: mint.word('reference'),
    });
    const { delivery } = await this.must(giver, 'recordDelivery.delivery', { input: input() });
    const paper = `%PDF-1.7\n${mint.word('paper')}\n%%EOF\n`;
    const path = `/api/deliveries/${delivery?.id}/papers?name=${mint.word('file')}`;
    const { text } = await giver.send(path, paper);
    if (!text.includes('"id"')) throw new Error(`The paper of a delivery was refused: ${text}`);
    await this.must(taker, 'verifyDelivery.delivery', { id: delivery?.id });
    const wrong = await this.must(giver, 'recordDelivery.delivery', { input: input() });
    const correction = { id: wrong['delivery']?.id, input: input(), reason: mint.word('correction') };
    await this.must(giver, 'correctDelivery.delivery', correction);
  }

  private async match(offer: string, need: string): Promise<string> {
    const ids = [this.listings.get(offer), this.listings.get(need)];
    const { rows } = await this.stage.client.query<{ id: string }>(
      `select id from match where offer_id = $1 and need_id = $2 and state in ('OPEN', 'NEGOTIATING')`,
      ids,
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`The worker found no match of "${offer}" and "${need}".`);
    return row.id;
  }

  private offer(siteId: string | undefined, overrides: Variables = {}): Variables {
    const { mint } = this.stage;
    return {
      ...this.stated(siteId),
      side: 'OFFER',
      quantity: { value: mint.decimal(48, 4), unit: 't', per: 'YEAR' },
      properties: [this.moisture(17), this.oddProperty()],
      byProductTest: { furtherUseCertain: true, integralPart: true, lawfulUse: true, usableDirectly: true },
      ...overrides,
    };
  }

  private need(siteId: string | undefined): Variables {
    const quantity = { value: this.stage.mint.decimal(91, 4), unit: 't', per: 'YEAR' };
    return { ...this.stated(siteId), side: 'NEED', quantity, permittedWasteCodes: PERMITS };
  }

  /** Only the text says what it is, so the worker follows several readings of it. */
  private unread(siteId: string | undefined): Variables {
    const { mint } = this.stage;
    return {
      siteId,
      side: 'OFFER',
      title: `Tørr flis ${mint.word('title')}`,
      quantity: { value: mint.decimal(36, 4), unit: 't', per: 'YEAR' },
    };
  }

  private stated(siteId: string | undefined): Variables {
    const { mint } = this.stage;
    return {
      siteId,
      title: mint.word('title'),
      description: `${mint.word('description')} fra ${this.firmAt(siteId)}`,
      materialId: 'wood-chips',
      properties: [this.oddProperty()],
      availableFrom: instant(mint.day(-120)),
      availableUntil: instant(mint.day(900)),
      monthlyProfile: Array.from({ length: 12 }, () => mint.number(1, 1)),
      maxDistanceKm: mint.number(312, 3),
      smallestLot: mint.decimal(2, 1),
      largestLot: mint.decimal(31, 2),
      price: mint.decimal(217, 3),
      idempotencyKey: mint.word('key'),
    };
  }

  private moisture(leading: number): Variables {
    return {
      property: 'moisture',
      typical: this.stage.mint.decimal(leading, 2),
      unit: '%',
      basis: 'wet',
      measured: true,
    };
  }

  private oddProperty(): Variables {
    const { mint } = this.stage;
    const words = { property: mint.word('property'), unit: mint.word('unit'), basis: mint.word('basis') };
    return { ...words, min: mint.decimal(3, 1), max: mint.decimal(7, 1) };
  }

  private terms(matchId: string): Variables {
    const { mint } = this.stage;
    return {
      matchId,
      quantity: { value: mint.decimal(12, 4), unit: 't', per: 'YEAR' },
      price: mint.decimal(31, 3),
      startsOn: instant(mint.day(-70)),
      endsOn: instant(mint.day(700)),
      transportMode: mint.word('mode'),
      note: mint.word('note'),
      retrospective: true,
      idempotencyKey: mint.word('key'),
    };
  }
}

/** Of those that the probe asks as: nothing that could be taken for the victims'. */
const PLAIN = {
  title: 'Flis',
  materialId: 'wood-chips',
  quantity: { value: '9000', unit: 't', per: 'YEAR' },
};

/** Noon, which is the same day in Oslo all year. */
const instant = (day: string): string => `${day}T12:00:00Z`;
