import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';
import { workbenchSearch } from './search.js';

export const workbenchRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/cluster/$slug/workbench',
    validateSearch: workbenchSearch,
    component: lazyRouteComponent(() => import('./workbench-page.js'), 'WorkbenchPage'),
  }),
] as const;
