import { randomUUID } from 'node:crypto';
import {
  emailOf,
  emailProblems,
  invitationStateOf,
  nameProblems,
  passwordProblems,
  slugProblems,
  SYSTEM,
  type Actor,
  type ClusterRole,
  type FirmRole,
  type Problem,
} from '#domain';
import type { InvitationFor, InvitationRow, Place, Tx } from '#store';
import { hashOf, isLinkToken } from './link-token.js';
import { logAccess } from './managed.js';
import { conflict, done, invalid, notFound, type Outcome } from './outcome.js';
import type { Setting } from './setting.js';

/** What the page of an invitation shows to whoever holds its link. */
export interface InvitationPreview {
  /** 'first' asks for a cluster and an address as well. */
  readonly kind: InvitationFor['kind'];
  readonly organisation: string | undefined;
  readonly role: FirmRole | ClusterRole;
  readonly email: string | undefined;
  /** Then it is accepted by signing in, not by a new password. */
  readonly hasAccount: boolean;
  readonly personName: string | undefined;
  readonly slug: string | undefined;
  readonly expiresAt: Date;
}

export interface Joined {
  readonly organisation: string;
  readonly role: FirmRole | ClusterRole;
}

export interface FirstAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly clusterName: string;
  readonly slug: string;
}

type Open = Exclude<InvitationRow, { kind: 'first' }>;

/**
 * How invitations are accepted. One that is unknown, expired, used or revoked is not found, whichever it is: who tries
 * links out learns nothing from them.
 */
export class AcceptanceService {
  constructor(private readonly setting: Setting) {}

  /** Undefined where nothing can be accepted. */
  preview(token: string): Promise<InvitationPreview | undefined> {
    if (!isLinkToken(token)) return Promise.resolve(undefined);
    return this.setting.store.read(SYSTEM, async (tx) => {
      const row = await tx.invitations.byToken(hashOf(token));
      if (row === undefined || !this.isOpen(row)) return undefined;
      const { kind, role, expiresAt } = row;
      const email = row.kind === 'first' ? row.draft.email : row.email;
      const hasAccount = row.kind !== 'first' && (await tx.people.byEmail(row.email)) !== undefined;
      const [personName, slug] = row.kind === 'first' ? [row.draft.personName, row.draft.slug] : [];
      const organisation = row.kind === 'first' ? row.draft.clusterName : await placeNameOf(tx, row);
      return { kind, role, expiresAt, email, hasAccount, personName, slug, organisation };
    });
  }

  /** By somebody new: the mail has proved the address. */
  acceptAsNew(token: string, name: string, password: string): Promise<Outcome<Joined>> {
    return this.accept(token, async (tx, row) => {
      const isGuessable = (one: string): boolean => this.setting.isGuessable(one, [name, row.email]);
      const problems = [
        ...nameProblems(name, 'name'),
        ...passwordProblems(password, 'password', isGuessable),
      ];
      if (problems.length > 0) return invalid(problems);
      if ((await tx.people.byEmail(row.email)) !== undefined)
        return conflict('There is an account with this address: sign in with it, and open the link again.');
      const id = randomUUID();
      await tx.people.insert({ id, name: name.trim(), email: row.email, password });
      return done(id);
    });
  }

  /** By a person who is signed in, and whose address is the one invited. */
  acceptAs(actor: Actor, token: string): Promise<Outcome<Joined>> {
    return this.accept(token, async (tx, row) =>
      (await tx.people.emailOf(actor.personId)) === row.email ? done(actor.personId) : notFound('invitation'),
    );
  }

  /** Makes the first cluster and the account of its staff. */
  acceptFirst(token: string, first: FirstAccount): Promise<Outcome<Joined>> {
    return this.withOpen(token, async (tx, row) => {
      if (row.kind !== 'first') return notFound('invitation');
      const email = emailOf(first.email);
      const problems = firstProblems({ ...first, email }, this.setting);
      if (problems.length > 0) return invalid(problems);
      if ((await tx.people.byEmail(email)) !== undefined)
        return conflict('There is an account with this address.', 'input.email');
      if (await tx.firms.hasSlug(first.slug))
        return conflict('There is a cluster with this short name.', 'input.slug');
      const [clusterId, personId] = [randomUUID(), randomUUID()];
      const organisation = first.clusterName.trim();
      await tx.firms.insertCluster({ id: clusterId, name: organisation, slug: first.slug, demo: false });
      await tx.people.insert({ id: personId, name: first.name.trim(), email, password: first.password });
      await this.enter(tx, { clusterId }, personId, row);
      return done({ organisation, role: row.role });
    });
  }

