import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';
import { accountTabOf, type AccountTab } from './tabs.js';

interface AccountSearch {
  readonly tab: AccountTab;
}

export const accountRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/account',
    validateSearch: ({ tab }: { readonly tab?: unknown }): Partial<AccountSearch> => {
      const known = accountTabOf(tab);
      return known === undefined ? {} : { tab: known };
    },
    component: lazyRouteComponent(() => import('./account-page.js'), 'AccountPage'),
  }),
] as const;
