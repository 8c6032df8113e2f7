import { randomUUID } from 'node:crypto';
import type { Actor, FirmRole } from '#domain';
import { Market, SYSTEM } from '#market';
import { Store } from '#store';
import type { Mint } from './mint.js';
import { Visitor } from './visitor.js';

export type ClusterName = 'here' | 'elsewhere';
export type FirmName =
  'hidden' | 'open' | 'partner' | 'suitor' | 'suitorElsewhere' | 'neighbour' | 'stranger';

/** Who the probe asks as. */
export type IdentityName =
  | 'owner'
  | 'partner'
  | 'suitor'
  | 'suitorElsewhere'
  | 'neighbour'
  | 'stranger'
  | 'actingElsewhere'
  | 'partnerKey'
  | 'strangerKey'
  | 'staff'
  | 'staffElsewhere'
  | 'auditor'
  | 'anonymous';

export interface Identity {
  readonly name: IdentityName;
  readonly visitor: Visitor;
  readonly personId: string | undefined;
  readonly firmId: string | undefined;
  readonly clusterIds: readonly string[];
  readonly role: 'firm' | 'cluster_staff' | 'auditor' | undefined;
  /** Firms that it could act for: it is told their names and sites, and may leave them. */
  readonly memberOf: readonly string[];
  /** Firms and clusters of which it says who takes part. */
  readonly manages: readonly string[];
}

export interface CastFirm {
  readonly id: string;
  readonly name: string;
  readonly siteIds: readonly string[];
}

export interface Cast {
  readonly firms: Readonly<Record<FirmName, CastFirm>>;
  readonly clusters: Readonly<Record<ClusterName, string>>;
  /** Everybody that asks. */
  readonly identities: readonly Identity[];
  /** Acts for the firm whose listings are open; its words are guarded too. */
  readonly opener: Visitor;
  /** Says who takes part in the firm whose listings are hidden. */
  readonly administrator: Visitor;
  /** Manages the webhooks of the partner's firm. */
  readonly partnerAdministrator: Visitor;
  /** Of the stranger's firm; leaves it and ends its own sign-in. */
  readonly leaver: Visitor;
  /** Of the hidden firm and of the stranger's: the sign-in acts for the first, and asks for the second. */
  readonly double: Visitor;
  /** Not signed in. */
  readonly nobody: Visitor;
  /** People whose every word is a canary. */
  readonly victimPersonIds: readonly string[];
}

export const PASSWORD = 'a password for the probe';
/** Kongsvinger: near enough to each other that all may match. */
const HERE = { municipalityNumber: '3401', latitude: 60.19, longitude: 12.0 };

interface FirmSketch {
  readonly cluster: ClusterName;
  readonly naceCode: string;
  readonly sites: number;
  /** In which its person asks. */
  readonly role: FirmRole;
}

const FIRMS: Readonly<Record<FirmName, FirmSketch>> = {
  hidden: { cluster: 'here', naceCode: '16.10', sites: 4, role: 'plant_manager' },
  open: { cluster: 'here', naceCode: '16.10', sites: 2, role: 'plant_manager' },
  partner: { cluster: 'here', naceCode: '35.30', sites: 1, role: 'buyer' },
  suitor: { cluster: 'here', naceCode: '35.30', sites: 2, role: 'plant_manager' },
  suitorElsewhere: { cluster: 'elsewhere', naceCode: '35.30', sites: 1, role: 'buyer' },
  neighbour: { cluster: 'here', naceCode: '23.51', sites: 1, role: 'firm_admin' },
  stranger: { cluster: 'elsewhere', naceCode: '23.51', sites: 1, role: 'firm_admin' },
};
const VICTIMS: readonly FirmName[] = ['hidden', 'open'];