  private accept(
    token: string,
    personOf: (tx: Tx, row: Open) => Promise<Outcome<string>>,
  ): Promise<Outcome<Joined>> {
    return this.withOpen(token, async (tx, row) => {
      if (row.kind === 'first') return notFound('invitation');
      if (row.kind === 'new firm' && (await tx.firms.hasOrgNumber(row.draft.orgNumber)))
        return conflict(
          'A firm with this organisation number takes part already; its administrator invites you.',
        );
      const person = await personOf(tx, row);
      if (!person.ok) return person;
      const place = await this.placeFor(tx, row);
      if ((await tx.members.lock(place)).has(person.value)) return conflict('You take part already.');
      await this.enter(tx, place, person.value, row);
      return done({ organisation: await placeNameOf(tx, row), role: row.role });
    });
  }

  private withOpen<T>(
    token: string,
    work: (tx: Tx, row: InvitationRow) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    if (!isLinkToken(token)) return Promise.resolve(notFound('invitation'));
    return this.setting.store.transaction(SYSTEM, async (tx) => {
      const row = await tx.invitations.lockByToken(hashOf(token));
      return row !== undefined && this.isOpen(row) ? work(tx, row) : notFound('invitation');
    });
  }

  /** Where the person comes in; a firm that was only a draft is made now. */
  private async placeFor(tx: Tx, row: Open): Promise<Place> {
    if (row.kind === 'firm') return { firmId: row.firmId };
    if (row.kind === 'cluster') return { clusterId: row.clusterId };
    const firmId = randomUUID();
    const { name, orgNumber, naceCode, siteName, hintIds = [], ...at } = row.draft;
    const site = {
      ...at,
      id: randomUUID(),
      firmId,
      name: siteName,
      country: 'NO',
      quay: null,
      railSiding: null,
    };
    const firm = { id: firmId, name, orgNumber, naceCode, division: naceCode.slice(0, 2), demo: false };
    await tx.firms.insertFirm(firm, [row.clusterId], [site]);
    await tx.hints.tieJoined({ id: firmId, orgNumber }, row.clusterId, hintIds);
    const what = { kind: 'JOINED', by: row.invitedBy, subject: name } as const;
    await logAccess(tx, { ...what, place: { clusterId: row.clusterId } });
    return { firmId };
  }

  private async enter(tx: Tx, place: Place, personId: string, row: InvitationRow): Promise<void> {
    if ('firmId' in place)
      await tx.firms.insertPersonFirm({ personId, firmId: place.firmId, role: row.role as FirmRole });
    else await this.enterCluster(tx, place.clusterId, personId, row.role as ClusterRole);
    await tx.invitations.use(row.id, personId, this.setting.clock());
    const { role } = row;
    await logAccess(tx, { place, kind: 'JOINED', by: personId, personId, role });
  }

  private async enterCluster(tx: Tx, clusterId: string, personId: string, role: ClusterRole): Promise<void> {
    const position = (await tx.firms.actor(personId, '')).clusters.length;
    await tx.firms.insertPersonCluster({ personId, clusterId, role, position });
  }

  private isOpen(row: InvitationRow): boolean {
    return invitationStateOf(row, this.setting.clock()) === 'OPEN';
  }
}

/** The name of what an invitation leads into. */
export async function placeNameOf(tx: Tx, row: InvitationFor): Promise<string> {
  if (row.kind === 'first') return row.draft.clusterName ?? '';
  if (row.kind === 'new firm') return row.draft.name;
  const [found] =
    row.kind === 'firm' ? await tx.firms.byIds([row.firmId]) : await tx.firms.clustersByIds([row.clusterId]);
  return found?.name ?? '';
}

const firstProblems = (
  { email, name, password, clusterName, slug }: FirstAccount,
  { isGuessable }: Setting,
): readonly Problem[] => [
  ...emailProblems(email, 'input.email'),
  ...nameProblems(name, 'input.name'),
  ...passwordProblems(password, 'input.password', (one) => isGuessable(one, [name, email, clusterName])),
  ...nameProblems(clusterName, 'input.clusterName'),
  ...slugProblems(slug, 'input.slug'),
];
