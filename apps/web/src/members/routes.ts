import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';
import { CLUSTER_TABS, FIRM_TABS } from './tabs.js';

const tabOf =
  <Tab extends string>(tabs: readonly Tab[]) =>
  ({ tab }: Record<string, unknown>): { readonly tab?: Tab } => {
    const known = tabs.find((one) => one === tab);
    return known === undefined ? {} : { tab: known };
  };

export const membersRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/cluster/$slug/members',
    validateSearch: tabOf(CLUSTER_TABS),
    component: lazyRouteComponent(() => import('./cluster-members-page.js'), 'ClusterMembersPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/members',
    validateSearch: tabOf(FIRM_TABS),
    component: lazyRouteComponent(() => import('./firm-members-page.js'), 'FirmMembersPage'),
  }),
] as const;
