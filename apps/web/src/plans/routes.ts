import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';
import { readPlansSearch } from './search.js';

export const plansRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/cluster/$slug/plans',
    validateSearch: readPlansSearch,
    component: lazyRouteComponent(() => import('./plans-page.js'), 'PlansPage'),
  }),
] as const;
