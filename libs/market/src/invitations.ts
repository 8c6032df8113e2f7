import { randomUUID } from 'node:crypto';
import {
  emailOf,
  emailProblems,
  firmDraftProblems,
  FIRST_LINK_HOURS,
  INVITATION_HOURS,
  invitationStateOf,
  problem,
  type Actor,
  type ClusterRole,
  type FirmDraft,
  type FirmRole,
  type InvitationState,
  type Language,
} from '#domain';
import type { FirmDraftRow, FirstDraftRow, InvitationFor, InvitationRow, Place, Tx } from '#store';
import { placeNameOf } from './accepting.js';
import { newLinkToken, pageLink } from './link-token.js';
import { queueMail } from './mails.js';
import { logAccess, managedPlace } from './managed.js';
import { once, type Once } from './once.js';
import { conflict, done, invalid, notFound, type Outcome } from './outcome.js';
import { mustRun } from './permit.js';
import type { Setting } from './setting.js';

/** How many may wait for an answer in one firm or cluster: a mistaken program is not to mail the whole country. */
const MOST_OPEN = 50;
/** A hundred days. */
const LISTED_HOURS = 2400;
const MOST_LISTED = 200;
const HOUR_MS = 3_600_000;

export interface InvitationView {
  readonly id: string;
  readonly email: string;
  readonly role: FirmRole | ClusterRole;
  /** Of a firm that is asked to take part. */
  readonly firmName: string | undefined;
  readonly state: InvitationState;
  readonly invitedBy: string | undefined;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
}

interface Addressed {
  readonly email: string;
  readonly language: Language;
  /** Where the page of the installation is: the link leads there. */
  readonly webUrl: string;
}

export interface NewFirmQuestion extends Addressed, FirmDraft {
  readonly clusterId: string;
  readonly municipalityNumber: string;
  /** The very spot; the middle of the municipality when nothing is said. */
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  /** What was said of it: told to it once it takes part. */
  readonly hintIds?: readonly string[] | undefined;
}

/** Invites people into firms and clusters, and firms into clusters. How they accept: `accepting.ts`. */
export class InvitationsService {
  constructor(private readonly setting: Setting) {}

  /** A colleague into the firm acted for. */
  invitePerson(
    actor: Actor,
    question: Addressed & { readonly role: FirmRole },
    idempotencyKey?: string,
  ): Promise<Outcome<InvitationView>> {
    const call = { operation: 'invitePerson', key: idempotencyKey };
    return this.invite(actor, undefined, question, call, (email, place) =>
      Promise.resolve(
        'firmId' in place
          ? done({ kind: 'firm', email, firmId: place.firmId, role: question.role })
          : notFound('firm'),
      ),
    );
  }

  /** Staff or an auditor into a cluster. */
  inviteStaff(
    actor: Actor,
    question: Addressed & { readonly clusterId: string; readonly role: ClusterRole },
    idempotencyKey?: string,
  ): Promise<Outcome<InvitationView>> {
    const { clusterId, role } = question;
    const call = { operation: 'inviteStaff', key: idempotencyKey };
    return this.invite(actor, clusterId, question, call, (email) =>
      Promise.resolve(done({ kind: 'cluster', email, clusterId, role })),
    );
  }

  /** A firm into a cluster, by the person who will administer it; it takes part once that person accepts. */
  inviteFirm(
    actor: Actor,
    question: NewFirmQuestion,
    idempotencyKey?: string,
  ): Promise<Outcome<InvitationView>> {
    const { clusterId } = question;
    const call = { operation: 'inviteFirm', key: idempotencyKey };
    return this.invite(actor, clusterId, question, call, async (email, _place, tx) => {
      const draft = await draftOf(tx, question);
      if (!draft.ok) return draft;
      const { hintIds = [] } = question;
      const refused = await useHints(tx, clusterId, hintIds);
      const named = { ...draft.value, ...(hintIds.length === 0 ? {} : { hintIds }) };
      return refused ?? done({ kind: 'new firm', email, clusterId, role: 'firm_admin', draft: named });
    });
  }

  /** Of the firm acted for or of a cluster, newest first. */
  async list(actor: Actor, clusterId?: string): Promise<Outcome<readonly InvitationView[]>> {
    const place = managedPlace(actor, clusterId);
    if (!place.ok) return place;
    const since = new Date(this.setting.clock().getTime() - LISTED_HOURS * HOUR_MS);
    const rows = await this.setting.store.read(
      actor,
      (tx) => tx.invitations.ofPlace(place.value, since, MOST_LISTED),
      'bistrom_members',
    );
    return done(rows.map((row) => this.view(row)));
  }

