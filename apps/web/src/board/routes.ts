import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';

export const boardRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/cluster/$slug/board',
    component: lazyRouteComponent(() => import('./board-page.js'), 'BoardPage'),
  }),
] as const;
