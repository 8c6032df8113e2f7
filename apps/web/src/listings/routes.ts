import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';
import { listSearch, newSearch } from './search.js';

export const listingsRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/listings',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./listings-page.js'), 'ListingsPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/listings/new',
    validateSearch: newSearch,
    component: lazyRouteComponent(() => import('./new-listing-page.js'), 'NewListingPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/listings/import',
    component: lazyRouteComponent(() => import('./import/import-streams-page.js'), 'ImportStreamsPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/listings/$id',
    component: lazyRouteComponent(() => import('./listing-page.js'), 'ListingPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/listings/$id/edit',
    component: lazyRouteComponent(() => import('./edit-listing-page.js'), 'EditListingPage'),
  }),
] as const;
