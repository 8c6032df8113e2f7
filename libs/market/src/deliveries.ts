import { randomUUID } from 'node:crypto';
import {
  actsFor,
  convert,
  Decimal,
  deliveryEntry,
  deliveryProblems,
  kindOf,
  ownBase,
  fromOwnBase,
  problem,
  remainingBase,
  reversalsOf,
  windowOf,
  type Actor,
  type Day,
  type DeliveredAgainst,
  type DeliveryTerms,
  type Material,
} from '#domain';
import type { AgreementRow, DeliveryRow, Tx } from '#store';
import { refreshFigures } from './jobs.js';
import { partiesOf } from './parties.js';
import { mayNot } from './permit.js';
import { once } from './once.js';
import { conflict, done, invalid, notFound, type Outcome } from './outcome.js';
import { today, type Setting } from './setting.js';

export interface DeliveryInput extends DeliveryTerms {
  readonly agreementId: string;
}

export interface Recorded {
  readonly deliveryId: string;
}

/** What moved: recorded by one side, verified by the other, corrected by reversal. */
export class DeliveriesService {
  constructor(private readonly setting: Setting) {}

  record(actor: Actor, input: DeliveryInput, idempotencyKey?: string): Promise<Outcome<Recorded>> {
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, { operation: 'recordDelivery', key: idempotencyKey, input }, async () => {
        const held = await lockAgreement(tx, actor, input.agreementId);
        if (held === undefined) return notFound('agreement');
        const refused = mayNot(actor, 'deliver', held.firmId);
        if (refused !== undefined) return refused;
        const entered = await this.enter(tx, actor, held, input);
        if (entered.ok) await announce(tx, [held.agreement], 'deliveryRecorded', entered.value.deliveryId);
        return entered;
      }),
    );
  }

  verify(actor: Actor, id: string, idempotencyKey?: string): Promise<Outcome<Recorded>> {
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, { operation: 'verifyDelivery', key: idempotencyKey, input: { id } }, async () => {
        const held = await lockDelivery(tx, actor, id);
        if (held === undefined) return notFound('delivery');
        const refused = mayNot(actor, 'deliver', held.firmId);
        if (refused !== undefined) return refused;
        const { delivery, agreement } = held;
        if (delivery.correctedById !== null)
          return conflict('The delivery was corrected; verify the one that took its place.');
        if (delivery.verifiedAt !== null) return conflict('The delivery is verified already.');
        const other = partiesOf(agreement).find((firmId) => firmId !== delivery.recordedByFirmId);
        if (other === undefined || !actsFor(actor, other)) {
          return conflict('The side that recorded a delivery cannot verify it; the other side can.');
        }
        await tx.deliveries.verify(id, actor.personId);
        const facts = this.entryFacts(agreement, delivery);
        await tx.ledger.append([deliveryEntry(facts, 'verified')], this.setting.clock());
        await announce(tx, [agreement], 'deliveryVerified', id);
        return done({ deliveryId: id });
      }),
    );
  }

  /** Reverses the delivery in the ledger and enters it anew; the new one waits for the other side's word. */
  correct(
    actor: Actor,
    id: string,
    input: DeliveryInput,
    reason: string,
    idempotencyKey?: string,
  ): Promise<Outcome<Recorded>> {
    const call = { operation: 'correctDelivery', key: idempotencyKey, input: { id, input, reason } };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const held = await lockDelivery(tx, actor, id);
        if (held === undefined) return notFound('delivery');
        const refused = mayNot(actor, 'deliver', held.firmId);
        if (refused !== undefined) return refused;
        const entered = await this.correctHeld(tx, actor, held, input, reason);
        if (entered.ok) await announce(tx, [held.agreement], 'deliveryCorrected', entered.value.deliveryId);
        return entered;
      }),
    );
  }

  /** In the transaction of a larger work that holds the agreement's lock, and tells of it. */
  async correctHeld(
    tx: Tx,
    actor: Actor,
    held: Held & { readonly delivery: DeliveryRow },
    input: DeliveryInput,
    reason: string,
  ): Promise<Outcome<Recorded>> {
    const { delivery, agreement } = held;
    if (delivery.correctedById !== null) return conflict('The delivery was corrected already.');
    if (input.agreementId !== agreement.id) {
      return invalid([problem('input.agreementId', 'A correction stays with its agreement.')]);
    }
    if (reason.trim().length < 3)
      return invalid([problem('reason', 'Say in a few words why it is corrected.')]);
    const entered = await this.enter(tx, actor, held, input, delivery);
    if (!entered.ok) return entered;
    await tx.ledger.append(reversalsOf(await tx.ledger.ofDelivery(delivery.id)), this.setting.clock());
    await tx.deliveries.replace(delivery.id, entered.value.deliveryId, reason.trim());
    return entered;
  }

  /** What the agreement's current round still leaves, in its own unit. */
  async remainingOf(tx: Tx, agreement: AgreementRow): Promise<Decimal> {
    const against = await this.against(tx, agreement, today(this.setting));
    const left = remainingBase(against);
    return (fromOwnBase(left, agreement.unit, against.byProduct) ?? left).toDecimalPlaces(9);
  }

  private async enter(
    tx: Tx,
    actor: Actor,
    held: Held,
    input: DeliveryInput,
    instead?: DeliveryRow,
  ): Promise<Outcome<Recorded>> {
    const against = await this.against(tx, held.agreement, input.deliveredOn, instead);
    const problems = deliveryProblems(input, against, today(this.setting));
    const amountBase = problems.length > 0 ? undefined : ownBase(input.amount, input.unit, against.byProduct);
    if (amountBase === undefined) return invalid(problems);
    const [deliveryId = ''] = await this.write(tx, actor, held, [{ input, amountBase }]);
    return done({ deliveryId });
  }

  /**
   * Writes deliveries that were checked under the agreement's lock, rows and ledger; {@link announce} tells of them.
   *
   * @returns their ids, in the same order
   */
  async write(
    tx: Tx,
    actor: Actor,
    { agreement, firmId }: Held,
    checked: readonly { readonly input: DeliveryInput; readonly amountBase: Decimal }[],
  ): Promise<readonly string[]> {
    const deliveries = checked.map(({ input, amountBase }) => ({
      id: randomUUID(),
      agreementId: agreement.id,
      amount: input.amount,
      unit: input.unit,
      amountBase,
      deliveredOn: input.deliveredOn,
      reference: input.reference ?? null,
      roadKm: input.distanceKm === undefined ? agreement.roadKm : new Decimal(input.distanceKm),
      recordedByFirmId: firmId,
      recordedBy: actor.personId,
      verifiedBy: null,
      verifiedAt: null,
      correctedById: null,
      correctionReason: null,
    }));
    await tx.deliveries.insert(deliveries);
    await tx.ledger.append(
      deliveries.map((one) => deliveryEntry(this.entryFacts(agreement, one), 'delivered')),
      this.setting.clock(),
    );
    return deliveries.map((one) => one.id);
  }

  private async against(
    tx: Tx,
    agreement: AgreementRow,
    day: Day,
    without?: DeliveryRow,
  ): Promise<DeliveredAgainst> {
    const term = { startsOn: agreement.startsOn, endsOn: agreement.endsOn ?? undefined };
    const round = windowOf(day, agreement.per, term);
    const delivered = new Decimal(await tx.deliveries.deliveredBase(agreement.id, round.from, round.until));
    const inRound =
      without !== undefined &&
      without.deliveredOn >= round.from &&
      (round.until === undefined || without.deliveredOn < round.until);
    const deliveredBase = inRound ? delivered.minus(without.amountBase) : delivered;
    return { ...this.agreed(agreement), deliveredBase };
  }

  /** What of the agreement is the same for all of its deliveries. */
  agreed(agreement: AgreementRow): Omit<DeliveredAgainst, 'deliveredBase'> {
    return {
      startsOn: agreement.startsOn,
      endsOn: agreement.endsOn ?? undefined,
      quantity: { value: agreement.amount, unit: agreement.unit, per: agreement.per },
      byProduct: this.byProductOf(agreement),
    };
  }

  private byProductOf(agreement: AgreementRow): Material {
    const found = this.setting.rules.materials.get(agreement.exchange.byProductCode);
    if (found === undefined)
      throw new Error(`Agreement ${agreement.id} names a material that is not in the tree.`);
    return found;
  }

  private entryFacts(agreement: AgreementRow, delivery: Omit<DeliveryRow, 'recordedAt'>) {
    return {
      exchange: agreement.exchange,
      deliveryId: delivery.id,
      unitKind: kindOf(this.byProductOf(agreement).unit),
      amountBase: delivery.amountBase,
      roadKm: delivery.roadKm,
      valueNok: valueNok(agreement, delivery),
      deliveredOn: delivery.deliveredOn,
    };
  }
}

