import { answerJointTransport, jointTransportSeen, type Actor, type JointTransportState } from '#domain';
import type { AgreementRow, JointTransportRow, Tx } from '#store';
import { once } from './once.js';
import { conflict, done, notFound, type Outcome } from './outcome.js';
import { isParty, partiesOf } from './parties.js';
import { mayNot } from './permit.js';
import type { Setting } from './setting.js';

/** An offer of joint transport as a party of one of the two agreements may know it. */
export interface JointTransportView {
  readonly id: string;
  readonly state: JointTransportState;
  /** The own agreement. */
  readonly agreementId: string;
  /** The own side has said yes. */
  readonly accepted: boolean;
  readonly tours: Ends;
  readonly otherWithinKm: number;
  /** What the own agreement saves in a year. */
  readonly nok: Ends;
  readonly co2eKg: Ends;
  /** Name of the firm that said yes on the other side, once both have. */
  readonly contact: string | undefined;
  readonly offeredAt: Date;
}

interface Ends {
  readonly low: number;
  readonly high: number;
}

interface Sides {
  readonly row: JointTransportRow;
  readonly own: AgreementRow;
  /** Own agreements of the two: both, where one firm trades under both. */
  readonly first: boolean;
  readonly second: boolean;
}

/** What firms are offered and answer; neither learns who the other is before both have said yes. */
export class JointTransportsService {
  constructor(private readonly setting: Setting) {}

  /** Of agreements of the actor's firms, newest first. */
  async own(actor: Actor): Promise<readonly JointTransportView[]> {
    const firmIds = actor.firms.map((one) => one.firmId);
    const { store } = this.setting;
    const sides = await store.read(actor, async (tx) => {
      const rows = await tx.jointTransports.ofFirms(firmIds);
      return Promise.all(rows.map((row) => sidesOf(tx, actor, row)));
    });
    const known = sides.filter((one) => one !== undefined);
    const open = known.flatMap((one) => contactOf(one) ?? []);
    const firms = open.length === 0 ? [] : await store.read(actor, (tx) => tx.firms.byIds(open), NAMES);
    const names = new Map(firms.map(({ id, name }) => [id, name]));
    return known.map((one) => viewOf(one, names));
  }

  answer(
    actor: Actor,
    input: { readonly id: string; readonly accept: boolean },
    idempotencyKey?: string,
  ): Promise<Outcome<{ readonly jointTransportId: string }>> {
    const call = { operation: 'answerJointTransport', key: idempotencyKey, input };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const row = await tx.jointTransports.lock(input.id);
        const sides = row && (await sidesOf(tx, actor, row));
        if (sides === undefined) return notFound('joint transport');
        const refused = mayNot(actor, 'agree', ...partiesOf(sides.own));
        return refused ?? this.step(tx, actor, sides, input.accept);
      }),
    );
  }

  private async step(
    tx: Tx,
    actor: Actor,
    { row, own, first, second }: Sides,
    accept: boolean,
  ): Promise<Outcome<{ readonly jointTransportId: string }>> {
    const to = answerJointTransport(
      row.state,
      accept ? 'accept' : 'decline',
      saidYes({ row, first, second }),
    );
    if (to === undefined) return conflict(`The joint transport is ${row.state} by now.`);
    const firmId = partiesOf(own).find((one) => isParty(actor, [one])) ?? null;
    const said = {
      id: row.id,
      firstFirmId: accept && first ? firmId : row.firstFirmId,
      secondFirmId: accept && second ? firmId : row.secondFirmId,
    };
    await tx.jointTransports.answer(said, to, this.setting.clock());
    await tx.events.tellJointTransport(row.id, 'jointTransportChanged', firmId ?? undefined);
    return done({ jointTransportId: row.id });
  }
}

/** Whether the side that answers has said yes before, and whether the other one has, or is the same firm. */
function saidYes({ row, first, second }: Omit<Sides, 'own'>): readonly [boolean, boolean] {
  const [saidFirst, saidSecond] = [row.firstFirmId !== null, row.secondFirmId !== null];
  if (first && second) return [saidFirst, true];
  return first ? [saidFirst, saidSecond] : [saidSecond, saidFirst];
}

/** Names of firms that a yes of both has opened: no policy of people shows them. */
const NAMES = 'bistrom_matching';

/** Undefined to who is no party of either agreement. */
async function sidesOf(tx: Tx, actor: Actor, row: JointTransportRow): Promise<Sides | undefined> {
  const agreements = await tx.agreements.byIds([row.firstAgreementId, row.secondAgreementId]);
  const mine = agreements.filter((one) => isParty(actor, partiesOf(one)));
  const [own] = mine;
  if (own === undefined) return undefined;
  const holds = (id: string): boolean => mine.some((one) => one.id === id);
  return { row, own, first: holds(row.firstAgreementId), second: holds(row.secondAgreementId) };
}

/** The firm on the other side, where the two know each other. */
function contactOf({ row, first, second }: Sides): string | undefined {
  if (row.state !== 'OPENED' || (first && second)) return undefined;
  return (first ? row.secondFirmId : row.firstFirmId) ?? undefined;
}

function viewOf(sides: Sides, names: ReadonlyMap<string, string>): JointTransportView {
  const { row, own, first } = sides;
  const { tours, otherKm, state } = row;
  const seen = jointTransportSeen(
    {
      tours,
      otherKm,
      nok: { low: row.nokLow, high: row.nokHigh },
      co2eKg: { low: row.co2eKgLow, high: row.co2eKgHigh },
    },
    state,
  );
  return {
    ...seen,
    id: row.id,
    state,
    agreementId: own.id,
    accepted: (first ? row.firstFirmId : row.secondFirmId) !== null,
    contact: names.get(contactOf(sides) ?? ''),
    offeredAt: row.offeredAt,
  };
}
