import { bandOf } from '../quantity/range.js';

/** Joint transport that staff offer to two agreements. */
export type JointTransportState = 'OFFERED' | 'ACCEPTED' | 'OPENED' | 'DECLINED';

/** From → to. ACCEPTED is a yes of one agreement, OPENED of both: then the two know who they are. */
export const JOINT_TRANSPORT_STATES: Readonly<Record<JointTransportState, readonly JointTransportState[]>> =
  Object.freeze({
    OFFERED: ['ACCEPTED', 'DECLINED'],
    ACCEPTED: ['OPENED', 'DECLINED'],
    OPENED: [],
    DECLINED: [],
  });

/**
 * The state that an answer leads to. A yes that was given already is no second one.
 *
 * @param yes which agreements have said yes before, the answering one first
 * @returns undefined where there is nothing left to answer
 * @example answerJointTransport('ACCEPTED', 'accept', [false, true]) // 'OPENED'
 */
export function answerJointTransport(
  from: JointTransportState,
  answer: 'accept' | 'decline',
  [own, other]: readonly [boolean, boolean],
): JointTransportState | undefined {
  if (answer === 'accept' && own) return undefined;
  const to = answer === 'decline' ? 'DECLINED' : other ? 'OPENED' : 'ACCEPTED';
  return JOINT_TRANSPORT_STATES[from].includes(to) ? to : undefined;
}

/** What was reckoned when joint transport was offered; numbers of a year ahead. */
export interface JointTransportTerms {
  /** Rounds. */
  readonly tours: number;
  /** The farther of the two ways without a load that are left in a round, km. */
  readonly otherKm: number;
  /** What each agreement saves, NOK and kg CO2e. */
  readonly nok: { readonly low: number; readonly high: number };
  readonly co2eKg: { readonly low: number; readonly high: number };
}

/**
 * What a party of one agreement may know of an offer of joint transport. Until both have said yes it is told in bands of
 * the series 1, 2, 5, 10: exact rounds would tell how many loads the other has, exact money how far away it is.
 *
 * @returns the outermost ends of the bands; exact once the two know each other
 * @example jointTransportSeen({ tours: 27, otherKm: 12, nok: { low: 300, high: 900 }, co2eKg: { low: 1, high: 3 } }, 'OFFERED').nok // { low: 200, high: 1000 }
 */
export function jointTransportSeen(
  { tours, otherKm, nok, co2eKg }: JointTransportTerms,
  state: JointTransportState,
): { readonly tours: Ends; readonly otherWithinKm: number; readonly nok: Ends; readonly co2eKg: Ends } {
  const open = state === 'OPENED';
  const ends = ({ low, high }: Ends): Ends =>
    open ? { low, high } : { low: bandOf(low).min, high: bandOf(high).max };
  return {
    tours: ends({ low: tours, high: tours }),
    otherWithinKm: open ? otherKm : bandOf(Math.max(1, otherKm)).max,
    nok: ends(nok),
    co2eKg: ends(co2eKg),
  };
}

interface Ends {
  readonly low: number;
  readonly high: number;
}
