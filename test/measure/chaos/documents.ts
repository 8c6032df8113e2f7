/** The mutations of the flow, each with a key of its caller's, and what of the answer says which effect it had. */
const REFUSAL = '... on UserError { __typename message }';

const mutation = (head: string, call: string, done: string): string =>
  `mutation ${head} { ${call} { __typename ${done} ${REFUSAL} } }`;

export type Operation =
  | 'publishListing'
  | 'withdrawListing'
  | 'declineMatch'
  | 'askDisclosure'
  | 'grantDisclosure'
  | 'refuseDisclosure'
  | 'proposeTerms'
  | 'counterProposal'
  | 'declineProposal'
  | 'acceptProposal'
  | 'recordDelivery'
  | 'verifyDelivery'
  | 'correctDelivery';

export interface Mutation {
  readonly document: string;
  /** The member of the answer's union that acknowledges. */
  readonly wanted: string;
  /** Where in that member the effect's id stands. */
  readonly idAt: readonly string[];
}

export const MUTATIONS: Readonly<Record<Operation, Mutation>> = {
  publishListing: {
    document: mutation(
      'P($input: PublishListingInput!)',
      'publishListing(input: $input)',
      '... on ListingPublished { cursor listing { id } }',
    ),
    wanted: 'ListingPublished',
    idAt: ['listing', 'id'],
  },
  withdrawListing: {
    document: mutation(
      'W($id: ID!, $key: String)',
      'withdrawListing(id: $id, idempotencyKey: $key)',
      '... on ListingChanged { listing { id } }',
    ),
    wanted: 'ListingChanged',
    idAt: ['listing', 'id'],
  },
  declineMatch: {
    document: mutation(
      'D($id: ID!, $key: String, $reason: DeclineReason!)',
      'declineMatch(id: $id, idempotencyKey: $key, reason: $reason)',
      '... on MatchDeclined { match { id } }',
    ),
    wanted: 'MatchDeclined',
    idAt: ['match', 'id'],
  },
  askDisclosure: {
    document: mutation(
      'A($id: ID!, $key: String, $groups: [DisclosureGroup!]!, $note: String)',
      'askDisclosure(matchId: $id, idempotencyKey: $key, groups: $groups, note: $note)',
      '... on DisclosureAsked { request { id } }',
    ),
    wanted: 'DisclosureAsked',
    idAt: ['request', 'id'],
  },
  grantDisclosure: {
    document: mutation(
      'G($id: ID!, $key: String, $groups: [DisclosureGroup!]!, $until: DateTime!)',
      'grantDisclosure(requestId: $id, idempotencyKey: $key, groups: $groups, until: $until)',
      '... on DisclosureGranted { grant { id } }',
    ),
    wanted: 'DisclosureGranted',
    idAt: ['grant', 'id'],
  },
  refuseDisclosure: {
    document: mutation(
      'R($id: ID!, $key: String)',
      'refuseDisclosure(requestId: $id, idempotencyKey: $key)',
      '... on DisclosureChanged { match { id } }',
    ),
    wanted: 'DisclosureChanged',
    idAt: ['match', 'id'],
  },
  proposeTerms: {
    document: mutation(
      'T($input: TermsInput!)',
      'proposeTerms(input: $input)',
      '... on ProposalSent { proposal { id } }',
    ),
    wanted: 'ProposalSent',
    idAt: ['proposal', 'id'],
  },
  counterProposal: {
    document: mutation(
      'C($id: ID!, $input: TermsInput!)',
      'counterProposal(id: $id, input: $input)',
      '... on ProposalSent { proposal { id } }',
    ),
    wanted: 'ProposalSent',
    idAt: ['proposal', 'id'],
  },
  declineProposal: {
    document: mutation(
      'N($id: ID!, $key: String, $reason: DeclineReason!)',
      'declineProposal(id: $id, idempotencyKey: $key, reason: $reason)',
      '... on ProposalChanged { proposal { id } }',
    ),
    wanted: 'ProposalChanged',
    idAt: ['proposal', 'id'],
  },
  acceptProposal: {
    document: mutation(
      'Y($id: ID!, $key: String)',
      'acceptProposal(id: $id, idempotencyKey: $key)',
      '... on AgreementMade { agreement { id } }',
    ),
    wanted: 'AgreementMade',
    idAt: ['agreement', 'id'],
  },
  recordDelivery: {
    document: mutation(
      'L($input: DeliveryInput!)',
      'recordDelivery(input: $input)',
      '... on DeliveryRecorded { delivery { id } }',
    ),
    wanted: 'DeliveryRecorded',
    idAt: ['delivery', 'id'],
  },
  verifyDelivery: {
    document: mutation(
      'V($id: ID!, $key: String)',
      'verifyDelivery(id: $id, idempotencyKey: $key)',
      '... on DeliveryRecorded { delivery { id } }',
    ),
    wanted: 'DeliveryRecorded',
    idAt: ['delivery', 'id'],
  },
  correctDelivery: {
    document: mutation(
      'K($id: ID!, $input: DeliveryInput!, $reason: String!)',
      'correctDelivery(id: $id, input: $input, reason: $reason)',
      '... on DeliveryRecorded { delivery { id } }',
    ),
    wanted: 'DeliveryRecorded',
    idAt: ['delivery', 'id'],
  },
};

export const MATCH_FOUND = `subscription M($after: String) {
  matchFound(after: $after) { cursor match { id offer { id } need { id } } }
}`;
