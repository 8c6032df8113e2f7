import type { TypedDocumentNode } from '@apollo/client';
import type {
  AcceptInvitationMutation,
  JoinByInvitationMutation,
  MakeFirstClusterMutation,
} from '#operations';
import { failed, type Answer, answered } from '../shared/answer.js';
import { arrived } from '../shared/arrived.js';
import { ask } from '../shared/graphql.js';
import {
  AcceptInvitation,
  Invitation as InvitationDocument,
  JoinByInvitation,
  MakeFirstCluster,
} from './invitation.graphql';

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

type Accepted = AcceptInvitationMutation | JoinByInvitationMutation | MakeFirstClusterMutation;

/** What a first account is asked for. */
export interface FirstAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly clusterName: string;
  readonly slug: string;
}

export const invitedBy = (): string | undefined =>
  arrived.path === '/invitation' ? arrived.token : undefined;

export async function askInvitation(token: string, signal: AbortSignal): Promise<Answer<Invitation | null>> {
  const answer = await ask(undefined, InvitationDocument, { token }, signal);
  return answer.is === 'answered' ? answered(answer.data.invitation) : answer;
}

export const accept = (token: string, name: string, password: string): Promise<Answer<undefined>> =>
  done(undefined, AcceptInvitation, { token, name, password });

export const join = (session: string, token: string): Promise<Answer<undefined>> =>
  done(session, JoinByInvitation, { token });

export const makeFirst = (token: string, input: FirstAccount): Promise<Answer<undefined>> =>
  done(undefined, MakeFirstCluster, { token, input });

/** Answered when it was accepted; else what the server says is wrong. */
async function done<Variables>(
  session: string | undefined,
  asked: TypedDocumentNode<Accepted, Variables>,
  variables: Variables,
): Promise<Answer<undefined>> {
  const answer = await ask(session, asked, variables);
  if (answer.is !== 'answered') return answer;
  const [outcome] = Object.values(answer.data);
  if (outcome === undefined) return failed('The answer was empty.');
  return 'message' in outcome ? failed(outcome.message) : answered(undefined);
}
