import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';
import { hintsSearch } from './search.js';

export const hintsRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/cluster/$slug/hints',
    validateSearch: hintsSearch,
    component: lazyRouteComponent(() => import('./hints-page.js'), 'HintsPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/cluster/$slug/workshops/$id',
    component: lazyRouteComponent(() => import('./workshop-page.js'), 'WorkshopPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/hints',
    component: lazyRouteComponent(() => import('./for-us-page.js'), 'ForUsPage'),
  }),
] as const;
