import { Acting, type Variables } from './acting.js';
import type { Visitor } from './visitor.js';

/** What staff note of the victims' firm, what the firm answers, and what it has not made up its mind about. */
export class HintsStory extends Acting {
  private readonly administrator = this.stage.cast.administrator;

  async play(): Promise<void> {
    const { cast } = this.stage;
    const clusterId = cast.clusters.here;
    const { workshop } = await this.must(this.staff, 'openWorkshop.workshop', {
      input: { clusterId, name: this.stage.mint.word('workshop'), heldOn: '2026-06-15T10:00:00Z' },
    });
    await this.record(workshop?.id);
    await this.must(this.administrator, 'letStaffDraft.clusters', { clusterId, allowed: true });
    await this.record(workshop?.id);
    await this.answer();
    await this.draft();
    await this.takeBack();
    for (const path of ['hints', 'hintCounts', 'workshops', 'clusterFirms'])
      await this.call(this.staff, path, { clusterId, first: 20 });
    await this.call(this.staff, 'workshop', { id: workshop?.id });
    for (const path of ['hintsForUs', 'hintsForUs.material', 'listingDrafts', 'draftsByStaff'])
      await this.call(this.administrator, path, {});
  }

  private get staff(): Visitor {
    return this.as('staff');
  }

  private async record(workshopId: string | undefined): Promise<void> {
    const { cast } = this.stage;
    const firmId = cast.firms.hidden.id;
    const cards = [
      { firmId, side: 'OFFER', ...this.words('tørr treflis') },
      { firmId, side: 'OFFER', ...this.words('treflis') },
      { firmName: this.stage.mint.word('guest'), side: 'NEED', ...this.words('treflis') },
      { firmName: this.stage.mint.word('guest'), side: 'NEED', ...this.words('bark') },
    ];
    await this.must(this.staff, 'recordWorkshopCards.workshop', { input: { workshopId, cards } });
  }

  private words(material: string): Variables {
    const { mint } = this.stage;
    return { text: `${material} ${mint.word('card')}`, amountText: mint.word('amount') };
  }

  private async answer(): Promise<void> {
    const [claimed, rejected] = await this.hints(`state = 'TIED'`);
    await this.must(this.administrator, 'claimHint.draft', { id: claimed });
    await this.must(this.administrator, 'rejectHint', { id: rejected });
    const [tied] = await this.hints(`state = 'UNCLAIMED'`);
    const { firms } = this.stage.cast;
    await this.must(this.staff, 'tieHint.hint', { id: tied, firmId: firms.hidden.id });
    await this.must(this.staff, 'removeHintContact.hint', { id: tied });
  }

  private async draft(): Promise<void> {
    const { mint, cast } = this.stage;
    const draft = {
      side: 'OFFER',
      title: mint.word('draft'),
      description: mint.word('draft'),
      siteId: cast.firms.hidden.siteIds[0],
      materialId: 'sawdust',
      quantity: { value: mint.decimal(31, 4), unit: 't', per: 'YEAR' },
      amountText: mint.word('amount'),
    };
    await this.must(this.administrator, 'saveDraft.draft', { input: draft });
    const [kept, gone] = [
      await this.must(this.administrator, 'saveDraft.draft', { input: draft }),
      await this.must(this.administrator, 'saveDraft.draft', { input: draft }),
    ];
    await this.must(this.administrator, 'discardDraft', { id: gone['draft']?.id });
    const { amountText: _said, ...input } = draft;
    await this.must(this.administrator, 'publishDraft.listing', { id: kept['draft']?.id, input });
  }

  private async takeBack(): Promise<void> {
    const [id] = await this.hints(`state = 'UNCLAIMED'`);
    await this.must(this.staff, 'removeHint', { id });
  }

  private async hints(where: string): Promise<readonly string[]> {
    const { rows } = await this.stage.client.query<{ id: string }>(
      `select id from hint where ${where} order by stated_at, id`,
    );
    return rows.map(({ id }) => id);
  }
}
