import {
  actsFor,
  can,
  FIRM_ROLE_NAMES,
  FIRM_ROLES,
  KEY_SCOPES,
  SCOPE_ACTIONS,
  type Actor,
  type FirmAction,
} from '#domain';
import { done, forbidden, notFound, type Outcome } from './outcome.js';

/**
 * Why the actor may not do this for the firms' thing, or undefined when he or she may. To be asked once it is known that
 * the actor acts for one of them: to everybody else the thing is not there, and no role is a reason.
 *
 * @param firmIds the firm whose thing it is, or the two parties of it
 */
export function mayNot(
  actor: Actor,
  action: FirmAction,
  ...firmIds: readonly string[]
): Outcome<never> | undefined {
  const own = firmIds.filter((firmId) => actsFor(actor, firmId));
  if (own.some((firmId) => can(actor, { action, firmId }))) return undefined;
  return forbidden(actor.scopes === undefined ? roleLacks(action) : scopeLacks(action));
}

/** The firm acted for, where the actor may do this for it. */
export function actingFirm(actor: Actor, action: FirmAction): Outcome<string> {
  const firmId = actor.firms[0]?.firmId;
  return firmId === undefined ? notFound('firm') : (mayNot(actor, action, firmId) ?? done(firmId));
}

/** Why the actor may not do this in the cluster; to who has no role in it, it is not there. */
export function mayNotIn(
  actor: Actor,
  action: 'manage cluster' | 'keep hints',
  clusterId: string,
): Outcome<never> | undefined {
  if (can(actor, { action, clusterId })) return undefined;
  return actor.clusters.some((one) => one.clusterId === clusterId)
    ? forbidden('Your role in the cluster does not allow this; allowed to: cluster_staff.')
    : notFound('cluster');
}

/** @throws Error for everybody but the installation itself: what it alone does, no caller can ask for */
export function mustRun(actor: Actor): void {
  if (!can(actor, { action: 'run the installation' }))
    throw new Error('Only the installation itself may do this.');
}

const roleLacks = (action: FirmAction): string => {
  const roles = FIRM_ROLE_NAMES.filter((role) => FIRM_ROLES[role].includes(action));
  return `Your role in the firm does not allow this (${action}); allowed to: ${roles.join(', ')}.`;
};

const scopeLacks = (action: FirmAction): string => {
  const scopes = KEY_SCOPES.filter((scope) => SCOPE_ACTIONS[scope].includes(action));
  return scopes.length === 0
    ? `This takes a person, no key (${action}).`
    : `The key is not made for this (${action}); scopes that are: ${scopes.join(', ')}.`;
};
