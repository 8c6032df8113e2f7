import { randomUUID } from 'node:crypto';
import {
  hintProblem,
  nameProblems,
  possiblePairs,
  problem,
  type Actor,
  type Day,
  type HintStatement,
  type PossiblePair,
  type Problem,
  type Side,
} from '#domain';
import type { HintCounts, HintRow, NewHint, StoredWorkshop, Tx } from '#store';
import type { DraftsService } from './drafts.js';
import { draftTerms } from './hint-answers.js';
import { suggested } from './hint-lists.js';
import { digestOf, mayNotKeep } from './hints.js';
import { once } from './once.js';
import { conflict, done, invalid, notFound, type Outcome } from './outcome.js';
import type { Setting } from './setting.js';

/** Forty people with ten cards each, and some. */
const MOST_CARDS = 500;
const MOST_LISTED = 200;

/** What somebody at a meeting has or wants, in a few words. */
export interface CardInput {
  /** A firm of the cluster, or the name of any. */
  readonly firmId?: string | undefined;
  readonly firmName?: string | undefined;
  readonly side: Side;
  readonly text: string;
  readonly amountText?: string | undefined;
}

interface Recorded {
  readonly workshopId: string;
  /** Handed to firms that let staff begin drafts for them. */
  readonly drafts: number;
  readonly hints: number;
  /** On the table already. */
  readonly known: number;
}

export interface PairView extends Pick<PossiblePair, 'link'> {
  readonly have: HintRow;
  readonly want: HintRow;
}

/** Meetings of a cluster: cards become drafts of firms that allow it, and hints else. */
export class WorkshopsService {
  constructor(
    private readonly setting: Setting,
    private readonly drafts: DraftsService,
  ) {}

