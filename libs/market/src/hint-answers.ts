import { canMoveHint, type Actor, type Day, type HintState, type Side } from '#domain';
import type { HintRow, StoredDraft, Tx } from '#store';
import type { DraftsService } from './drafts.js';
import { once } from './once.js';
import { conflict, done, notFound, type Outcome } from './outcome.js';
import { actingFirm } from './permit.js';
import type { Setting } from './setting.js';

const MOST_SHOWN = 500;
const MOST_TITLE = 200;

/** What is said of a firm, as the firm is told: who said it is the cluster, not a person. */
export interface HintForUs {
  readonly id: string;
  readonly state: HintState;
  readonly side: Side;
  readonly materialText: string;
  readonly materialCode: string | undefined;
  readonly amountText: string | undefined;
  readonly siteName: string | undefined;
  readonly source: string;
  readonly clusterName: string;
  readonly workshop: { readonly name: string; readonly heldOn: Day } | undefined;
  readonly statedAt: Date;
}

/** What a firm answers to what others say of it: this is ours, or it is not. */
export class HintAnswersService {
  constructor(
    private readonly setting: Setting,
    private readonly drafts: DraftsService,
  ) {}

  /** Of the firm acted for: what waits for an answer first. */
  async forUs(actor: Actor): Promise<Outcome<readonly HintForUs[]>> {
    const firm = answeringFirm(actor);
    if (!firm.ok) return firm;
    return this.setting.store.read(actor, async (tx) => {
      const hints = await tx.hints.ofFirm(firm.value, MOST_SHOWN);
      const clusters = await tx.firms.clustersByIds([...new Set(hints.map((one) => one.clusterId))]);
      const workshops = await tx.workshops.byIds(hints.flatMap((one) => one.workshopId ?? []));
      const [names, meetings] = [
        new Map(clusters.map(({ id, name }) => [id, name])),
        new Map(workshops.map((one) => [one.id, { name: one.name, heldOn: one.heldOn }])),
      ];
      return done(
        hints.map((one) => forFirm(one, names.get(one.clusterId) ?? '', meetings.get(one.workshopId ?? ''))),
      );
    });
  }

  /** It is ours: it becomes a draft of the firm, to be completed and published, or not. */
  claim(actor: Actor, id: string, key?: string): Promise<Outcome<{ readonly draftId: string }>> {
    return this.answer(
      actor,
      id,
      'CLAIMED',
      { operation: 'claimHint', key, input: { id } },
      async (tx, hint, firmId) => {
        await tx.hints.claim(id, this.setting.clock());
        const { side, materialText, amountText, source } = hint;
        return this.drafts.begin(tx, actor, {
          firmId,
          source: source ?? undefined,
          terms: draftTerms(side, materialText ?? '', amountText ?? undefined),
        });
      },
    );
  }

  /** It is not: what was said is deleted, and only that it was rejected is left. */
  reject(actor: Actor, id: string, key?: string): Promise<Outcome<{ readonly hintId: string }>> {
    return this.answer(actor, id, 'REJECTED', { operation: 'rejectHint', key, input: { id } }, async (tx) => {
      await tx.hints.reject(id, this.setting.clock());
      return { hintId: id };
    });
  }

  /** Clusters whose staff may begin drafts for the firm acted for. */
  permitted(
    actor: Actor,
  ): Promise<readonly { readonly id: string; readonly name: string; readonly slug: string }[]> {
    const firmId = actor.firms[0]?.firmId;
    if (firmId === undefined) return Promise.resolve([]);
    return this.setting.store.read(actor, async (tx) =>
      tx.firms.clustersByIds(await tx.drafts.permitted(firmId)),
    );
  }

  permit(
    actor: Actor,
    clusterId: string,
    allowed: boolean,
    key?: string,
  ): Promise<Outcome<{ readonly clusterId: string }>> {
    const call = { operation: 'letStaffDraft', key, input: { clusterId, allowed } };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const firm = answeringFirm(actor);
        if (!firm.ok) return firm;
        if (actor.firms[0]?.clusterIds.includes(clusterId) !== true) return notFound('cluster');
        if (allowed) await tx.drafts.permit(firm.value, clusterId, actor.personId);
        else await tx.drafts.forbid(firm.value, clusterId);
        return done({ clusterId });
      }),
    );
  }

  private answer<T>(
    actor: Actor,
    id: string,
    to: HintState,
    call: Parameters<typeof once>[2],
    work: (tx: Tx, hint: HintRow, firmId: string) => Promise<T>,
  ): Promise<Outcome<T>> {
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const firm = answeringFirm(actor);
        if (!firm.ok) return firm;
        const hint = await tx.hints.lock(id);
        if (hint === undefined || hint.firmId !== firm.value) return notFound('hint');
        if (!canMoveHint(hint.state, to)) return conflict(`The hint is ${hint.state} already.`);
        return done(await work(tx, hint, firm.value));
      }),
    );
  }
}

/** What a card or a hint says, as the beginning of a listing; its material is confirmed by whoever publishes it. */
export const draftTerms = (
  side: Side,
  text: string,
  amountText: string | undefined,
): StoredDraft['terms'] => ({
  side,
  title: text.slice(0, MOST_TITLE),
  description: text.length > MOST_TITLE ? text : undefined,
  amountText,
});

const answeringFirm = (actor: Actor): Outcome<string> => actingFirm(actor, 'answer hints');

const forFirm = (hint: HintRow, clusterName: string, workshop: HintForUs['workshop']): HintForUs => ({
  id: hint.id,
  state: hint.state,
  side: hint.side,
  materialText: hint.materialText ?? '',
  materialCode: hint.materialCode ?? undefined,
  amountText: hint.amountText ?? undefined,
  siteName: hint.siteName ?? undefined,
  source: hint.source ?? '',
  clusterName,
  workshop,
  statedAt: hint.statedAt,
});
