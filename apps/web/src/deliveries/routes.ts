import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';
import { importSearch } from './import-search.js';

export const deliveriesRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/deliveries/import',
    validateSearch: importSearch,
    component: lazyRouteComponent(() => import('./import-page.js'), 'ImportPage'),
  }),
] as const;
