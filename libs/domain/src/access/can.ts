import { assertNever } from '../problem.js';
import { actsFor, SYSTEM, type Actor } from './actor.js';

/** A thing that an action is done to, as far as the rule needs to know it. */
export type Thing =
  | { readonly action: 'trade'; readonly firmId: string }
  | { readonly action: 'read match'; readonly firmIds: readonly string[] }
  | { readonly action: 'read figures'; readonly clusterId: string }
  | { readonly action: 'run the installation' };

/**
 * Whether the actor may: asked by every use case, default no.
 *
 * - trade: list, propose, accept, deliver — people of the firm itself;
 * - read match: people of one of the two firms;
 * - read figures: everyone signed in, but {@link seesExactFigures} decides how much of them;
 * - run the installation: its own launcher and worker, that is {@link SYSTEM} itself and no copy of it.
 *
 * @throws Error on an action that is none of these
 * @example can(SYSTEM, { action: 'trade', firmId: 'a' }) // false
 */
export function can(actor: Actor, thing: Thing): boolean {
  switch (thing.action) {
    case 'trade':
      return actsFor(actor, thing.firmId);
    case 'read match':
      return thing.firmIds.some((firmId) => actsFor(actor, firmId));
    case 'read figures':
      return actor.firms.length > 0 || actor.clusters.length > 0;
    case 'run the installation':
      return actor === SYSTEM;
    default:
      return assertNever(thing);
  }
}

/** A cluster's own staff and auditors see its amounts exactly, each look recorded; everyone else sees what cannot point at a firm. */
export const seesExactFigures = (actor: Actor, clusterId: string): boolean =>
  actor.clusters.some((one) => one.clusterId === clusterId);
