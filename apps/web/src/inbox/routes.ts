import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';

export const inboxRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/inbox',
    component: lazyRouteComponent(() => import('./inbox-page.js'), 'InboxPage'),
  }),
] as const;
