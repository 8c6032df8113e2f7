import { randomUUID } from 'node:crypto';
import {
  actsFor,
  firmIdsOf,
  plain,
  plantProblems,
  plantTreatments,
  problem,
  Decimal,
  type Actor,
  type PlanObjective,
  type PlantTerms,
} from '#domain';
import type { PlantHintRow, TreatmentPlantRow, Tx } from '#store';
import { once } from './once.js';
import { conflict, done, invalid, notFound, type Outcome } from './outcome.js';
import { mayNot } from './permit.js';
import type { Setting } from './setting.js';

/** What a firm's own plant can treat, as it was listed; amounts in plain notation. */
export interface TreatmentPlantView {
  readonly id: string;
  readonly siteId: string;
  readonly treatment: string;
  readonly materialCodes: readonly string[];
  readonly capacityTonnes: string;
  readonly costNokPerTonne: string;
  readonly listedAt: Date;
  /** What the latest plan that staff suggested from says of one more tonne, while the plant is as it was then. */
  readonly hint: PlantHintView | undefined;
}

interface PlantHintView {
  readonly objective: PlanObjective;
  readonly least: string;
  readonly most: string;
  readonly toldAt: Date;
}

interface PlantInput {
  readonly siteId: string;
  readonly terms: PlantTerms;
}

interface Listed {
  readonly plantId: string;
}

/** More than any firm has; a list without an end would make plans slow. */
const MOST_PLANTS = 50;

/** What firms' plants can treat: seen by the firm itself, and by staff in the plan that goes through it. */
export class TreatmentPlantsService {
  constructor(private readonly setting: Setting) {}

  /** Treatments that a plant can be listed for. */
  treatments(): readonly string[] {
    return plantTreatments(this.setting.rules.prices);
  }

  /** Of the actor's firms, newest first. */
  async own(actor: Actor): Promise<readonly TreatmentPlantView[]> {
    return this.setting.store.read(actor, async (tx) => {
      const plants = await tx.treatmentPlants.ofFirms(firmIdsOf(actor));
      const hints = await tx.treatmentPlants.hintsOn(plants.map((one) => one.id));
      return plants.map((one) => plantView(one, hints));
    });
  }

  /** @param id of the plant that is to be so from now on; a new one where absent */
  save(actor: Actor, input: PlantInput, id?: string, idempotencyKey?: string): Promise<Outcome<Listed>> {
    const call = { operation: 'saveTreatmentPlant', key: idempotencyKey, input: { id, ...input } };
    const { siteId, terms } = input;
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const firm = await this.firmOf(tx, actor, siteId);
        if (!firm.ok) return firm;
        const problems = plantProblems(terms, this.setting.rules);
        if (problems.length > 0) return invalid(problems);
        const at = this.setting.clock();
        if (id === undefined) return this.list(tx, actor, firm.value, input, at);
        const plant = await tx.treatmentPlants.lock(id);
        if (plant === undefined) return notFound('treatment plant');
        if (plant.firmId !== firm.value)
          return invalid([problem('input.siteId', 'Name a site of the firm whose plant it is.')]);
        await tx.treatmentPlants.change(id, siteId, terms, at);
        return done({ plantId: id });
      }),
    );
  }

  /** Plans go through it no more; what was told of it stays with the plans that it was in. */
  withdraw(actor: Actor, id: string, idempotencyKey?: string): Promise<Outcome<Listed>> {
    const call = { operation: 'withdrawTreatmentPlant', key: idempotencyKey, input: { id } };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const plant = await tx.treatmentPlants.lock(id);
        if (plant === undefined || !actsFor(actor, plant.firmId)) return notFound('treatment plant');
        const refused = mayNot(actor, 'list offer', plant.firmId);
        if (refused !== undefined) return refused;
        await tx.treatmentPlants.withdraw(id, this.setting.clock());
        return done({ plantId: id });
      }),
    );
  }

  private async firmOf(tx: Tx, actor: Actor, siteId: string): Promise<Outcome<string>> {
    const site = await tx.firms.site(siteId);
    if (site === null || !actsFor(actor, site.firmId))
      return invalid([problem('input.siteId', 'Name a site of the firm that you act for.')]);
    return mayNot(actor, 'list offer', site.firmId) ?? done(site.firmId);
  }

  private async list(
    tx: Tx,
    actor: Actor,
    firmId: string,
    { siteId, terms }: PlantInput,
    listedAt: Date,
  ): Promise<Outcome<Listed>> {
    if ((await tx.treatmentPlants.ofFirms([firmId])).length >= MOST_PLANTS)
      return conflict(`The firm lists ${MOST_PLANTS} plants already; withdraw one first.`);
    const id = randomUUID();
    await tx.treatmentPlants.insert({ id, firmId, siteId, terms, listedBy: actor.personId, listedAt });
    return done({ plantId: id });
  }
}

function plantView(
  { id, siteId, version, listedAt, terms }: TreatmentPlantRow,
  hints: readonly PlantHintRow[],
): TreatmentPlantView {
  const told = hints.find((one) => one.plantId === id && one.plantVersion === version);
  const bound = (amount: string): string => plain(new Decimal(amount));
  return {
    id,
    siteId,
    treatment: terms.treatment,
    materialCodes: terms.materialCodes,
    capacityTonnes: plain(terms.capacityTonnes),
    costNokPerTonne: plain(terms.costNokPerTonne),
    listedAt,
    hint: told && {
      objective: told.objective,
      least: bound(told.least),
      most: bound(told.most),
      toldAt: told.toldAt,
    },
  };
}
