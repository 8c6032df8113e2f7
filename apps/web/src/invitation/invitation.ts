import { failed, type Answer, answered } from '../shared/answer.js';
import { arrived } from '../shared/arrived.js';
import { ask, operation, type Operation } from '../shared/graphql.js';

export type InvitedRole = 'FIRM_ADMIN' | 'PLANT_MANAGER' | 'BUYER' | 'CLUSTER_STAFF' | 'AUDITOR';

export interface Invitation {
  readonly kind: 'FIRM' | 'NEW_FIRM' | 'CLUSTER' | 'FIRST';
  readonly organisation: string | null;
  readonly role: InvitedRole;
  readonly email: string | null;
  readonly hasAccount: boolean;
  readonly personName: string | null;
  readonly slug: string | null;
}

const INVITATION = operation<{ readonly invitation: Invitation | null }, { readonly token: string }>(
  'Invitation',
);

type Accepted = Readonly<Record<string, { readonly __typename: string; readonly message?: string }>>;

const ACCEPT = operation<
  Accepted,
  { readonly token: string; readonly name: string; readonly password: string }
>('AcceptInvitation');

const JOIN = operation<Accepted, { readonly token: string }>('JoinByInvitation');

/** What a first account is asked for. */
export interface FirstAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly clusterName: string;
  readonly slug: string;
}

const MAKE_FIRST = operation<Accepted, { readonly token: string; readonly input: FirstAccount }>(
  'MakeFirstCluster',
);

export const invitedBy = (): string | undefined =>
  arrived.path === '/invitation' ? arrived.token : undefined;

export async function askInvitation(token: string, signal: AbortSignal): Promise<Answer<Invitation | null>> {
  const answer = await ask(undefined, INVITATION, { token }, signal);
  return answer.is === 'answered' ? answered(answer.data.invitation) : answer;
}

export const accept = (token: string, name: string, password: string): Promise<Answer<undefined>> =>
  done(undefined, ACCEPT, { token, name, password });

export const join = (session: string, token: string): Promise<Answer<undefined>> =>
  done(session, JOIN, { token });

export const makeFirst = (token: string, input: FirstAccount): Promise<Answer<undefined>> =>
  done(undefined, MAKE_FIRST, { token, input });

/** Answered when it was accepted; else what the server says is wrong. */
async function done<Variables>(
  session: string | undefined,
  asked: Operation<Accepted, Variables>,
  variables: Variables,
): Promise<Answer<undefined>> {
  const answer = await ask(session, asked, variables);
  if (answer.is !== 'answered') return answer;
  const [outcome] = Object.values(answer.data);
  return outcome?.__typename === 'InvitationAccepted'
    ? answered(undefined)
    : failed(outcome?.message ?? 'The answer was empty.');
}
