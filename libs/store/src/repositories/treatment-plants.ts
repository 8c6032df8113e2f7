import { Decimal, type Place, type PlanObjective, type PlantTerms } from '#domain';
import type { EntityManager } from 'typeorm';

export interface TreatmentPlantRow {
  readonly id: string;
  readonly firmId: string;
  readonly siteId: string;
  readonly version: number;
  readonly listedAt: Date;
  readonly terms: PlantTerms;
}

/** A plant with where it stands. */
export interface PlacedPlantRow extends TreatmentPlantRow {
  readonly place: Place;
}

export interface NewPlant extends Omit<TreatmentPlantRow, 'version'> {
  readonly listedBy: string;
}

export interface PlantHintRow {
  readonly planId: string;
  readonly plantId: string;
  readonly plantVersion: number;
  readonly firmId: string;
  readonly least: string;
  readonly most: string;
  readonly objective: PlanObjective;
  readonly toldAt: Date;
}

interface ReadRow extends Omit<TreatmentPlantRow, 'terms'> {
  readonly treatment: string;
  readonly materialCodes: readonly string[];
  readonly capacityTonnes: string;
  readonly costNokPerTonne: string;
}

interface PlacedReadRow extends ReadRow {
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusKm: number;
  readonly region: string;
}

const COLUMNS = `t.id, t.firm_id as "firmId", t.site_id as "siteId", t.version, t.listed_at as "listedAt", t.treatment,
  t.material_codes as "materialCodes", t.capacity_tonnes::text as "capacityTonnes",
  t.cost_nok_per_tonne::text as "costNokPerTonne"`;

/** What firms' plants can treat, and what a plan says of them. */
export class TreatmentPlants {
  constructor(private readonly manager: EntityManager) {}

  async insert({ id, firmId, siteId, terms, listedBy, listedAt }: NewPlant): Promise<void> {
    await this.manager.query(
      `insert into treatment_plant (id, firm_id, site_id, treatment, material_codes, capacity_tonnes,
         cost_nok_per_tonne, listed_by, listed_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
      [id, firmId, siteId, ...valuesOf(terms), listedBy, listedAt],
    );
  }

  /** A new version of it. */
  async change(id: string, siteId: string, terms: PlantTerms, at: Date): Promise<void> {
    await this.manager.query(
      `update treatment_plant set site_id = $2, treatment = $3, material_codes = $4, capacity_tonnes = $5,
              cost_nok_per_tonne = $6, changed_at = $7, version = version + 1 where id = $1`,
      [id, siteId, ...valuesOf(terms), at],
    );
  }

  async withdraw(id: string, at: Date): Promise<void> {
    await this.manager.query(
      `update treatment_plant set state = 'WITHDRAWN', changed_at = $2, version = version + 1 where id = $1`,
      [id, at],
    );
  }

  /** One that is listed, locked against changes at the same time. */
  async lock(id: string): Promise<TreatmentPlantRow | undefined> {
    const rows = await this.manager.query<ReadRow[]>(
      `select ${COLUMNS} from treatment_plant t where t.id = $1 and t.state = 'LISTED' for update`,
      [id],
    );
    return rows.map(plantOf)[0];
  }

  /** Listed ones, newest first. */
  async ofFirms(firmIds: readonly string[]): Promise<TreatmentPlantRow[]> {
    const rows = await this.manager.query<ReadRow[]>(
      `select ${COLUMNS} from treatment_plant t where t.firm_id = any($1::uuid[]) and t.state = 'LISTED'
        order by t.listed_at desc, t.id`,
      [firmIds],
    );
    return rows.map(plantOf);
  }

  /** Listed ones of the clusters' firms. */
  async ofClusters(clusterIds: readonly string[]): Promise<PlacedPlantRow[]> {
    const rows = await this.manager.query<PlacedReadRow[]>(
      `select ${COLUMNS}, s.latitude, s.longitude, s.radius_km as "radiusKm",
              coalesce(left(s.municipality_number, 2), s.country) as region
         from treatment_plant t join site s on s.id = t.site_id
        where t.state = 'LISTED'
          and exists (select from firm_cluster fc where fc.firm_id = t.firm_id and fc.cluster_id = any($1::uuid[]))
        order by t.id`,
      [clusterIds],
    );
    return rows.map((row) => ({ ...plantOf(row), place: placeOf(row) }));
  }

  async tell(hints: readonly PlantHintRow[]): Promise<void> {
    await this.manager.query(
      `insert into plan_plant_hint (plan_id, plant_id, plant_version, firm_id, least, most, objective, told_at)
       select "planId", "plantId", "plantVersion", "firmId", least, most, objective, "toldAt"
         from json_to_recordset($1::json) as h("planId" uuid, "plantId" uuid, "plantVersion" int, "firmId" uuid,
              least numeric, most numeric, objective text, "toldAt" timestamptz)
           on conflict do nothing`,
      [JSON.stringify(hints)],
    );
  }

  /** The latest of each of these plants. */
  hintsOn(plantIds: readonly string[]): Promise<PlantHintRow[]> {
    return this.manager.query<PlantHintRow[]>(
      `select distinct on (plant_id) plan_id as "planId", plant_id as "plantId", plant_version as "plantVersion",
              firm_id as "firmId", least::text, most::text, objective, told_at as "toldAt"
         from plan_plant_hint where plant_id = any($1::uuid[]) order by plant_id, told_at desc`,
      [plantIds],
    );
  }
}

const valuesOf = ({ treatment, materialCodes, capacityTonnes, costNokPerTonne }: PlantTerms) =>
  [treatment, materialCodes, capacityTonnes.toFixed(), costNokPerTonne.toFixed()] as const;

const plantOf = (row: ReadRow): TreatmentPlantRow => ({
  id: row.id,
  firmId: row.firmId,
  siteId: row.siteId,
  version: row.version,
  listedAt: row.listedAt,
  terms: {
    treatment: row.treatment,
    materialCodes: row.materialCodes,
    capacityTonnes: new Decimal(row.capacityTonnes),
    costNokPerTonne: new Decimal(row.costNokPerTonne),
  },
});

const placeOf = ({ latitude, longitude, radiusKm, region }: PlacedReadRow): Place => ({
  latitude,
  longitude,
  radiusKm,
  region,
});
