import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';

export const watchesRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/watches',
    component: lazyRouteComponent(() => import('./watches-page.js'), 'WatchesPage'),
  }),
] as const;
