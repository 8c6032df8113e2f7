interface Example {
  readonly name: 'me' | 'matches' | 'listings' | 'figures';
  readonly query: string;
}

/** What a program asks first, each within what a key with the one scope of its name may ask. */
export const API_EXAMPLES: readonly Example[] = Object.freeze([
  { name: 'me', query: '{ viewer { name scopes firms { id name sites { id name } } } }' },
  {
    name: 'matches',
    query:
      '{ matches(first: 5) { edges { node { id score distanceKm netCo2eKg checks { name result } offer { title area } need { title area } } } } }',
  },
  {
    name: 'listings',
    query: '{ listings(first: 20) { edges { node { id side title state material { id label } } } } }',
  },
  {
    name: 'figures',
    query:
      '{ firmFigures(from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z") { attributed { name unit } } }',
  },
]);

/** A line for a terminal; the key goes in by the environment, so that it stands in no history. */
export const curlOf = (origin: string, query: string): string =>
  `curl -s ${origin}/graphql \\
  -H "authorization: Bearer $BISTROM_KEY" -H 'content-type: application/json' \\
  -d '${JSON.stringify({ query })}'`;
