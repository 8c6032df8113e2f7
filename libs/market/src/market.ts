import type { Store } from '#store';
import { AcceptanceService } from './accepting.js';
import { AgreementsService } from './agreements.js';
import { ApiKeysService } from './api-keys.js';
import { ConfirmationsService } from './confirmations.js';
import { AuditService } from './audit.js';
import { AuditBundlesService } from './audit-bundles.js';
import { DeclinesService } from './declines.js';
import { DeliveriesService } from './deliveries.js';
import { ExportsService } from './exports.js';
import { FiguresService } from './figures.js';
import { GrantsService } from './grants.js';
import { InboxService } from './inbox.js';
import { InvitationsService } from './invitations.js';
import { ListingsService } from './listings.js';
import { MailsService } from './mails.js';
import { MatchesService } from './matches.js';
import { MembersService } from './members.js';
import { MembershipService } from './membership.js';
import { NotificationsService } from './notifications.js';
import { Outbox } from './outbox.js';
import { ProposalsService } from './proposals.js';
import { PublicPagesService } from './public-pages.js';
import { ReadingService } from './reading.js';
import { RegistryService } from './registry.js';
import { UpkeepService } from './upkeep.js';
import { RemindersService } from './reminders.js';
import { WatchesService } from './watches.js';
import { WebhookSendingsService } from './webhook-sendings.js';
import { WebhooksService } from './webhooks.js';
import { openSetting, type Clock, type Options, type Setting } from './setting.js';

/** The use cases, one service per step, over one setting. */
export class Market {
  readonly listings: ListingsService;
  readonly matches: MatchesService;
  readonly declines: DeclinesService;
  readonly grants: GrantsService;
  readonly proposals: ProposalsService;
  readonly agreements: AgreementsService;
  readonly deliveries: DeliveriesService;
  readonly figures: FiguresService;
  readonly audit: AuditService;
  readonly auditBundles: AuditBundlesService;
  readonly mails: MailsService;
  readonly outbox: Outbox;
  readonly registry: RegistryService;
  readonly membership: MembershipService;
  readonly invitations: InvitationsService;
  readonly acceptances: AcceptanceService;
  readonly members: MembersService;
  readonly apiKeys: ApiKeysService;
  readonly watches: WatchesService;
  readonly inbox: InboxService;
  readonly webhooks: WebhooksService;
  readonly webhookSendings: WebhookSendingsService;
  readonly notifications: NotificationsService;
  readonly confirmations: ConfirmationsService;
  readonly reminders: RemindersService;
  readonly reading: ReadingService;
  readonly exports: ExportsService;
  readonly publicPages: PublicPagesService;
  readonly upkeep: UpkeepService;

  constructor(readonly setting: Setting) {
    this.listings = new ListingsService(setting);
    this.matches = new MatchesService(setting);
    this.declines = new DeclinesService(setting);
    this.grants = new GrantsService(setting);
    this.proposals = new ProposalsService(setting);
    this.agreements = new AgreementsService(setting);
    this.deliveries = new DeliveriesService(setting);
    this.figures = new FiguresService(setting);
    this.audit = new AuditService(setting, this.figures);
    this.auditBundles = new AuditBundlesService(setting);
    this.mails = new MailsService(setting);
    this.outbox = new Outbox(setting);
    this.registry = new RegistryService(setting);
    this.membership = new MembershipService(setting);
    this.invitations = new InvitationsService(setting);
    this.acceptances = new AcceptanceService(setting);
    this.members = new MembersService(setting);
    this.apiKeys = new ApiKeysService(setting);
    this.watches = new WatchesService(setting);
    this.inbox = new InboxService(setting);
    this.webhooks = new WebhooksService(setting);
    this.webhookSendings = new WebhookSendingsService(setting);
    this.notifications = new NotificationsService(setting);
    this.confirmations = new ConfirmationsService(setting);
    this.reminders = new RemindersService(setting);
    this.reading = new ReadingService(setting, this.deliveries);
    this.exports = new ExportsService(setting, this.figures, this.reading);
    this.publicPages = new PublicPagesService(setting, this.figures);
    this.upkeep = new UpkeepService(setting);
  }

  /** The same market with another clock, for what is entered as of its own day. */
  at(clock: Clock): Market {
    return new Market({ ...this.setting, clock });
  }

  static async open(store: Store, options?: Options): Promise<Market> {
    return new Market(await openSetting(store, options));
  }
}
