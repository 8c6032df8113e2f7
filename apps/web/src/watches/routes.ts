import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';
import { readWatchSearch } from './search.js';

export const watchesRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/watches',
    validateSearch: readWatchSearch,
    component: lazyRouteComponent(() => import('./watches-page.js'), 'WatchesPage'),
  }),
] as const;
