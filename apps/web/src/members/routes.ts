import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';

export const membersRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/cluster/$slug/members',
    component: lazyRouteComponent(() => import('./members-page.js'), 'MembersPage'),
  }),
] as const;