  revoke(actor: Actor, id: string, idempotencyKey?: string): Promise<Outcome<InvitationView>> {
    return this.setting.store.transaction(
      actor,
      async (tx) => {
        const managed = await managedInvitation(tx, actor, id);
        if (!managed.ok) return managed;
        const { row, place } = managed.value;
        const call = { operation: 'revokeInvitation', key: idempotencyKey, input: { place, id } };
        const revoked = await once(tx, actor, call, async () => {
          const { state } = this.view(row);
          if (state !== 'OPEN') return conflict(`The invitation is ${state} already.`);
          await tx.invitations.revoke(id, this.setting.clock());
          const what = { place, kind: 'INVITATION_REVOKED', by: actor.personId } as const;
          await logAccess(tx, { ...what, subject: emailIn(row), role: row.role });
          return done({ invitationId: id });
        });
        if (!revoked.ok) return revoked;
        return done(this.view((await tx.invitations.lock(id)) ?? row));
      },
      'bistrom_members',
    );
  }

  /**
   * A link that makes the first cluster and its staff account; earlier ones end.
   *
   * @param draft what is known already; the rest is asked of who follows the link
   * @param anyway also when people take part already: the operator's own decision
   * @throws Error when people take part already
   */
  firstLink(actor: Actor, draft: FirstDraftRow, webUrl: string, anyway = false): Promise<string> {
    mustRun(actor);
    return this.setting.store.transaction(actor, async (tx) => {
      const now = this.setting.clock();
      await tx.invitations.replaceFirst(now);
      if (!anyway && (await tx.people.isAnybody())) {
        throw new Error(
          'People take part here already: they invite others. To make a link all the same, say --anyway.',
        );
      }
      return this.writeFirst(tx, draft, webUrl, now);
    });
  }

  /** The same, once, where nothing and nobody has been entered yet; undefined elsewhere, and where a link is out already. */
  firstLinkWhenEmpty(actor: Actor, webUrl: string): Promise<string | undefined> {
    mustRun(actor);
    return this.setting.store.transaction(actor, async (tx) => {
      const now = this.setting.clock();
      if ((await tx.people.isAnybody()) || (await tx.firms.clusterIds()).length > 0) return undefined;
      await tx.invitations.lockFirst();
      return (await tx.invitations.hasOpenFirst(now)) ? undefined : this.writeFirst(tx, {}, webUrl, now);
    });
  }

  private async writeFirst(tx: Tx, draft: FirstDraftRow, webUrl: string, now: Date): Promise<string> {
    const { token, tokenHash } = newLinkToken();
    const what = { kind: 'first', role: 'cluster_staff', draft } as const;
    const expiresAt = new Date(now.getTime() + FIRST_LINK_HOURS * HOUR_MS);
    const id = randomUUID();
    await tx.invitations.insert({ ...what, id, tokenHash, invitedBy: 'system', invitedAt: now, expiresAt });
    return pageLink(webUrl, 'invitation', token);
  }

  private invite(
    actor: Actor,
    clusterId: string | undefined,
    question: Addressed,
    call: Pick<Once, 'operation' | 'key'>,
    read: (
      email: string,
      place: Place,
      tx: Tx,
    ) => Promise<Outcome<Exclude<InvitationFor, { kind: 'first' }>>>,
  ): Promise<Outcome<InvitationView>> {
    return this.setting.store.transaction(
      actor,
      async (tx) => {
        const place = managedPlace(actor, clusterId);
        if (!place.ok) return place;
        const input = { place: place.value, question };
        const sent = await once(tx, actor, { ...call, input }, async () => {
          const email = emailOf(question.email);
          const problems = emailProblems(email, 'input.email');
          if (problems.length > 0) return invalid(problems);
          const what = await read(email, place.value, tx);
          if (!what.ok) return what;
          const now = this.setting.clock();
          await tx.invitations.replace(place.value, email, now);
          if ((await tx.invitations.openOf(place.value, now)) >= MOST_OPEN)
            return conflict(`${MOST_OPEN} invitations wait for an answer; revoke some first.`);
          return done(await this.write(tx, actor, place.value, what.value, question, now));
        });
        const row = sent.ok ? await tx.invitations.lock(sent.value.invitationId) : undefined;
        if (!sent.ok) return sent;
        return row === undefined ? notFound('invitation') : done(this.view(row));
      },
      'bistrom_members',
    );
  }