/** Enters clusters, firms and people as the installation does, and signs the people in. */
export async function enterCast(databaseUrl: string, url: string, mint: Mint): Promise<Cast> {
  const store = await Store.open(databaseUrl, 3);
  try {
    const { registry, apiKeys } = await Market.open(store);
    const clusters = { here: randomUUID(), elsewhere: randomUUID() };
    for (const [name, id] of Object.entries(clusters)) {
      await registry.addCluster(SYSTEM, {
        id,
        name: `Cluster ${name}`,
        slug: name,
        demo: false,
        goals: [goal()],
      });
    }
    const entry = new Entry({ registry, apiKeys }, clusters, url, mint);
    const firms = Object.fromEntries(
      await Promise.all(
        (Object.keys(FIRMS) as FirmName[]).map(async (name) => [name, await entry.firm(name)]),
      ),
    ) as Record<FirmName, CastFirm>;
    return await entry.cast(firms);
  } finally {
    await store.close();
  }
}

const goal = () => ({
  id: randomUUID(),
  name: 'Less waste',
  figure: 'materialMoved' as const,
  change: '0.2',
  baseline: '1000',
  unit: 't',
  dueOn: '2030-12-31',
  scope: 'all firms',
});

/** One firm in which a person takes part; the first is acted for. */
interface Place {
  readonly firm: FirmName;
  readonly firmId: string;
  readonly role: FirmRole;
}

class Entry {
  constructor(
    private readonly market: Pick<Market, 'registry' | 'apiKeys'>,
    private readonly clusters: Readonly<Record<ClusterName, string>>,
    private readonly url: string,
    private readonly mint: Mint,
  ) {}

  async firm(name: FirmName): Promise<CastFirm> {
    const { mint } = this;
    const { cluster, naceCode, sites } = FIRMS[name];
    const id = randomUUID();
    const guarded = VICTIMS.includes(name);
    const places = Array.from({ length: sites }, (_, at) => ({
      ...HERE,
      id: randomUUID(),
      name: `Works ${at + 1}`,
      ...(guarded && {
        name: mint.word('site'),
        latitude: mint.number(601, 2),
        longitude: mint.number(120, 2),
        radiusKm: mint.number(2, 0),
      }),
    }));
    const called = guarded ? mint.word('firm') : `Firm ${name}`;
    await this.market.registry.addFirm(SYSTEM, {
      id,
      name: called,
      orgNumber: guarded ? mint.orgNumber() : undefined,
      naceCode,
      demo: false,
      clusterIds: [this.clusters[cluster]],
      sites: places,
    });
    return { id, name: called, siteIds: places.map((one) => one.id) };
  }

  async cast(firms: Readonly<Record<FirmName, CastFirm>>): Promise<Cast> {
    const { clusters } = this;
    const inFirm = (name: IdentityName, firm: FirmName, role = FIRMS[firm].role): Promise<Identity> =>
      this.person(name, { firms: [{ firm, firmId: firms[firm].id, role }] });
    const [owner, opener, administrator] = [
      await inFirm('owner', 'hidden'),
      await inFirm('owner', 'open'),
      await inFirm('owner', 'hidden', 'firm_admin'),
    ];
    const traders = await Promise.all(
      (['partner', 'suitor', 'suitorElsewhere', 'neighbour', 'stranger'] as const).map((name) =>
        inFirm(name, name),
      ),
    );
    const partnerAdministrator = await inFirm('partner', 'partner', 'firm_admin');
    const leaver = await inFirm('stranger', 'stranger');
    const both = (['stranger', 'hidden'] as const).map((firm) => ({
      firm,
      firmId: firms[firm].id,
      role: 'plant_manager' as const,
    }));
    const double = await this.person('actingElsewhere', { firms: both });
    const watchers = [
      await this.person('staff', { clusterId: clusters.here, role: 'cluster_staff' }),
      await this.person('staffElsewhere', { clusterId: clusters.elsewhere, role: 'cluster_staff' }),
      await this.person('auditor', { clusterId: clusters.here, role: 'auditor' }),
    ];
    const programs = [
      await this.program('partnerKey', 'partner', firms.partner.id),
      await this.program('strangerKey', 'stranger', firms.stranger.id),
    ];
    const actingElsewhere = { ...double, visitor: double.visitor.actingFor(firms.stranger.id) };
    return {
      firms,
      clusters,
      identities: [owner, ...traders, actingElsewhere, ...programs, ...watchers, this.anonymous()],
      opener: opener.visitor,
      administrator: administrator.visitor,
      partnerAdministrator: partnerAdministrator.visitor,
      leaver: leaver.visitor,
      double: double.visitor,
      nobody: Visitor.anonymous(this.url),
      victimPersonIds: [owner, opener, administrator].flatMap(({ personId }) => personId ?? []),
    };
  }

