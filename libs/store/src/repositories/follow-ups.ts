import type { Day } from '#domain';
import type { EntityManager } from 'typeorm';
import type { PageRow } from '../stored.js';

export interface NewNote {
  readonly id: string;
  readonly clusterId: string;
  readonly matchId: string;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

export interface NoteRow {
  readonly id: string;
  readonly matchId: string;
  readonly text: string;
  /** Name, while the person works for the cluster. */
  readonly by: string | null;
  readonly at: Date;
}

export interface NewStep extends NewNote {
  readonly dueOn: Day;
  readonly assignedTo: string;
}

export type StepOutcome = 'DONE' | 'REPLACED';

export interface StepRow extends PageRow {
  readonly matchId: string;
  readonly text: string;
  readonly dueOn: Day;
  readonly assignedTo: string;
  /** Names, while the persons work for the cluster. */
  readonly assigned: string | null;
  readonly by: string | null;
  readonly at: Date;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  readonly outcome: StepOutcome | null;
}

/** Newest of each kind that are read with a match. */
const MOST_READ = 100;

const NOTE = `n.id, n.match_id as "matchId", n.text, w."name" as by, n.written_at as at`;
const STEP = `s.id, s.match_id as "matchId", s.text, s.due_on::text as "dueOn", s.assigned_to as "assignedTo",
  a."name" as assigned, b."name" as by, s.set_at as at, s.closed_at as "closedAt", c."name" as "closedBy", s.outcome,
  to_char(s.due_on, 'YYYY-MM-DD"T00:00:00.000000Z"') as "sortKey"`;
const STEPS = `next_step s
  left join auth."user" a on a."id" = s.assigned_to
  left join auth."user" b on b."id" = s.set_by
  left join auth."user" c on c."id" = s.closed_by`;
/** The same pair under every version of its match: what was noted of one is read with all. */
const OF_PAIR = `select o.id from match o join match m on m.offer_id = o.offer_id and m.need_id = o.need_id where m.id = $2`;

/** What a cluster's staff note on matches, for themselves. */
export class FollowUps {
  constructor(private readonly manager: EntityManager) {}

  async insertNote(note: NewNote): Promise<void> {
    await this.manager.query(
      `insert into match_note (id, cluster_id, match_id, text, written_by, written_at) values ($1, $2, $3, $4, $5, $6)`,
      [note.id, note.clusterId, note.matchId, note.text, note.by, note.at],
    );
  }

  /** Newest first. */
  notes(clusterId: string, matchId: string): Promise<NoteRow[]> {
    return this.manager.query(
      `select ${NOTE} from match_note n left join auth."user" w on w."id" = n.written_by
        where n.cluster_id = $1 and n.match_id in (${OF_PAIR})
        order by n.written_at desc, n.id desc limit ${MOST_READ}`,
      [clusterId, matchId],
    );
  }

  /** The one that is open first, then those that were closed, the latest first. */
  steps(clusterId: string, matchId: string): Promise<StepRow[]> {
    return this.manager.query(
      `select ${STEP} from ${STEPS} where s.cluster_id = $1 and s.match_id in (${OF_PAIR})
        order by s.closed_at desc nulls first, s.set_at desc, s.id desc limit ${MOST_READ}`,
      [clusterId, matchId],
    );
  }

  async step(clusterId: string, id: string): Promise<StepRow | undefined> {
    const rows = await this.manager.query<StepRow[]>(
      `select ${STEP} from ${STEPS} where s.cluster_id = $1 and s.id = $2`,
      [clusterId, id],
    );
    return rows[0];
  }

  /** Open ones by their day. */
  openSteps(
    clusterId: string,
    assignedTo: string | undefined,
    first: number,
    after?: PageRow,
  ): Promise<StepRow[]> {
    return this.manager.query(
      `select ${STEP} from ${STEPS}
        where s.cluster_id = $1 and s.closed_at is null and ($2::text is null or s.assigned_to = $2)
          and ($3::timestamptz is null or (s.due_on, s.id) > (($3::timestamptz at time zone 'UTC')::date, $4::uuid))
        order by s.due_on, s.id limit $5`,
      [clusterId, assignedTo ?? null, after?.sortKey ?? null, after?.id ?? null, first],
    );
  }

  /** Closes what is open on the pair and opens this one. */
  async setStep(step: NewStep): Promise<void> {
    await this.manager.query(
      `update next_step set closed_at = $3, closed_by = $4, outcome = 'REPLACED'
        where cluster_id = $1 and closed_at is null and match_id in (${OF_PAIR})`,
      [step.clusterId, step.matchId, step.at, step.by],
    );
    await this.manager.query(
      `insert into next_step (id, cluster_id, match_id, text, due_on, assigned_to, set_by, set_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [step.id, step.clusterId, step.matchId, step.text, step.dueOn, step.assignedTo, step.by, step.at],
    );
  }

  /** @returns whether it was open */
  async completeStep(clusterId: string, id: string, by: string, at: Date): Promise<boolean> {
    const [, changed] = await this.manager.query<[unknown, number]>(
      `update next_step set closed_at = $3, closed_by = $4, outcome = 'DONE'
        where cluster_id = $1 and id = $2 and closed_at is null`,
      [clusterId, id, at, by],
    );
    return changed === 1;
  }

  /** Whether the person works for the cluster as its staff. */
  async isStaff(clusterId: string, personId: string): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select 1 from person_cluster where cluster_id = $1 and person_id = $2 and role = 'cluster_staff'`,
      [clusterId, personId],
    );
    return rows.length > 0;
  }
}
