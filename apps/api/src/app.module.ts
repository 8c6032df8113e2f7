import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { IncomingMessage } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import type { Config } from '#config';
import type { EventFeed, Market } from '#market';
import type { Health, Logger } from '#telemetry';
import type { Auth } from './auth.js';
import { Callers } from './callers.js';
import { httpContext } from './context.js';
import { PaperDesk } from './intake/papers.js';
import { PapersController } from './intake/papers.controller.js';
import { HintShelf } from './intake/hint-shelf.js';
import { StreamShelf } from './intake/stream-shelf.js';
import { Uploads } from './intake/uploads.js';
import { UploadsController } from './intake/uploads.controller.js';
import type { Admission } from './limits/admission.js';
import { KnownDocuments } from './limits/known-documents.js';
import { VALIDATION } from './limits/limits.js';
import { admissionPlugin } from './limits/plugin.js';
import { MailboxController } from './mailbox/mailbox.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { PublicPagesController } from './exports/public-pages.controller.js';
import { maskError } from './masking.js';
import { AccessResolver } from './resolvers/access.resolver.js';
import { AgreementResolver, DeliveryResolver } from './resolvers/agreement.resolver.js';
import { DisclosureResolver, TrailEntryResolver } from './resolvers/disclosure.resolver.js';
import { ApiKeyResolver } from './resolvers/api-key.resolver.js';
import { FactorResolver } from './resolvers/factor.resolver.js';
import { CircularityReportResolver, FiguresResolver } from './resolvers/figures.resolver.js';
import { GoalResolver } from './resolvers/goal.resolver.js';
import { ImportResolver } from './resolvers/import.resolver.js';
import {
  FigureResolver,
  FigureEntriesResolver,
  FigureGroupResolver,
  FirmFiguresResolver,
  IndicatorsResolver,
  LedgerEntryResolver,
} from './resolvers/indicator.resolver.js';
import {
  FollowUpResolver,
  StaffEditingResolver,
  StaleListingResolver,
} from './resolvers/follow-up.resolver.js';
import { InboxEntryResolver, InboxResolver } from './resolvers/inbox.resolver.js';
import { ConfirmationResolver } from './resolvers/confirmation.resolver.js';
import { InvitationResolver } from './resolvers/invitation.resolver.js';
import { ListingOutlineResolver, ListingResolver, ReadingResolver } from './resolvers/listing.resolver.js';
import { LiveResolver } from './resolvers/live.resolver.js';
import { MatchResolver } from './resolvers/match.resolver.js';
import { MatchingRunResolver } from './resolvers/matching-run.resolver.js';
import { LegalRuleResolver, MaterialResolver, WasteCodeResolver } from './resolvers/material.resolver.js';
import {
  PlanFlowResolver,
  PlanHintResolver,
  PlanListingResolver,
  PlanResolver,
  PlanSuggestionResolver,
} from './resolvers/plan.resolver.js';
import { ProposalResolver } from './resolvers/proposal.resolver.js';
import { PublicFiguresResolver } from './resolvers/public-figures.resolver.js';
import type { ApiMetrics } from './metrics.js';
import { PagesController } from './pages.controller.js';
import { NotificationResolver } from './resolvers/notification.resolver.js';
import { PaperResolver } from './resolvers/paper.resolver.js';
import { JointTransportResolver } from './resolvers/joint-transport.resolver.js';
import { SessionResolver } from './resolvers/session.resolver.js';
import { ViewerResolver } from './resolvers/viewer.resolver.js';
import { TreatmentPlantResolver } from './resolvers/treatment-plant.resolver.js';
import { WatchFoundResolver, WatchResolver } from './resolvers/watch.resolver.js';
import {
  ClusterMapResolver,
  PlaceFlowResolver,
  SiteStreamResolver,
} from './resolvers/cluster-map.resolver.js';
import { DraftResolver } from './resolvers/draft.resolver.js';
import { HintForUsResolver, HintResolver } from './resolvers/hint.resolver.js';
import { WorkshopResolver } from './resolvers/workshop.resolver.js';
import { WebhookResolver } from './resolvers/webhook.resolver.js';
import {
  BarrierResolver,
  BranchBalanceResolver,
  UnusedPotentialResolver,
  WorkbenchResolver,
} from './resolvers/workbench.resolver.js';
import {
  ADMISSION,
  CALLERS,
  CONFIG,
  FEED,
  HEALTH,
  HINT_SHELF,
  MARKET,
  PAPERS,
  STREAM_SHELF,
  UPLOADS,
} from './tokens.js';
import { UnsubscribeController } from './unsubscribe/unsubscribe.controller.js';