  open(
    actor: Actor,
    workshop: { readonly clusterId: string; readonly name: string; readonly heldOn: Day },
    key?: string,
  ): Promise<Outcome<{ readonly workshopId: string }>> {
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, { operation: 'openWorkshop', key, input: workshop }, async () => {
        const refused = mayNotKeep(actor, workshop.clusterId);
        if (refused !== undefined) return refused;
        const problems = nameProblems(workshop.name, 'input.name');
        if (problems.length > 0) return invalid(problems);
        const workshopId = randomUUID();
        const row = { ...workshop, id: workshopId, name: workshop.name.trim() };
        await tx.workshops.insert(row, actor.personId);
        return done({ workshopId });
      }),
    );
  }

  /** Latest day first. */
  async list(actor: Actor, clusterId: string): Promise<Outcome<readonly StoredWorkshop[]>> {
    return (
      mayNotKeep(actor, clusterId) ??
      done(await this.setting.store.read(actor, (tx) => tx.workshops.ofCluster(clusterId, MOST_LISTED)))
    );
  }

  /** Undefined for those of other clusters. */
  async find(actor: Actor, id: string): Promise<StoredWorkshop | undefined> {
    const [found] = await this.setting.store.read(actor, (tx) => tx.workshops.byIds([id]));
    return found !== undefined && mayNotKeep(actor, found.clusterId) === undefined ? found : undefined;
  }

  counts(actor: Actor, { id, clusterId }: StoredWorkshop): Promise<HintCounts> {
    return this.setting.store.read(actor, (tx) => tx.hints.counts(clusterId, id));
  }

  /** For whoever leads it: which have may answer which want. Of the cards alone, never of listings. */
  pairs(actor: Actor, { id, clusterId }: StoredWorkshop, first: number): Promise<readonly PairView[]> {
    return this.setting.store.read(actor, async (tx) => {
      const hints = await tx.hints.page(clusterId, { workshopId: id }, MOST_CARDS);
      const byId = new Map(hints.map((one) => [one.id, one]));
      const cards = hints.map((one) => ({
        id: one.id,
        side: one.side,
        firm: one.firmId ?? (one.firmName ?? '').toLowerCase(),
        materialCode: one.materialCode ?? undefined,
      }));
      return possiblePairs(cards, this.setting.rules.materials, first).flatMap(({ haveId, wantId, link }) => {
        const [have, want] = [byId.get(haveId), byId.get(wantId)];
        return have === undefined || want === undefined ? [] : [{ have, want, link }];
      });
    });
  }

  record(
    actor: Actor,
    workshopId: string,
    cards: readonly CardInput[],
    key?: string,
  ): Promise<Outcome<Recorded>> {
    const call = { operation: 'recordWorkshopCards', key, input: { workshopId, cards } };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const [workshop] = await tx.workshops.byIds([workshopId]);
        if (workshop === undefined || mayNotKeep(actor, workshop.clusterId) !== undefined)
          return notFound('workshop');
        const firms = await this.firmsOf(tx, workshop.clusterId, cards);
        const problems = cards.flatMap((card, at) => cardProblems(card, firms, `input.cards.${at}`));
        if (problems.length > 0) return invalid(problems);
        const { clusterId } = workshop;
        const before = await tx.hints.counts(clusterId, workshopId);
        const held = before.UNCLAIMED + before.TIED + before.CLAIMED + before.REJECTED;
        if (held + cards.length > MOST_CARDS) return conflict(`At most ${MOST_CARDS} cards of a workshop.`);
        return done(await this.write(tx, actor, workshop, cards, firms));
      }),
    );
  }

  /** Names of the firms that the cards name by their ids, as far as they are of the cluster. */
  private async firmsOf(
    tx: Tx,
    clusterId: string,
    cards: readonly CardInput[],
  ): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(cards.flatMap(({ firmId }) => firmId ?? []))];
    const members = await tx.firms.membersAmong(clusterId, ids);
    const named = await tx.firms.byIds([...members]);
    return new Map(named.map(({ id, name }) => [id, name]));
  }

  private async write(
    tx: Tx,
    actor: Actor,
    workshop: StoredWorkshop,
    cards: readonly CardInput[],
    firms: ReadonlyMap<string, string>,
  ): Promise<Recorded> {
    const { id: workshopId, clusterId } = workshop;
    const allowing = await tx.drafts.permitting(clusterId, [...firms.keys()]);
    const hints = cards.map((card): NewHint => {
      const stated = statementOf(card, firms, workshop);
      const { firmId } = card;
      return {
        ...stated,
        id: randomUUID(),
        digest: digestOf(stated, workshopId),
        workshopId,
        firmId,
        materialCode: suggested(this.setting, stated.materialText, stated.side),
        claimed: firmId !== undefined && allowing.has(firmId),
      };
    });
    const at = this.setting.clock();
    const fresh = new Set(await tx.hints.insert(clusterId, hints, { by: actor.personId, at }));
    let drafts = 0;
    for (const { id, firmId, claimed, side, materialText, amountText, source } of hints) {
      if (!fresh.has(id) || claimed !== true || firmId === undefined) continue;
      await this.drafts.begin(tx, actor, {
        firmId,
        source,
        terms: draftTerms(side, materialText, amountText),
      });
      drafts += 1;
    }
    return { workshopId, drafts, hints: fresh.size - drafts, known: cards.length - fresh.size };
  }
}

const statementOf = (
  { firmId, firmName, side, text, amountText }: CardInput,
  firms: ReadonlyMap<string, string>,
  { name, heldOn }: StoredWorkshop,
): HintStatement => ({
  firmName: (firmId === undefined ? firmName : firms.get(firmId))?.trim() ?? '',
  side,
  materialText: text.trim(),
  amountText: amountText?.trim() === '' ? undefined : amountText?.trim(),
  source: `${name}, ${heldOn}`,
});

function cardProblems(
  { firmId, firmName, text, amountText }: CardInput,
  firms: ReadonlyMap<string, string>,
  path: string,
): readonly Problem[] {
  const wrong = (field: string, message: string | undefined): readonly Problem[] =>
    message === undefined ? [] : [problem(`${path}.${field}`, message)];
  const whose =
    firmId === undefined
      ? wrong('firmName', hintProblem('firmName', firmName?.trim()))
      : wrong('firmId', firms.has(firmId) ? undefined : 'Name a firm of the cluster, or any by its name.');
  return [
    ...whose,
    ...(firmId !== undefined && firmName !== undefined
      ? wrong('firmName', 'Name the firm once, by its id or by its name.')
      : []),
    ...wrong('text', hintProblem('materialText', text.trim())),
    ...wrong('amountText', hintProblem('amountText', amountText?.trim())),
  ];
}
