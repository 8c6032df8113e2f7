import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';

export const helpRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/help',
    component: lazyRouteComponent(() => import('./help-page.js'), 'HelpPage'),
  }),
] as const;
