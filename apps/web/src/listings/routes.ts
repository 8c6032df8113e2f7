import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';

export const listingsRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/listings',
    component: lazyRouteComponent(() => import('./listings-page.js'), 'ListingsPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/listings/new',
    component: lazyRouteComponent(() => import('./new-listing-page.js'), 'NewListingPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/listings/$id',
    component: lazyRouteComponent(() => import('./listing-page.js'), 'ListingPage'),
  }),
] as const;
