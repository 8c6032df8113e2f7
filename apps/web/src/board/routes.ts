import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';
import { boardSearch } from './search.js';

export const boardRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/cluster/$slug/board',
    validateSearch: boardSearch,
    component: lazyRouteComponent(() => import('./board-page.js'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/figures',
    validateSearch: boardSearch,
    component: lazyRouteComponent(() => import('./firm-page.js'), 'FirmPage'),
  }),
] as const;
