import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';
import { printSearch, reportSearch } from './search.js';

export const exportsRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/cluster/$slug/reports',
    validateSearch: reportSearch,
    component: lazyRouteComponent(() => import('./reports-page.js'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/cluster/$slug/reports/print',
    validateSearch: printSearch,
    component: lazyRouteComponent(() => import('./print-page.js'), 'PrintPage'),
  }),
] as const;