/** Price times amount in the unit the price was agreed for; nothing when the price is in another currency. */
function valueNok(
  agreement: AgreementRow,
  { amount, unit }: Pick<DeliveryRow, 'amount' | 'unit'>,
): Decimal | undefined {
  if (agreement.price === null || agreement.currency !== 'NOK') return undefined;
  return kindOf(unit) === kindOf(agreement.unit)
    ? convert(amount, unit, agreement.unit).times(agreement.price)
    : undefined;
}

export interface Held {
  readonly agreement: AgreementRow;
  /** The party that the actor acts for; the giver where it is both. */
  readonly firmId: string;
}

export async function lockAgreement(tx: Tx, actor: Actor, id: string): Promise<Held | undefined> {
  const agreement = await tx.agreements.lock(id);
  return agreement === null ? undefined : heldBy(actor, agreement);
}

/** Undefined for an agreement of others. */
export function heldBy(actor: Actor, agreement: AgreementRow): Held | undefined {
  const firmId = partiesOf(agreement).find((one) => actsFor(actor, one));
  return firmId === undefined ? undefined : { agreement, firmId };
}

export async function lockDelivery(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<(Held & { delivery: DeliveryRow }) | undefined> {
  const found = await tx.deliveries.byId(id);
  const held = found && (await lockAgreement(tx, actor, found.agreementId));
  // Read again under the agreement's lock: another correction or verification may have come first.
  const delivery = held && (await tx.deliveries.byId(id));
  return held && delivery ? { ...held, delivery } : undefined;
}

/**
 * Tells both sides of each agreement once, and has the figures of their clusters folded anew.
 *
 * @param deliveryId of the one delivery that it is about; without it, of several
 */
export async function announce(
  tx: Tx,
  agreements: readonly AgreementRow[],
  type: 'deliveryRecorded' | 'deliveriesRecorded' | 'deliveryVerified' | 'deliveryCorrected',
  deliveryId?: string,
): Promise<void> {
  await tx.events.appendAll(
    agreements.flatMap((agreement) => {
      const about = { type, matchId: agreement.matchId, agreementId: agreement.id, deliveryId };
      return partiesOf(agreement).map((firmId) => ({ ...about, firmId }));
    }),
  );
  const clusterIds = await tx.firms.clusterIdsOf([...new Set(agreements.flatMap(partiesOf))]);
  await tx.jobs.request(clusterIds.map(refreshFigures));
}
