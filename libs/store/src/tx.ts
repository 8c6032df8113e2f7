import type { EntityManager } from 'typeorm';
import { AccessLog } from './repositories/access-log.js';
import { Agreements, Deliveries } from './repositories/agreements.js';
import { ApiKeys } from './repositories/api-keys.js';
import { Disclosures } from './repositories/disclosures.js';
import { Events } from './repositories/events.js';
import { Firms } from './repositories/firms.js';
import { Invitations } from './repositories/invitations.js';
import { Jobs } from './repositories/jobs.js';
import { Ledger } from './repositories/ledger.js';
import { Listings } from './repositories/listings.js';
import { Mails } from './repositories/mails.js';
import { Matches } from './repositories/matches.js';
import { Marks } from './repositories/marks.js';
import { Members } from './repositories/members.js';
import { People } from './repositories/people.js';
import { Proposals } from './repositories/proposals.js';
import { Figures, Idempotency, Looks } from './repositories/records.js';
import { Reference } from './repositories/reference.js';
import { Roads } from './repositories/roads.js';
import { Search } from './repositories/search.js';
import { Sessions } from './repositories/sessions.js';

/** The repositories bound to one transaction: what is not reached through it cannot be done outside by mistake. */
export class Tx {
  readonly listings: Listings;
  readonly roads: Roads;
  readonly search: Search;
  readonly matches: Matches;
  readonly proposals: Proposals;
  readonly agreements: Agreements;
  readonly deliveries: Deliveries;
  readonly disclosures: Disclosures;
  readonly ledger: Ledger;
  readonly events: Events;
  readonly jobs: Jobs;
  readonly firms: Firms;
  readonly reference: Reference;
  readonly idempotency: Idempotency;
  readonly figures: Figures;
  readonly looks: Looks;
  readonly people: People;
  readonly sessions: Sessions;
  readonly marks: Marks;
  readonly mails: Mails;
  readonly invitations: Invitations;
  readonly members: Members;
  readonly apiKeys: ApiKeys;
  readonly accessLog: AccessLog;

  constructor(manager: EntityManager) {
    this.listings = new Listings(manager);
    this.roads = new Roads(manager);
    this.search = new Search(manager);
    this.matches = new Matches(manager);
    this.proposals = new Proposals(manager);
    this.agreements = new Agreements(manager);
    this.deliveries = new Deliveries(manager);
    this.disclosures = new Disclosures(manager);
    this.ledger = new Ledger(manager);
    this.events = new Events(manager);
    this.jobs = new Jobs(manager);
    this.firms = new Firms(manager);
    this.reference = new Reference(manager);
    this.idempotency = new Idempotency(manager);
    this.figures = new Figures(manager);
    this.looks = new Looks(manager);
    this.people = new People(manager);
    this.sessions = new Sessions(manager);
    this.marks = new Marks(manager);
    this.mails = new Mails(manager);
    this.invitations = new Invitations(manager);
    this.members = new Members(manager);
    this.apiKeys = new ApiKeys(manager);
    this.accessLog = new AccessLog(manager);
  }
}
