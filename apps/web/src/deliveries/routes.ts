import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';

export const deliveriesRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/deliveries/import',
    component: lazyRouteComponent(() => import('./import-page.js'), 'ImportPage'),
  }),
] as const;
