import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';
import { agreementsSearch } from './agreements-search.js';

export const negotiationRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/agreements',
    validateSearch: agreementsSearch,
    component: lazyRouteComponent(() => import('./agreements-page.js'), 'AgreementsPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/agreements/$id',
    component: lazyRouteComponent(() => import('./agreement-page.js'), 'AgreementPage'),
  }),
] as const;
