import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';

export const hintsRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/cluster/$slug/hints',
    component: lazyRouteComponent(() => import('./hints-page.js'), 'HintsPage'),
  }),
] as const;
