import pg from 'pg';
import { DataSource } from 'typeorm';
import { AgreementRow, DeliveryRow, LedgerEntryRow } from './entities/agreement.entity.js';
import {
  ClusterRow,
  FirmClusterRow,
  FirmRow,
  GoalRow,
  PersonClusterRow,
  PersonFirmRow,
  SiteRow,
} from './entities/firm.entity.js';
import { ListingRow, ListingVersionRow } from './entities/listing.entity.js';
import { MatchRow, ProposalRow } from './entities/match.entity.js';
import { EventRow, JobRequestRow, LookRow } from './entities/outbox.entity.js';
import {
  DetourRow,
  FactorRow,
  FactorSetRow,
  LegalRuleRow,
  PriceRow,
  IndustryCodeRow,
  MaterialRow,
  MunicipalityRow,
  PostalPlaceRow,
  SubstitutionRow,
  WasteCodeRow,
} from './entities/reference.entity.js';
import { MIGRATIONS } from './migrations/index.js';
import { SnakeNaming } from './naming.js';
import { WatchfulClient } from './watchful-client.js';

/** A calendar day stays the text it is: a Date would shift it with the machine's time zone. */
const DATE_OID = 1082;
pg.types.setTypeParser(DATE_OID, (text) => text);

const ENTITIES = [
  AgreementRow,
  ClusterRow,
  DeliveryRow,
  EventRow,
  DetourRow,
  FactorRow,
  FactorSetRow,
  LegalRuleRow,
  PriceRow,
  FirmClusterRow,
  FirmRow,
  GoalRow,
  IndustryCodeRow,
  JobRequestRow,
  LedgerEntryRow,
  ListingRow,
  ListingVersionRow,
  LookRow,
  MatchRow,
  MaterialRow,
  MunicipalityRow,
  PersonClusterRow,
  PersonFirmRow,
  PostalPlaceRow,
  ProposalRow,
  SiteRow,
  SubstitutionRow,
  WasteCodeRow,
];

/** How long the database and its pool may keep anybody waiting; in milliseconds. */
export interface TimeLimits {
  /** One statement. */
  readonly statement: number;
  /** One lock that somebody else holds. */
  readonly lock: number;
  /** A transaction that asks nothing. */
  readonly idle: number;
  /** A connection, while all are in use or none can be made. */
  readonly connection: number;
}

/** The same limits for a pool of pg; nothing said, nothing limited, as a migration needs it. */
export const limitsOfPool = (limits: TimeLimits | undefined): pg.PoolConfig =>
  limits === undefined
    ? {}
    : {
        statement_timeout: limits.statement,
        lock_timeout: limits.lock,
        idle_in_transaction_session_timeout: limits.idle,
        connectionTimeoutMillis: limits.connection,
        Client: WatchfulClient,
      };

export const dataSource = (url: string, poolSize = 10, limits?: TimeLimits): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize,
    extra: limitsOfPool(limits),
    synchronize: false,
  });
