export const FIRM_ROLE_NAMES = Object.freeze(['firm_admin', 'plant_manager', 'buyer'] as const);
export type FirmRole = (typeof FIRM_ROLE_NAMES)[number];
export type ClusterRole = 'cluster_staff' | 'auditor';

/** What is done for a firm. Side by side, because what a firm gives away and what it buys are decided by different people. */
export const FIRM_ACTIONS = Object.freeze([
  'read',
  'list offer',
  'list need',
  'negotiate',
  'agree',
  'deliver',
  'disclose offer',
  'disclose need',
  'manage people',
  'manage keys',
  'manage webhooks',
  'watch',
  'answer hints',
  'state totals',
  'export',
] as const);
export type FirmAction = (typeof FIRM_ACTIONS)[number];

/** What is done for a cluster. */
export const CLUSTER_ACTIONS = Object.freeze([
  'read exact figures',
  'see listings',
  'manage cluster',
  'keep hints',
  'run the workbench',
] as const);
export type ClusterAction = (typeof CLUSTER_ACTIONS)[number];

const BUYING: readonly FirmAction[] = [
  'read',
  'list need',
  'negotiate',
  'agree',
  'deliver',
  'disclose need',
  'watch',
];
const PLANT: readonly FirmAction[] = [...BUYING, 'list offer', 'disclose offer'];

/**
 * Which role of a firm does what. A buyer states needs and buys, and neither gives away what the plant has nor opens it;
 * a plant manager does all that trade is; an administrator does all of that, says who else may, answers what others
 * have said of the firm, and states its totals and goals. Whoever reads for a firm may have watches of his or her own; a
 * program has none, for it has no inbox.
 */
export const FIRM_ROLES: Readonly<Record<FirmRole, readonly FirmAction[]>> = Object.freeze({
  buyer: BUYING,
  plant_manager: PLANT,
  firm_admin: [
    ...PLANT,
    'manage people',
    'manage keys',
    'manage webhooks',
    'answer hints',
    'state totals',
    'export',
  ],
});

/** Which role of a cluster does what: an auditor reads figures and nothing else. */
export const CLUSTER_ROLES: Readonly<Record<ClusterRole, readonly ClusterAction[]>> = Object.freeze({
  cluster_staff: CLUSTER_ACTIONS,
  auditor: ['read exact figures'],
});

/** What a firm's API key may be made for. */
export const KEY_SCOPES = Object.freeze(['read', 'list', 'trade', 'figures'] as const);
export type KeyScope = (typeof KEY_SCOPES)[number];

/**
 * Which scope does what; `figures` is of the clusters and no action of the firm. Whoever writes reads what it wrote.
 * None of them discloses, and none says who else may do anything: a program that leaks is not to open the rest.
 */
export const SCOPE_ACTIONS: Readonly<Record<KeyScope, readonly FirmAction[]>> = Object.freeze({
  read: ['read'],
  list: ['read', 'list offer', 'list need'],
  trade: ['read', 'negotiate', 'agree', 'deliver'],
  figures: [],
});

/**
 * What staff of a cluster do on a listing of a firm that lets them: keep it true. They publish nothing in its name, trade
 * nothing, and disclose nothing.
 */
export const STAND_IN_ACTIONS: readonly FirmAction[] = Object.freeze(['list offer', 'list need']);
