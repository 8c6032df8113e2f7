import type { UnitKind } from '#domain';
import type { EntityManager } from 'typeorm';
import { sql } from '../sql.js';

const AGREEMENTS = sql('agreements-of-firm');
const DELIVERIES = sql('deliveries-of-firm');
const LEDGER = sql('ledger-of-firm');

type Party = 'GIVER' | 'TAKER';

/** Decimals as text, days as they are written, instants in UTC. */
export interface PortableAgreement {
  readonly id: string;
  readonly side: Party;
  readonly partner: string | null;
  readonly listingId: string;
  readonly materialCode: string;
  readonly amount: string;
  readonly unit: string;
  readonly per: string;
  readonly price: string | null;
  readonly currency: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly retrospective: boolean;
  readonly madeAt: string;
}

export interface PortableDelivery {
  readonly id: string;
  readonly agreementId: string;
  readonly amount: string;
  readonly unit: string;
  readonly deliveredOn: string;
  readonly reference: string | null;
  readonly recordedByUs: boolean;
  readonly verified: boolean;
  readonly correctedById: string | null;
  readonly recordedAt: string;
}

export interface PortableEntry {
  readonly id: string;
  readonly side: Party;
  readonly agreementId: string;
  readonly deliveryId: string | null;
  readonly kind: string;
  readonly basis: string;
  readonly reverses: string | null;
  readonly unitKind: UnitKind;
  readonly amountBase: string;
  readonly roadKm: string;
  readonly valueNok: string | null;
  readonly occurredOn: string;
  readonly yearly: boolean;
  readonly endsOn: string | null;
  readonly materialCode: string;
  readonly inputCode: string;
  readonly ruleSet: string;
  readonly factorSet: string;
  readonly methodVersion: string;
  readonly recordedAt: string;
}

/** Days that are asked for, both counted; without, all. */
export interface PortableDays {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What a firm can take with it, row by row. */
export class Portable {
  constructor(private readonly manager: EntityManager) {}

  agreements(firmId: string, most: number): Promise<PortableAgreement[]> {
    return this.manager.query(AGREEMENTS, [firmId, most]);
  }

  deliveries(firmId: string, { from, to }: PortableDays, most: number): Promise<PortableDelivery[]> {
    return this.manager.query(DELIVERIES, [firmId, from ?? null, to ?? null, most]);
  }

  entries(firmId: string, { from, to }: PortableDays, most: number): Promise<PortableEntry[]> {
    return this.manager.query(LEDGER, [firmId, from ?? null, to ?? null, most]);
  }
}
