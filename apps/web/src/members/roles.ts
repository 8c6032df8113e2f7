import type { ClusterRole, FirmRole } from '#operations';

/** From who may most to who may least. */
export const FIRM_ROLES: readonly FirmRole[] = ['FIRM_ADMIN', 'PLANT_MANAGER', 'BUYER'];
export const CLUSTER_ROLES: readonly ClusterRole[] = ['CLUSTER_STAFF', 'AUDITOR'];
