import { randomUUID } from 'node:crypto';
import { noteProblems, stepProblems, type Actor, type Day, type StepTerms } from '#domain';
import type { NoteRow, PageRow, StepRow, Tx } from '#store';
import { once } from './once.js';
import { conflict, done, invalid, notFound, type Outcome } from './outcome.js';
import type { Page } from './reading.js';
import { today, type Setting } from './setting.js';
import { followedViews, worksFor, type FollowedMatchView } from './workbench.js';

/** What somebody of the cluster noted on a match. */
export interface NoteView {
  readonly id: string;
  readonly text: string;
  /** Undefined once the person works for the cluster no more. */
  readonly by: string | undefined;
  readonly at: Date;
}

/** What is, or was, to be done next on a match. */
export interface StepView extends NoteView {
  readonly dueOn: Day;
  readonly assignedTo: string | undefined;
  /** The day has passed and it is still to be done. */
  readonly overdue: boolean;
  readonly closedAt: Date | undefined;
  readonly closedBy: string | undefined;
  readonly outcome: 'DONE' | 'REPLACED' | undefined;
}

/** A step with the match that it is to be done on. */
export interface TaskView {
  readonly step: StepView;
  readonly match: FollowedMatchView;
}

export interface NoteInput {
  readonly clusterId: string;
  readonly matchId: string;
  readonly text: string;
}

export interface StepInput extends NoteInput, StepTerms {
  /** Somebody of the cluster's staff; the actor where absent. */
  readonly assignedTo?: string | undefined;
}

const ROLE = 'bistrom_workbench';

type Written = Outcome<{ readonly matchId: string }>;

/** Notes and next steps of a cluster's staff on matches: for themselves, never for firms. */
export class FollowUpsService {
  constructor(private readonly setting: Setting) {}

  /** Newest first. */
  async notes(actor: Actor, clusterId: string, matchId: string): Promise<readonly NoteView[]> {
    if (!worksFor(actor, clusterId)) return [];
    const rows = await this.setting.store.read(actor, (tx) => tx.followUps.notes(clusterId, matchId), ROLE);
    return rows.map(noteView);
  }

  /** The one that is to be done first, then those that were, newest first. */
  async steps(actor: Actor, clusterId: string, matchId: string): Promise<readonly StepView[]> {
    if (!worksFor(actor, clusterId)) return [];
    const rows = await this.setting.store.read(actor, (tx) => tx.followUps.steps(clusterId, matchId), ROLE);
    return rows.map((row) => this.stepView(row));
  }

  /** To be done, by their day; those of the actor alone where asked. */
  async tasks(
    actor: Actor,
    clusterId: string,
    mine: boolean,
    first: number,
    after?: PageRow,
  ): Promise<Page<TaskView>> {
    if (!worksFor(actor, clusterId)) return { rows: [], hasNext: false };
    const whose = mine ? actor.personId : undefined;
    const work = async (tx: Tx): Promise<Page<TaskView>> => {
      const found = await tx.followUps.openSteps(clusterId, whose, first + 1, after);
      const rows = found.slice(0, first);
      const matches = await followedViews(
        tx,
        clusterId,
        rows.map((row) => row.matchId),
      );
      const tasks = rows.flatMap((row) => {
        const match = matches.get(row.matchId);
        return match === undefined ? [] : [{ node: { step: this.stepView(row), match }, key: row }];
      });
      return { rows: tasks, hasNext: found.length > first };
    };
    return this.setting.store.read(actor, work, ROLE);
  }

  note(actor: Actor, input: NoteInput, idempotencyKey?: string): Promise<Written> {
    const text = input.text.trim();
    return this.write(actor, 'addMatchNote', input, idempotencyKey, async (tx, { matchId, clusterId }) => {
      const problems = noteProblems(text);
      if (problems.length > 0) return invalid(problems);
      const note = {
        id: randomUUID(),
        clusterId,
        matchId,
        text,
        by: actor.personId,
        at: this.setting.clock(),
      };
      await tx.followUps.insertNote(note);
      return done({ matchId });
    });
  }

  /** In the place of the one that was to be done, which stays in the history. */
  setStep(actor: Actor, input: StepInput, idempotencyKey?: string): Promise<Written> {
    const [text, by] = [input.text.trim(), actor.personId];
    return this.write(actor, 'setNextStep', input, idempotencyKey, async (tx, { matchId, clusterId }) => {
      const problems = stepProblems({ text, dueOn: input.dueOn }, today(this.setting));
      if (problems.length > 0) return invalid(problems);
      const assignedTo = input.assignedTo ?? by;
      if (!(await tx.followUps.isStaff(clusterId, assignedTo))) return notFound('member');
      const { dueOn } = input;
      const step = {
        id: randomUUID(),
        clusterId,
        matchId,
        text,
        dueOn,
        assignedTo,
        by,
        at: this.setting.clock(),
      };
      await tx.followUps.setStep(step);
      return done({ matchId });
    });
  }

  complete(actor: Actor, clusterId: string, id: string, idempotencyKey?: string): Promise<Written> {
    const call = { operation: 'completeNextStep', key: idempotencyKey, input: { clusterId, id } };
    return this.setting.store.transaction(
      actor,
      async (tx) => {
        if (!worksFor(actor, clusterId)) return notFound('step');
        return once(tx, actor, call, async () => {
          const step = await tx.followUps.step(clusterId, id);
          if (step === undefined) return notFound('step');
          if (await tx.followUps.completeStep(clusterId, id, actor.personId, this.setting.clock()))
            return done({ matchId: step.matchId });
          return conflict('It was done or replaced already.');
        });
      },
      ROLE,
    );
  }

  /** On a match of the cluster; that of others is not there. */
  private write(
    actor: Actor,
    operation: string,
    input: NoteInput,
    key: string | undefined,
    work: (tx: Tx, input: NoteInput) => Promise<Written>,
  ): Promise<Written> {
    return this.setting.store.transaction(
      actor,
      async (tx) => {
        if (!worksFor(actor, input.clusterId)) return notFound('match');
        return once(tx, actor, { operation, key, input }, async () => {
          const [match] = await tx.workbench.matches(input.clusterId, [input.matchId]);
          return match === undefined ? notFound('match') : work(tx, input);
        });
      },
      ROLE,
    );
  }

  private stepView(row: StepRow): StepView {
    return {
      ...noteView(row),
      dueOn: row.dueOn,
      assignedTo: row.assigned ?? undefined,
      overdue: row.closedAt === null && row.dueOn < today(this.setting),
      closedAt: row.closedAt ?? undefined,
      closedBy: row.closedBy ?? undefined,
      outcome: row.outcome ?? undefined,
    };
  }
}

const noteView = ({ id, text, by, at }: Pick<NoteRow, 'id' | 'text' | 'by' | 'at'>): NoteView => ({
  id,
  text,
  by: by ?? undefined,
  at,
});
