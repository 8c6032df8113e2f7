import { randomUUID } from 'node:crypto';
import type { FirmRole } from '#domain';
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
  /** Of the stranger's firm; ends its own sign-in. */
  readonly leaver: Visitor;
  /** People whose every word is a canary. */
  readonly victimPersonIds: readonly string[];
}

const PASSWORD = 'a password for the probe';
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
  stranger: { cluster: 'elsewhere', naceCode: '23.51', sites: 1, role: 'buyer' },
};
const VICTIMS: readonly FirmName[] = ['hidden', 'open'];

/** Enters clusters, firms and people as the installation does, and signs the people in. */
export async function enterCast(databaseUrl: string, url: string, mint: Mint): Promise<Cast> {
  const store = await Store.open(databaseUrl, 3);
  try {
    const { registry } = await Market.open(store);
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
    const entry = new Entry(registry, clusters, url, mint);
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

class Entry {
  constructor(
    private readonly registry: Market['registry'],
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
    await this.registry.addFirm(SYSTEM, {
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
    const [owner, opener, colleague] = [
      await this.person('owner', { firm: 'hidden', firmId: firms.hidden.id }),
      await this.person('owner', { firm: 'open', firmId: firms.open.id }),
      await this.person('owner', { firm: 'hidden', firmId: firms.hidden.id }),
    ];
    const traders = await Promise.all(
      (['partner', 'suitor', 'suitorElsewhere', 'neighbour', 'stranger'] as const).map((name) =>
        this.person(name, { firm: name, firmId: firms[name].id }),
      ),
    );
    const leaver = await this.person('stranger', { firm: 'stranger', firmId: firms.stranger.id });
    const watchers = [
      await this.person('staff', { clusterId: clusters.here, role: 'cluster_staff' }),
      await this.person('staffElsewhere', { clusterId: clusters.elsewhere, role: 'cluster_staff' }),
      await this.person('auditor', { clusterId: clusters.here, role: 'auditor' }),
    ];
    return {
      firms,
      clusters,
      identities: [owner, ...traders, ...watchers, this.anonymous()],
      opener: opener.visitor,
      leaver: leaver.visitor,
      victimPersonIds: [owner, opener, colleague].flatMap(({ personId }) => personId ?? []),
    };
  }

  private async person(
    name: IdentityName,
    standing:
      | { readonly firm: FirmName; readonly firmId: string }
      | { readonly clusterId: string; readonly role: 'cluster_staff' | 'auditor' },
  ): Promise<Identity> {
    const { mint } = this;
    const guarded = name === 'owner';
    const id = randomUUID();
    const email = `${guarded ? mint.word('mail') : id}@probe.example`;
    const isFirm = 'firmId' in standing;
    await this.registry.addPerson(SYSTEM, {
      id,
      name: guarded ? mint.word('person') : `Person ${name}`,
      email: email.toLowerCase(),
      password: PASSWORD,
      firms: isFirm ? [{ firmId: standing.firmId, role: FIRMS[standing.firm].role }] : [],
      clusters: isFirm ? [] : [standing],
    });
    const person = { email: email.toLowerCase(), password: PASSWORD };
    return {
      name,
      visitor: await Visitor.signedIn(this.url, person, guarded ? mint.word('agent') : 'probe'),
      personId: id,
      firmId: isFirm ? standing.firmId : undefined,
      clusterIds: [isFirm ? this.clusters[FIRMS[standing.firm].cluster] : standing.clusterId],
      role: isFirm ? 'firm' : standing.role,
    };
  }

  private anonymous(): Identity {
    const visitor = Visitor.anonymous(this.url);
    return {
      name: 'anonymous',
      visitor,
      personId: undefined,
      firmId: undefined,
      clusterIds: [],
      role: undefined,
    };
  }
}
