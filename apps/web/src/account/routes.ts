import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';

export const accountRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/account',
    component: lazyRouteComponent(() => import('./account-page.js'), 'AccountPage'),
  }),
] as const;
