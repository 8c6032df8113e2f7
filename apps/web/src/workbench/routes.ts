import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';

export const workbenchRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/cluster/$slug/workbench',
    component: lazyRouteComponent(() => import('./workbench-page.js'), 'WorkbenchPage'),
  }),
] as const;
