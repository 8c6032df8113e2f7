import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';
import { readMapSearch } from './search.js';

export const mapRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/cluster/$slug/map',
    validateSearch: readMapSearch,
    component: lazyRouteComponent(() => import('./map-page.js'), 'MapPage'),
  }),
] as const;
