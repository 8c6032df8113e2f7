import { Decimal, type DisclosureGroup } from '#domain';
import type { ListingInput } from '#market';
import { ok, tonnes, type World, type WorldFirm } from './world.js';

/** An offer whose words, amount and price are all somebody's business. */
export const TELLING: Partial<ListingInput> = {
  title: 'Flis fra Granvåk',
  description: 'Ring 22 33 44 55 eller skriv til kari@granvak.no',
  quantity: tonnes('270'),
  price: new Decimal('123.45'),
};
/** A need that takes all of it, so that the match's amount is the offer's. */
export const LARGE: Partial<ListingInput> = { quantity: tonnes('1000') };

/** Asking, granting and looking, as steps of a story; each must go well. */
export class Disclosing {
  private place = 0;

  constructor(private readonly world: World) {}

  /** A giver and a taker in a place of their own, five hundred kilometres from the last story's. */
  async begin(): Promise<readonly [WorldFirm, WorldFirm]> {
    this.place += 1;
    this.world.now = new Date('2026-06-15T10:00:00Z');
    return [
      await this.neighbour('16.10', 'Granvåk Trelast AS'),
      await this.neighbour('35.30', 'Tjurmo Bioenergi'),
    ];
  }

  /** A firm of this story's place. */
  neighbour(naceCode: string, name?: string): Promise<WorldFirm> {
    const at = { latitude: -70 + this.place * 5, longitude: 10 };
    return this.world.firm({ naceCode, ...at, ...(name === undefined ? {} : { name }) });
  }

  async ask(
    firm: WorldFirm,
    matchId: string,
    groups: readonly DisclosureGroup[],
    note?: string,
  ): Promise<string> {
    return ok(await this.world.market.grants.ask(firm.actor, { matchId, groups, note })).requestId;
  }

  async grant(
    firm: WorldFirm,
    requestId: string,
    groups: readonly DisclosureGroup[],
    until = '2026-07-15',
  ): Promise<string> {
    return ok(await this.world.market.grants.grant(firm.actor, { requestId, groups, until })).grantId;
  }

  /** Asked by one firm and granted by the other. */
  async granted(
    from: WorldFirm,
    to: WorldFirm,
    matchId: string,
    groups: readonly DisclosureGroup[],
    until?: string,
  ): Promise<string> {
    return this.grant(from, await this.ask(to, matchId, groups), groups, until);
  }

  async listing(firm: WorldFirm, id: string) {
    return there(await this.world.market.reading.listing(firm.actor, id));
  }

  async match(firm: WorldFirm, id: string) {
    return there(await this.world.market.reading.match(firm.actor, id));
  }

  async of(firm: WorldFirm, matchId: string) {
    return there(await this.world.market.grants.ofMatch(firm.actor, matchId));
  }
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('It does not exist to this firm.');
  return value;
}
