import {
  can,
  foldPlaceFlows,
  plain,
  spanOf,
  type Actor,
  type DaySpan,
  type ExchangeEnds,
  type PlaceFlow,
  type Side,
} from '#domain';
import type { SiteStreamRow, Tx } from '#store';
import { countingOfCluster } from './counting.js';
import { recordLook } from './figures.js';
import { today, type Setting } from './setting.js';
import { municipalityView, siteView, type MunicipalityView, type SiteView } from './views.js';
import { worksFor } from './workbench.js';

/** What was delivered from one municipality to another, of one family of materials; an end abroad is undefined. */
export interface PlaceFlowView {
  readonly from: MunicipalityView | undefined;
  readonly to: MunicipalityView | undefined;
  /** Root of the family. */
  readonly branch: string;
  readonly unit: string;
  readonly value: string;
  readonly exchanges: number;
}

/** What is on the market at a site, of one family of materials. */
export interface SiteStreamView {
  readonly branch: string;
  readonly side: Side;
  readonly count: number;
}

export interface ClusterSiteView {
  readonly site: SiteView;
  readonly firm: { readonly id: string; readonly name: string };
  readonly municipality: MunicipalityView | undefined;
  readonly streams: readonly SiteStreamView[];
}

type Municipalities = ReadonlyMap<string, MunicipalityView>;

/** What lies where in a cluster: amounts for its staff and auditors, sites for its staff; each look is recorded. */
export class ClusterMapService {
  constructor(private readonly setting: Setting) {}

  /** The days that are asked for; undefined to who is of no staff and no auditor of the cluster. */
  span(actor: Actor, clusterId: string, from: Date, to: Date): DaySpan | 'no days' | undefined {
    if (!can(actor, { action: 'read exact figures', clusterId })) return undefined;
    return spanOf(from, to) ?? 'no days';
  }

  /** What was delivered, largest first. */
  async flows(actor: Actor, clusterId: string, span: DaySpan): Promise<readonly PlaceFlowView[]> {
    if (!can(actor, { action: 'read exact figures', clusterId })) return [];
    const { rules, store } = this.setting;
    const work = async (tx: Tx): Promise<readonly PlaceFlowView[]> => {
      const counting = await countingOfCluster(tx, rules, { clusterId, basis: 'DELIVERED', span });
      const counted = await counting.countedIn(span);
      const exchanges = counted.map((one) => one.exchange);
      await recordLook(tx, actor, clusterId, span, [
        ...new Set(exchanges.flatMap((one) => [one.giverFirmId, one.takerFirmId])),
      ]);
      const ends: ReadonlyMap<string, ExchangeEnds> =
        exchanges.length === 0 ? new Map() : await tx.entries.endsOf(exchanges);
      const flows = foldPlaceFlows(counted, ends, rules.materials);
      const places = await municipalitiesOf(
        tx,
        flows.flatMap(({ from, to }) => [from, to]),
      );
      return flows.map((flow) => flowView(flow, places));
    };
    return store.transaction(actor, work, 'bistrom_figures');
  }

  /** Sites with something on the market, by firm and name, as their listings tell them to staff; undefined to all others. */
  async sites(actor: Actor, clusterId: string): Promise<readonly ClusterSiteView[] | undefined> {
    if (!worksFor(actor, clusterId)) return undefined;
    const { store } = this.setting;
    const look = { personId: actor.personId, subjectId: clusterId, role: 'cluster_staff', clusterId };
    const rows = await store.transaction(
      actor,
      async (tx) => {
        const found = await tx.workbench.sites(clusterId);
        const firmIds = [...new Set(found.map((row) => row.firmId))];
        const what = `figures sites ${today(this.setting)}`;
        await tx.looks.recordForAll(firmIds, { ...look, what });
        return found;
      },
      'bistrom_workbench',
    );
    return store.read(actor, (tx) => this.sitesOf(tx, rows));
  }

  /** Ids of what is on the market at a site, to be read as any listing is. */
  async listingsAt(
    actor: Actor,
    clusterId: string,
    siteId: string,
    first: number,
  ): Promise<readonly string[]> {
    if (!worksFor(actor, clusterId)) return [];
    const read = (tx: Tx) => tx.workbench.listingsAt(clusterId, siteId, first);
    return this.setting.store.read(actor, read, 'bistrom_workbench');
  }

  private async sitesOf(tx: Tx, rows: readonly SiteStreamRow[]): Promise<readonly ClusterSiteView[]> {
    const sites = await tx.firms.sitesByIds([...new Set(rows.map((row) => row.siteId))]);
    const firms = await tx.firms.byIds([...new Set(rows.map((row) => row.firmId))]);
    const names = new Map(firms.map(({ id, name }) => [id, name]));
    const places = await municipalitiesOf(
      tx,
      rows.map((row) => row.municipality),
    );
    return sites
      .flatMap((site) => {
        const own = rows.filter((row) => row.siteId === site.id);
        const name = names.get(site.firmId);
        if (name === undefined) return [];
        const municipality = places.get(own[0]?.municipality ?? '');
        const firm = { id: site.firmId, name };
        return [{ site: siteView(site), firm, municipality, streams: this.streamsOf(own) }];
      })
      .sort((a, b) => a.firm.name.localeCompare(b.firm.name, 'nb') || a.site.id.localeCompare(b.site.id));
  }

  /** Materials of one family are counted together. */
  private streamsOf(rows: readonly SiteStreamRow[]): readonly SiteStreamView[] {
    const streams = new Map<string, SiteStreamView>();
    for (const { materialCode, side, count } of rows) {
      const branch = this.setting.rules.materials.pathToRoot(materialCode).at(-1) ?? materialCode;
      const key = `${side} ${branch}`;
      streams.set(key, { branch, side, count: count + (streams.get(key)?.count ?? 0) });
    }
    return [...streams.values()];
  }
}

async function municipalitiesOf(
  tx: Tx,
  numbers: readonly (string | null | undefined)[],
): Promise<Municipalities> {
  const known = [...new Set(numbers.filter((one) => typeof one === 'string'))];
  if (known.length === 0) return new Map();
  const rows = await tx.reference.municipalities(known);
  return new Map(rows.map((row) => [row.number, municipalityView(row)]));
}

const flowView = ({ from, to, value, ...rest }: PlaceFlow, places: Municipalities): PlaceFlowView => ({
  ...rest,
  from: places.get(from ?? ''),
  to: places.get(to ?? ''),
  value: plain(value),
});
