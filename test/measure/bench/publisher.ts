import type { Actor } from '#domain';
import type { ListingInput, Market } from '#market';
import type { GeneratedListing } from '../../support/market-generator.js';

/** Publishes made-up listings that are not in the market yet, as their firms would. */
export class Publisher {
  private readonly spare: GeneratedListing[];

  constructor(
    private readonly market: Market,
    private readonly clusterId: string,
    spare: readonly GeneratedListing[],
  ) {
    this.spare = [...spare];
  }

  /** Publishes the next one that its firm may publish. @returns the listing's id */
  async publishNext(): Promise<string> {
    for (let next = this.spare.pop(); next !== undefined; next = this.spare.pop()) {
      const outcome = await this.market.listings.publish(this.actorOf(next), inputOf(next));
      if (outcome.ok) return outcome.value.listingId;
    }
    throw new Error('There are too few spare listings.');
  }

  private actorOf({ firm }: GeneratedListing): Actor {
    const membership = { firmId: firm.id, role: 'plant_manager' as const, clusterIds: [this.clusterId] };
    return { personId: firm.id, name: firm.name, firms: [membership], clusters: [] };
  }
}

const inputOf = (one: GeneratedListing): ListingInput => ({
  siteId: one.firm.siteId,
  side: one.side,
  title: one.title,
  materialCode: one.readings.length === 1 ? one.readings[0]?.code : undefined,
  wasteCode: one.wasteCode,
  quantity: { value: one.amount, unit: one.unit, per: 'YEAR' },
  properties: one.properties,
  availableFrom: one.availableFrom,
  availableUntil: one.availableUntil,
  maxDistanceKm: one.maxDistanceKm,
  currency: 'NOK',
  visibility: 'MASKED',
});
