/** The operations of the flow, as an outside program would write them. */
const REFUSAL = '... on UserError { message path }';

export const SITES =
  'query Sites { viewer { name firms { id name sites { id name } } clusters { id name } } }';

export const PUBLISH = `mutation Publish($input: PublishListingInput!) {
  publishListing(input: $input) {
    __typename
    ... on ListingPublished { cursor listing { id title version material { code } } }
    ${REFUSAL}
  }
}`;

export const MATCH_FOUND = `subscription MatchFound($listingId: ID, $after: String) {
  matchFound(listingId: $listingId, after: $after) {
    cursor
    match { id score distanceKm crossIndustry offer { id title firm { name } } need { id } }
  }
}`;

export const PROPOSE = `mutation Propose($input: TermsInput!) {
  proposeTerms(input: $input) {
    __typename
    ... on ProposalSent { proposal { id state } }
    ${REFUSAL}
  }
}`;

export const ACCEPT = `mutation Accept($id: ID!, $key: String) {
  acceptProposal(id: $id, idempotencyKey: $key) {
    __typename
    ... on AgreementMade { agreement { id remaining { value unit } match { offer { firm { name } } need { firm { name } } } } }
    ${REFUSAL}
  }
}`;

export const RECORD = `mutation Record($input: DeliveryInput!) {
  recordDelivery(input: $input) {
    __typename
    ... on DeliveryRecorded { delivery { id verified } }
    ${REFUSAL}
  }
}`;

export const VERIFY = `mutation Verify($id: ID!) {
  verifyDelivery(id: $id) {
    __typename
    ... on DeliveryRecorded { delivery { id verified } }
    ${REFUSAL}
  }
}`;

export const FIGURES = `query Figures($clusterId: ID!, $from: DateTime!, $to: DateTime!) {
  circularity(clusterId: $clusterId, from: $from, to: $to, basis: VERIFIED) {
    figures { name value unit withheld entryCount }
  }
}`;
