import { createRootRoute, lazyRouteComponent } from '@tanstack/react-router';

/** Around every page of the console: menu, news, and the page's place. */
export const frameRoute = createRootRoute({
  component: lazyRouteComponent(() => import('./frame.js'), 'Frame'),
  notFoundComponent: lazyRouteComponent(() => import('./not-found.js'), 'NotFound'),
});
