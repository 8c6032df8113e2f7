import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from './account/routes.js';
import { boardRoutes } from './board/routes.js';
import { deliveriesRoutes } from './deliveries/routes.js';
import { exportsRoutes } from './exports/routes.js';
import { helpRoutes } from './help/routes.js';
import { hintsRoutes } from './hints/routes.js';
import { inboxRoutes } from './inbox/routes.js';
import { listingsRoutes } from './listings/routes.js';
import { mapRoutes } from './map/routes.js';
import { matchesRoutes } from './matches/routes.js';
import { membersRoutes } from './members/routes.js';
import { negotiationRoutes } from './negotiation/routes.js';
import { plansRoutes } from './plans/routes.js';
import { plantsRoutes } from './plants/routes.js';
import { startRoutes } from './start/routes.js';
import { transportRoutes } from './transport/routes.js';
import { watchesRoutes } from './watches/routes.js';
import { workbenchRoutes } from './workbench/routes.js';
import { frameRoute } from './shell/frame-route.js';

const routeTree = frameRoute.addChildren([
  ...startRoutes,
  ...listingsRoutes,
  ...plantsRoutes,
  ...matchesRoutes,
  ...negotiationRoutes,
  ...deliveriesRoutes,
  ...watchesRoutes,
  ...boardRoutes,
  ...mapRoutes,
  ...workbenchRoutes,
  ...plansRoutes,
  ...transportRoutes,
  ...hintsRoutes,
  ...membersRoutes,
  ...exportsRoutes,
  ...inboxRoutes,
  ...accountRoutes,
  ...helpRoutes,
]);

/** Pages are read ahead when a link to them is pointed at; what a list shows stands in its address. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
