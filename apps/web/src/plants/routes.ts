import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';

export const plantsRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/listings/plants',
    component: lazyRouteComponent(() => import('./plants-page.js'), 'PlantsPage'),
  }),
] as const;
