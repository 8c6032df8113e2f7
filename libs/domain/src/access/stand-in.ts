import type { ListingTerms } from '../listing/listing.js';
import { problem, type Problem } from '../problem.js';
import { actsFor, isStaffOf, type Actor } from './actor.js';

/**
 * Staff of a firm's cluster acting for the firm on one of its listings: what they may then do is {@link STAND_IN_ACTIONS}
 * and nothing else. Whether the firm lets them is the firm's own setting, asked by the use case.
 *
 * @returns undefined for everybody who is no staff of one of the clusters, and for who acts for the firm anyway
 * @example standIn(SYSTEM, { firmId: 'a', clusterIds: ['eyde'] }) // undefined
 */
export function standIn(
  actor: Actor,
  firm: { readonly firmId: string; readonly clusterIds: readonly string[] },
): Actor | undefined {
  if (actsFor(actor, firm.firmId) || !isStaffOf(actor, firm.clusterIds)) return undefined;
  return {
    ...actor,
    firms: [{ firmId: firm.firmId, role: 'stand_in', clusterIds: firm.clusterIds }],
    memberships: [],
  };
}

/**
 * Whether the actor is a stand-in for the firm.
 *
 * @example isStandIn(SYSTEM, 'a') // false
 */
export const isStandIn = (actor: Actor, firmId: string): boolean =>
  actor.firms.some((one) => one.firmId === firmId && one.role === 'stand_in');

type OfFirmAlone = Pick<ListingTerms, 'price' | 'currency' | 'visibility'>;

/**
 * What a revision by a stand-in leaves as the firm has it: the price, which staff are not shown and so cannot restate,
 * and whom the listing is open to, which only the firm decides.
 *
 * @example leftToFirm({ currency: 'NOK', visibility: 'MASKED' }, { currency: 'NOK', visibility: 'FEDERATION' }).visibility // 'MASKED'
 */
export const leftToFirm = <T extends OfFirmAlone>(before: OfFirmAlone, revised: T): T => ({
  ...revised,
  price: before.price,
  currency: before.currency,
  visibility: before.visibility,
});

/**
 * What a stand-in must not say in a revision; empty means nothing.
 *
 * @example standInProblems({}) // []
 */
export const standInProblems = ({ price }: Partial<Pick<ListingTerms, 'price'>>): readonly Problem[] =>
  price === undefined
    ? []
    : [problem('input.price', 'Leave the price out: it is the firm’s, and stays as it is.')];
