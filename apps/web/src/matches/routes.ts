import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';
import { readMatchSearch } from './search.js';

export const matchesRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/matches',
    validateSearch: readMatchSearch,
    component: lazyRouteComponent(() => import('./matches-page.js'), 'MatchesPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/matches/$id',
    component: lazyRouteComponent(() => import('./match-page.js'), 'MatchPage'),
  }),
] as const;