  /** The same for an address that has an account and one that has none: who invites learns nothing of it. */
  private async write(
    tx: Tx,
    actor: Actor,
    place: Place,
    what: Exclude<InvitationFor, { kind: 'first' }>,
    { language, webUrl }: Addressed,
    now: Date,
  ): Promise<{ readonly invitationId: string }> {
    const { token, tokenHash } = newLinkToken();
    const expiresAt = new Date(now.getTime() + INVITATION_HOURS * HOUR_MS);
    const row = { ...what, id: randomUUID(), invitedBy: actor.personId, invitedAt: now, expiresAt };
    await tx.invitations.insert({ ...row, tokenHash });
    const { email: subject, role } = what;
    await logAccess(tx, { place, kind: 'INVITED', by: actor.personId, subject, role });
    const organisation = await placeNameOf(tx, what);
    const link = pageLink(webUrl, 'invitation', token);
    await queueMail(tx, {
      to: subject,
      language,
      mail: { kind: 'invitation', link, organisation, invitedBy: actor.name, role },
    });
    return { invitationId: row.id };
  }

  private view(row: InvitationRow): InvitationView {
    return {
      id: row.id,
      email: emailIn(row),
      role: row.role,
      firmName: row.kind === 'new firm' ? row.draft.name : undefined,
      state: invitationStateOf(row, this.setting.clock()),
      invitedBy: row.inviter ?? undefined,
      invitedAt: row.invitedAt,
      expiresAt: row.expiresAt,
    };
  }
}

const emailIn = (row: InvitationFor): string => (row.kind === 'first' ? '' : row.email);

const placeOf = (row: InvitationFor): Place | undefined => {
  if (row.kind === 'first') return undefined;
  return row.kind === 'firm' ? { firmId: row.firmId } : { clusterId: row.clusterId };
};

/** Hints of the cluster that nobody is asked about yet; the address that stood with them has served. */
async function useHints(
  tx: Tx,
  clusterId: string,
  ids: readonly string[],
): Promise<Outcome<never> | undefined> {
  const found = new Map((await tx.hints.byIds(ids)).map((one) => [one.id, one]));
  const isOpen = (id: string): boolean =>
    found.get(id)?.clusterId === clusterId && found.get(id)?.state === 'UNCLAIMED';
  const wrong = ids.findIndex((id) => !isOpen(id));
  if (wrong >= 0) return invalid([problem(`input.hintIds.${wrong}`, 'Name unclaimed hints of the cluster.')]);
  await tx.hints.forgetContacts(ids);
  return undefined;
}

async function draftOf(tx: Tx, question: NewFirmQuestion): Promise<Outcome<FirmDraftRow>> {
  const { name, naceCode, siteName, municipalityNumber, latitude, longitude } = question;
  const orgNumber = question.orgNumber.replaceAll(/\s/g, '');
  const wrong = firmDraftProblems({ name, orgNumber, naceCode, siteName });
  if (wrong.length > 0) return invalid(wrong);
  const municipality = /^\d{4}$/.test(municipalityNumber)
    ? await tx.reference.municipality(municipalityNumber)
    : null;
  if (municipality === null)
    return invalid([
      problem('input.municipalityNumber', 'Four digits of a Norwegian municipality, such as 3401.'),
    ]);
  if (!(await tx.reference.hasIndustry(naceCode)))
    return invalid([problem('input.naceCode', 'There is no such code in NACE Rev. 2.')]);
  const at = placeOfSite(municipality, latitude, longitude);
  if (at === undefined)
    return invalid([
      problem('input.latitude', 'Latitude (-90 to 90) and longitude (-180 to 180), or neither.'),
    ]);
  return done({
    name: name.trim(),
    orgNumber,
    naceCode,
    siteName: siteName.trim(),
    municipalityNumber,
    ...at,
  });
}

/** An invitation into a place that the actor manages; whose it is otherwise is not told. */
async function managedInvitation(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly row: InvitationRow; readonly place: Place }>> {
  const row = await tx.invitations.lock(id);
  const place = row && placeOf(row);
  if (row === undefined || place === undefined) return notFound('invitation');
  const known = 'firmId' in place ? actor.firms[0]?.firmId === place.firmId : true;
  const managed = managedPlace(actor, 'clusterId' in place ? place.clusterId : undefined);
  if (!known || (!managed.ok && managed.refusal.kind === 'not_found')) return notFound('invitation');
  return managed.ok ? done({ row, place }) : managed;
}

function placeOfSite(
  municipality: { readonly latitude: number; readonly longitude: number },
  latitude: number | undefined,
  longitude: number | undefined,
) {
  if (latitude === undefined && longitude === undefined)
    return { latitude: municipality.latitude, longitude: municipality.longitude, radiusKm: MUNICIPALITY_KM };
  if (latitude === undefined || longitude === undefined) return undefined;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
    ? { latitude, longitude, radiusKm: 0 }
    : undefined;
}

/** The middle of a municipality says no more of where a plant is: half the breadth of a common one. */
const MUNICIPALITY_KM = 15;
