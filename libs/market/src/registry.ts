import { randomBytes, randomUUID } from 'node:crypto';
import {
  actingFor,
  Decimal,
  isOrgNumber,
  type Actor,
  type ClusterRole,
  type Day,
  type FirmRole,
  type GoalFigure,
} from '#domain';
import type { NewPerson } from '#store';
import { mustRun } from './permit.js';
import { today, type Setting } from './setting.js';

export interface NewCluster {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly demo: boolean;
  readonly goals: readonly {
    readonly id: string;
    readonly name: string;
    readonly figure: GoalFigure;
    /** Wished part of the baseline, 0.2 for 20 %. */
    readonly change: string;
    readonly baseline: string;
    readonly baselineYear?: number | undefined;
    readonly unit: string;
    readonly dueOn: Day;
    readonly scope: string;
  }[];
}

export interface NewFirm {
  readonly id: string;
  readonly name: string;
  readonly orgNumber?: string | undefined;
  /** NACE Rev. 2 class, such as 16.10. */
  readonly naceCode: string;
  readonly demo: boolean;
  readonly clusterIds: readonly string[];
  readonly sites: readonly {
    readonly id: string;
    readonly name: string;
    /** Norway only. */
    readonly municipalityNumber?: string | undefined;
    /** ISO 3166 alpha-2; Norway when nothing is said. */
    readonly country?: string | undefined;
    readonly latitude: number;
    readonly longitude: number;
    /** How well the position is known, km; the very spot when nothing is said. */
    readonly radiusKm?: number | undefined;
    readonly quay?: boolean | undefined;
    readonly railSiding?: boolean | undefined;
  }[];
}

export interface NewMember extends NewPerson {
  readonly firms: readonly { readonly firmId: string; readonly role: FirmRole }[];
  readonly clusters: readonly { readonly clusterId: string; readonly role: ClusterRole }[];
}

/** Who takes part: clusters, firms and people as the installation enters them. */
export class RegistryService {
  constructor(private readonly setting: Setting) {}

  addCluster(actor: Actor, { goals, ...cluster }: NewCluster): Promise<void> {
    mustRun(actor);
    return this.setting.store.transaction(actor, async (tx) => {
      await tx.firms.insertCluster(cluster);
      for (const { baselineYear = null, ...goal } of goals)
        await tx.goals.insert({
          ...goal,
          clusterId: cluster.id,
          firmId: null,
          change: new Decimal(goal.change),
          baseline: new Decimal(goal.baseline),
          baselineYear,
          setBy: null,
          setAt: this.setting.clock(),
          replaces: null,
        });
    });
  }

  /** @throws Error when the organisation number is none */
  addFirm(actor: Actor, { clusterIds, sites, ...firm }: NewFirm): Promise<void> {
    mustRun(actor);
    if (firm.orgNumber !== undefined && !isOrgNumber(firm.orgNumber))
      throw new Error(`${firm.orgNumber} is no organisation number: nine digits, the last a check digit.`);
    const row = { ...firm, orgNumber: firm.orgNumber ?? null, division: firm.naceCode.slice(0, 2) };
    return this.setting.store.transaction(actor, (tx) =>
      tx.firms.insertFirm(
        row,
        clusterIds,
        sites.map(({ municipalityNumber, country, radiusKm, quay, railSiding, ...site }) => ({
          ...site,
          firmId: firm.id,
          municipalityNumber: municipalityNumber ?? null,
          country: country ?? 'NO',
          radiusKm: radiusKm ?? 0,
          quay: quay ?? null,
          railSiding: railSiding ?? null,
        })),
      ),
    );
  }

  addPerson(actor: Actor, { firms, clusters, ...person }: NewMember): Promise<void> {
    mustRun(actor);
    return this.setting.store.transaction(actor, async (tx) => {
      await tx.people.insert(person);
      for (const one of firms) await tx.firms.insertPersonFirm({ ...one, personId: person.id });
      for (const [position, one] of clusters.entries()) {
        await tx.firms.insertPersonCluster({ ...one, personId: person.id, position });
      }
    });
  }

  setPassword(actor: Actor, personId: string, password: string): Promise<void> {
    mustRun(actor);
    return this.setting.store.transaction(actor, (tx) => tx.people.setPassword(personId, password));
  }

  /** A person as the actor of the use cases, acting for the first of his or her firms by name. */
  async actor(personId: string, name: string): Promise<Actor> {
    const nobody: Actor = { personId, name, firms: [], clusters: [] };
    const everything = await this.setting.store.read(nobody, (tx) => tx.firms.actor(personId, name));
    return actingFor(everything) ?? everything;
  }

  /** A fact about the installation, such as the day its demo was made. */
  mark(actor: Actor, name: string): Promise<string | undefined> {
    mustRun(actor);
    return this.setting.store.read(actor, (tx) => tx.marks.get(name));
  }

  setMark(actor: Actor, name: string, value: string): Promise<void> {
    mustRun(actor);
    return this.setting.store.transaction(actor, (tx) => tx.marks.set(name, value));
  }

  /** Names this installation, so that several of them can share one Redis without taking each other's jobs. */
  installation(actor: Actor): Promise<string> {
    mustRun(actor);
    return this.setting.store.transaction(actor, (tx) => tx.marks.first('installation', randomUUID()));
  }

  /** Signs the sessions of every api of this installation; made once, kept in its database. */
  sessionSecret(actor: Actor): Promise<string> {
    mustRun(actor);
    const fresh = randomBytes(48).toString('base64url');
    return this.setting.store.transaction(actor, (tx) => tx.marks.first('session-secret', fresh));
  }

  today(): Day {
    return today(this.setting);
  }
}
