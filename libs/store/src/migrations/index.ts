import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const run = (runner: QueryRunner, file: string): Promise<unknown> =>
  runner.query(readFileSync(join(import.meta.dirname, file), 'utf8'));

/** Migrations go forward only: what was wrong is mended by the next one. */
abstract class Forward implements MigrationInterface {
  abstract up(runner: QueryRunner): Promise<void>;
  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}

class Market1763700000001 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '001-market.sql');
  }
}

class Auth1763700000002 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '002-auth.sql');
  }
}

class Matching1763700000003 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '003-matching.sql');
  }
}

class Sessions1763700000004 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '004-sessions.sql');
  }
}

class CostBuckets1763700000005 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '005-cost-buckets.sql');
  }
}

class Disclosure1763700000006 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '006-disclosure.sql');
  }
}

class Mail1763700000007 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '007-mail.sql');
  }
}

class Identity1763700000008 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '008-identity.sql');
  }
}

class SignIn1763700000009 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '009-sign-in.sql');
  }
}

class FirmCost1763700000010 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '010-firm-cost.sql');
  }
}

class Publication1763700000011 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '011-publication.sql');
  }
}

class HiddenFacts1763700000012 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '012-hidden-facts.sql');
  }
}

class RowSecurity1763700000013 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '013-row-security.sql');
  }
}

class FailedJobs1763700000014 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '014-failed-jobs.sql');
  }
}

class Watches1763700000015 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '015-watches.sql');
  }
}

class Inbox1763700000016 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '016-inbox.sql');
  }
}

class Live1763700000017 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '017-live.sql');
  }
}

class Webhooks1763700000018 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '018-webhooks.sql');
  }
}

class Notifications1763700000019 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '019-notifications.sql');
  }
}

class Lifecycle1763700000020 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '020-lifecycle.sql');
  }
}

class Traces1763700000021 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '021-traces.sql');
  }
}

class LedgerChain1763700000022 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '022-ledger-chain.sql');
  }
}

class Imports1763700000023 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '023-imports.sql');
  }
}

class Balances1763700000024 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '024-balances.sql');
  }
}

class Goals1763700000025 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '025-goals.sql');
  }
}

class Workbench1763700000026 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '026-workbench.sql');
  }
}

class Hints1763700000027 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '027-hints.sql');
  }
}

class PublishedPages1763700000028 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '028-published-pages.sql');
  }
}

class Indicators1763700000029 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '029-indicators.sql');
  }
}

class FactorSets1763700000030 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '030-factor-sets.sql');
  }
}

class HeatByMonth1763700000031 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '031-heat-by-month.sql');
  }
}

class MatchingIndex1763700000032 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '032-matching-index.sql');
  }
}

class MatchingRuns1763700000033 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '033-matching-runs.sql');
  }
}

class Plans1763700000034 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '034-plans.sql');
  }
}

class TreatmentPlants1763700000035 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '035-treatment-plants.sql');
  }
}

class JointTransport1763700000036 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '036-joint-transport.sql');
  }
}

class PlanNews1763700000037 extends Forward {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, '037-plan-news.sql');
  }
}

/** Listed by hand, in order: a folder scan would run whatever lies there. */
export const MIGRATIONS = [
  Market1763700000001,
  Auth1763700000002,
  Matching1763700000003,
  Sessions1763700000004,
  CostBuckets1763700000005,
  Disclosure1763700000006,
  Mail1763700000007,
  Identity1763700000008,
  SignIn1763700000009,
  FirmCost1763700000010,
  Publication1763700000011,
  HiddenFacts1763700000012,
  RowSecurity1763700000013,
  FailedJobs1763700000014,
  Watches1763700000015,
  Inbox1763700000016,
  Live1763700000017,
  Webhooks1763700000018,
  Notifications1763700000019,
  Lifecycle1763700000020,
  Traces1763700000021,
  LedgerChain1763700000022,
  Imports1763700000023,
  Balances1763700000024,
  Goals1763700000025,
  Workbench1763700000026,
  Hints1763700000027,
  PublishedPages1763700000028,
  Indicators1763700000029,
  FactorSets1763700000030,
  HeatByMonth1763700000031,
  MatchingIndex1763700000032,
  MatchingRuns1763700000033,
  Plans1763700000034,
  TreatmentPlants1763700000035,
  JointTransport1763700000036,
  PlanNews1763700000037,
];
