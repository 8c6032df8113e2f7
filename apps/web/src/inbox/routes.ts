import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/frame-route.js';

export const inboxRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/inbox',
    validateSearch: ({ unread }: { readonly unread?: unknown }): { readonly unread?: true } =>
      unread === true ? { unread } : {},
    component: lazyRouteComponent(() => import('./inbox-page.js'), 'InboxPage'),
  }),
] as const;
