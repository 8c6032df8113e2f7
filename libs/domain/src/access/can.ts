import { assertNever } from '../problem.js';
import { actsFor, SYSTEM, type Actor, type FirmMembership } from './actor.js';
import {
  CLUSTER_ACTIONS,
  CLUSTER_ROLES,
  FIRM_ACTIONS,
  FIRM_ROLES,
  SCOPE_ACTIONS,
  STAND_IN_ACTIONS,
  type ClusterAction,
  type FirmAction,
} from './roles.js';

/** A thing that an action is done to, as far as the rule needs to know it. */
export type Thing =
  | { readonly action: FirmAction; readonly firmId: string }
  | { readonly action: ClusterAction; readonly clusterId: string }
  | { readonly action: 'read match'; readonly firmIds: readonly string[] }
  | { readonly action: 'read figures'; readonly clusterId: string }
  | { readonly action: 'run the installation' };

/**
 * Whether the actor may: asked by every use case, default no.
 *
 * - what is done for a firm: its people as {@link FIRM_ROLES} says, its programs as {@link SCOPE_ACTIONS} says;
 * - what is done for a cluster: its people as {@link CLUSTER_ROLES} says;
 * - read match: who reads for one of the two firms;
 * - read figures: everyone signed in, programs with the scope, but {@link seesExactFigures} decides how much of them;
 * - run the installation: its own launcher and worker, that is {@link SYSTEM} itself and no copy of it.
 *
 * @throws Error on an action that is none of these
 * @example can(SYSTEM, { action: 'list offer', firmId: 'a' }) // false
 */
export function can(actor: Actor, thing: Thing): boolean {
  if (isOfFirm(thing)) return forFirm(actor, thing);
  if (isOfCluster(thing)) return forCluster(actor, thing);
  switch (thing.action) {
    case 'read match':
      return thing.firmIds.some((firmId) => actsFor(actor, firmId));
    case 'read figures':
      return actor.scopes?.includes('figures') ?? (actor.firms.length > 0 || actor.clusters.length > 0);
    case 'run the installation':
      return actor === SYSTEM;
    default:
      return assertNever(thing);
  }
}

type OfFirm = Extract<Thing, { readonly firmId: string }>;

const isOfFirm = (thing: Thing): thing is OfFirm => FIRM_ACTIONS.some((one) => one === thing.action);

const forFirm = (actor: Actor, thing: OfFirm): boolean =>
  actor.firms.some((one) => one.firmId === thing.firmId && actionsOf(actor, one).includes(thing.action));

type OfCluster = Extract<Thing, { readonly action: ClusterAction }>;

const isOfCluster = (thing: Thing): thing is OfCluster => CLUSTER_ACTIONS.some((one) => one === thing.action);

const forCluster = (actor: Actor, { action, clusterId }: OfCluster): boolean =>
  actor.clusters.some((one) => one.clusterId === clusterId && CLUSTER_ROLES[one.role].includes(action));

function actionsOf(actor: Actor, { role }: FirmMembership): readonly FirmAction[] {
  if (role === 'api_key') return (actor.scopes ?? []).flatMap((scope) => SCOPE_ACTIONS[scope]);
  return role === 'stand_in' ? STAND_IN_ACTIONS : FIRM_ROLES[role];
}

/** A cluster's own staff and auditors see its amounts exactly, each look recorded; everyone else sees what cannot point at a firm. */
export const seesExactFigures = (actor: Actor, clusterId: string): boolean =>
  can(actor, { action: 'read exact figures', clusterId });
