import type { Actor, ClusterMembership, FirmMembership } from '#domain';
import { In, type EntityManager } from 'typeorm';
import {
  ClusterRow,
  FirmClusterRow,
  FirmRow,
  PersonClusterRow,
  PersonFirmRow,
  SiteRow,
} from '../entities/firm.entity.js';

export interface ClusterFirmRow {
  readonly id: string;
  readonly name: string;
  readonly letsStaffEdit: boolean;
  readonly letsStaffDraft: boolean;
}

export class Firms {
  constructor(private readonly manager: EntityManager) {}

  async byIds(ids: readonly string[]): Promise<FirmRow[]> {
    const rows = await this.manager.findBy(FirmRow, { id: In([...ids]) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  site(id: string): Promise<SiteRow | null> {
    return this.manager.findOneBy(SiteRow, { id });
  }

  sitesByIds(ids: readonly string[]): Promise<SiteRow[]> {
    return this.manager.findBy(SiteRow, { id: In([...ids]) });
  }

  sitesOf(firmId: string): Promise<SiteRow[]> {
    return this.manager
      .createQueryBuilder(SiteRow, 'site')
      .where('site.firm_id = :firmId', { firmId })
      .orderBy('site.created_at')
      .addOrderBy('site.id')
      .getMany();
  }

  async clustersByIds(ids: readonly string[]): Promise<ClusterRow[]> {
    const rows = await this.manager.findBy(ClusterRow, { id: In([...ids]) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  clustersBySlug(slug: string): Promise<ClusterRow[]> {
    return this.manager.findBy(ClusterRow, { slug });
  }

  async hasOrgNumber(orgNumber: string): Promise<boolean> {
    return this.manager.existsBy(FirmRow, { orgNumber });
  }

  async hasSlug(slug: string): Promise<boolean> {
    return this.manager.existsBy(ClusterRow, { slug });
  }

  async clusterIds(): Promise<string[]> {
    return (await this.manager.find(ClusterRow, { select: { id: true }, order: { slug: 'ASC' } })).map(
      (row) => row.id,
    );
  }

  /** Those of the firms that are in the cluster. */
  async membersAmong(clusterId: string, firmIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.manager.findBy(FirmClusterRow, { clusterId, firmId: In([...firmIds]) });
    return new Set(rows.map((row) => row.firmId));
  }

  async clusterIdsOf(firmIds: readonly string[]): Promise<string[]> {
    const rows = await this.manager.findBy(FirmClusterRow, { firmId: In([...firmIds]) });
    return [...new Set(rows.map((row) => row.clusterId))].sort();
  }

  /** By name, and what each lets the staff of the cluster do for it. */
  ofCluster(clusterId: string): Promise<ClusterFirmRow[]> {
    return this.manager.query<ClusterFirmRow[]>(
      `select f.id, f.name, f.staff_may_edit as "letsStaffEdit",
              exists (select from draft_permission p where p.firm_id = f.id and p.cluster_id = $1) as "letsStaffDraft"
         from firm f join firm_cluster fc on fc.firm_id = f.id where fc.cluster_id = $1 order by f.name, f.id`,
      [clusterId],
    );
  }

  /** Of the firms that the transaction may see, those that let staff of their clusters keep their listings. */
  async lettingStaffEdit(firmIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.manager.query<{ id: string }[]>(
      'select id from firm where id = any($1::uuid[]) and staff_may_edit',
      [firmIds],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** @returns whether that changed it */
  async letStaffEdit(firmId: string, allowed: boolean): Promise<boolean> {
    const [, changed] = await this.manager.query<[unknown, number]>(
      'update firm set staff_may_edit = $2 where id = $1 and staff_may_edit <> $2',
      [firmId, allowed],
    );
    return changed === 1;
  }

  /** The person as an actor: what he or she may act for, now. */
  async actor(personId: string, name: string): Promise<Actor> {
    const firms = await this.manager.query<FirmMembership[]>(
      `select pf.firm_id as "firmId", pf.role,
              array(select fc.cluster_id::text from firm_cluster fc where fc.firm_id = pf.firm_id) as "clusterIds"
         from person_firm pf join firm f on f.id = pf.firm_id where pf.person_id = $1 order by f.name, f.id`,
      [personId],
    );
    const clusters = await this.manager.query<ClusterMembership[]>(
      `select cluster_id as "clusterId", role from person_cluster where person_id = $1 order by position, cluster_id`,
      [personId],
    );
    return { personId, name, firms, clusters };
  }

  async insertCluster(cluster: ClusterRow): Promise<void> {
    await this.manager.insert(ClusterRow, cluster);
  }

  async insertFirm(firm: FirmRow, clusterIds: readonly string[], sites: readonly SiteRow[]): Promise<void> {
    await this.manager.insert(FirmRow, firm);
    await this.manager.insert(
      FirmClusterRow,
      clusterIds.map((clusterId) => ({ firmId: firm.id, clusterId })),
    );
    for (const site of sites) await this.manager.insert(SiteRow, site);
  }

  async insertPersonFirm(row: PersonFirmRow): Promise<void> {
    await this.manager.query(
      `insert into person_firm (person_id, firm_id, role) values ($1, $2, $3)
       on conflict (person_id, firm_id) do update set role = excluded.role`,
      [row.personId, row.firmId, row.role],
    );
  }

  async deletePersonFirm(personId: string, firmId: string): Promise<void> {
    await this.manager.delete(PersonFirmRow, { personId, firmId });
  }

  async insertPersonCluster(row: PersonClusterRow): Promise<void> {
    await this.manager.upsert(PersonClusterRow, row, ['personId', 'clusterId']);
  }

  async deletePersonCluster(personId: string, clusterId: string): Promise<void> {
    await this.manager.delete(PersonClusterRow, { personId, clusterId });
  }
}
