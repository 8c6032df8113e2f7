import { kindOf, type UnitKind } from '../../quantity/unit.js';
import { failed, passed, type Check, type Pair } from './result.js';

/**
 * Whether two sides that are measured in different kinds can be held against each other: only tonnes that serve as
 * energy can, by the ratio of the substitution table, MWh out of a tonne. Nothing where both are of one kind.
 *
 * @example kindCheck(chipsForHeat)[0]?.detail // 'measured in mass and energy, 3.5 MWh out of a tonne in this use'
 */
export function kindCheck({ offer, need, link }: Pick<Pair, 'offer' | 'need' | 'link'>): readonly Check[] {
  const [from, to] = [kindOf(offer.material.unit), kindOf(need.material.unit)];
  if (from === to) return [];
  const shown = `measured in ${said(from)} and ${said(to)}`;
  return from === 'mass' && to === 'energy'
    ? [passed('kind', `${shown}, ${link.ratio} MWh out of a tonne in this use`)]
    : [failed('kind', `${shown}, which nothing ties together`)];
}

const said = (kind: UnitKind): string =>
  kind === 'gas_volume' ? 'gas volume' : kind === 'count' ? 'pieces' : kind;