export const RESOLVERS = [
  AccessResolver,
  AgreementResolver,
  ApiKeyResolver,
  DeliveryResolver,
  DisclosureResolver,
  ConfirmationResolver,
  FactorResolver,
  FiguresResolver,
  ImportResolver,
  IndicatorsResolver,
  FigureEntriesResolver,
  FigureGroupResolver,
  FirmFiguresResolver,
  FigureResolver,
  LedgerEntryResolver,
  CircularityReportResolver,
  GoalResolver,
  InboxEntryResolver,
  InboxResolver,
  InvitationResolver,
  LegalRuleResolver,
  ListingOutlineResolver,
  ListingResolver,
  LiveResolver,
  MatchResolver,
  MatchingRunResolver,
  MaterialResolver,
  NotificationResolver,
  PaperResolver,
  ProposalResolver,
  PublicFiguresResolver,
  ReadingResolver,
  SessionResolver,
  TrailEntryResolver,
  ViewerResolver,
  WasteCodeResolver,
  WatchFoundResolver,
  WatchResolver,
  WebhookResolver,
  WorkshopResolver,
  DraftResolver,
  HintForUsResolver,
  HintResolver,
  BarrierResolver,
  BranchBalanceResolver,
  FollowUpResolver,
  StaffEditingResolver,
  JointTransportResolver,
  PlanResolver,
  PlanFlowResolver,
  PlanListingResolver,
  PlanSuggestionResolver,
  PlanHintResolver,
  TreatmentPlantResolver,
  ClusterMapResolver,
  PlaceFlowResolver,
  SiteStreamResolver,
  StaleListingResolver,
  UnusedPotentialResolver,
  WorkbenchResolver,
];

export interface ApiParts {
  readonly config: Config;
  readonly market: Market;
  readonly feed: EventFeed;
  readonly auth: Auth;
  readonly log: Logger;
  readonly health: Health;
  readonly metrics: ApiMetrics;
}

@Module({})
export class AppModule {
  static of(
    { config, market, feed, auth, log, health }: ApiParts,
    admission: Admission,
    watching: ApolloServerPlugin,
  ): DynamicModule {
    const callers = new Callers(auth, market);
    return {
      module: AppModule,
      imports: [
        GraphQLModule.forRoot<ApolloDriverConfig>({
          driver: ApolloDriver,
          path: '/graphql',
          autoSchemaFile: true,
          sortSchema: true,
          graphiql: false,
          playground: false,
          // Who may ask for the schema is decided at admission, where it is known who asks.
          introspection: true,
          csrfPrevention: true,
          allowBatchedHttpRequests: false,
          // Nothing that a stranger sends is kept for others to call by its hash.
          persistedQueries: false,
          documentStore: new KnownDocuments(),
          validationOptions: VALIDATION,
          plugins: [watching, admissionPlugin(admission)],
          includeStacktraceInErrorResponses: false,
          context: async ({ req }: { req: IncomingMessage }) => httpContext(market, callers, req),
          formatError: (formatted, error) => maskError(log, formatted, error),
        }),
      ],
      controllers: [
        PagesController,
        PapersController,
        UnsubscribeController,
        UploadsController,
        ExportsController,
        PublicPagesController,
        ...(config.demo === undefined ? [] : [MailboxController]),
      ],
      providers: [
        ...RESOLVERS,
        { provide: MARKET, useValue: market },
        { provide: FEED, useValue: feed },
        { provide: CONFIG, useValue: config },
        { provide: HEALTH, useValue: health },
        { provide: ADMISSION, useValue: admission },
        { provide: PAPERS, useValue: new PaperDesk(callers, market, admission) },
        { provide: UPLOADS, useValue: new Uploads(callers, market, admission) },
        { provide: HINT_SHELF, useValue: new HintShelf(market) },
        { provide: STREAM_SHELF, useValue: new StreamShelf(market) },
        { provide: CALLERS, useValue: callers },
      ],
    };
  }
}
