import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';

export const transportRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/joint-transport',
    component: lazyRouteComponent(() => import('./joint-transport-page.js'), 'JointTransportPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/cluster/$slug/return-loads',
    component: lazyRouteComponent(() => import('./return-loads-page.js'), 'ReturnLoadsPage'),
  }),
] as const;
