import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';

export const exportsRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/cluster/$slug/reports',
    component: lazyRouteComponent(() => import('./reports-page.js'), 'ReportsPage'),
  }),
] as const;