  private async person(
    name: IdentityName,
    standing:
      | { readonly firms: readonly Place[] }
      | { readonly clusterId: string; readonly role: 'cluster_staff' | 'auditor' },
  ): Promise<Identity> {
    const { mint } = this;
    const guarded = name === 'owner';
    const id = randomUUID();
    const email = `${guarded ? mint.word('mail') : id}@probe.example`.toLowerCase();
    const firms = 'firms' in standing ? standing.firms : [];
    await this.market.registry.addPerson(SYSTEM, {
      id,
      name: guarded ? mint.word('person') : `Person ${name}`,
      email,
      password: PASSWORD,
      firms: firms.map(({ firmId, role }) => ({ firmId, role })),
      clusters: 'firms' in standing ? [] : [standing],
    });
    const person = { email, password: PASSWORD };
    const visitor = await Visitor.signedIn(this.url, person, guarded ? mint.word('agent') : 'probe');
    const identity = { name, visitor, personId: id, memberOf: firms.map(({ firmId }) => firmId) };
    if (!('firms' in standing)) {
      const { clusterId, role } = standing;
      const manages = role === 'cluster_staff' ? [clusterId] : [];
      return { ...identity, firmId: undefined, clusterIds: [clusterId], role, manages };
    }
    const manages = firms.filter(({ role }) => role === 'firm_admin').map(({ firmId }) => firmId);
    return { ...identity, ...this.inFirm(firms[0]), manages };
  }

  /** May do all for its firm that a key may, but read the figures of clusters. */
  private async program(name: IdentityName, firm: FirmName, firmId: string): Promise<Identity> {
    const { role, clusterIds } = this.inFirm({ firm, firmId, role: 'firm_admin' });
    const maker: Actor = {
      personId: 'system',
      name: 'Bistrøm',
      firms: [{ firmId, role: 'firm_admin', clusterIds }],
      clusters: [],
    };
    const expiresAt = new Date(Date.now() + 86_400_000);
    const terms = { name: `Program ${name}`, scopes: ['read', 'list', 'trade'] as const, expiresAt };
    const made = await this.market.apiKeys.make(maker, terms, true);
    if (!made.ok) throw new Error(`${name} was not made: ${JSON.stringify(made.refusal)}`);
    const { key, secret = '' } = made.value;
    const visitor = Visitor.withKey(this.url, secret);
    return { name, visitor, personId: key.id, firmId, clusterIds, role, memberOf: [firmId], manages: [] };
  }

  /** As what somebody acts for the firm. */
  private inFirm(
    place: Place | undefined,
  ): Pick<Identity, 'firmId' | 'clusterIds'> & { readonly role: 'firm' } {
    const clusterIds = place === undefined ? [] : [this.clusters[FIRMS[place.firm].cluster]];
    return { firmId: place?.firmId, clusterIds, role: 'firm' };
  }

  private anonymous(): Identity {
    return {
      name: 'anonymous',
      visitor: Visitor.anonymous(this.url),
      personId: undefined,
      firmId: undefined,
      clusterIds: [],
      role: undefined,
      memberOf: [],
      manages: [],
    };
  }
}
