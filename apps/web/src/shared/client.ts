import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  HttpLink,
  InMemoryCache,
  ServerError,
  type TypePolicies,
} from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { POSSIBLE_TYPES } from '#operations';
import { isRefusal } from './graphql.js';
import { requestOf } from './trusted.js';

/** The firm that a request acts for; the server's name for it. */
const ACTING_FOR = 'x-bistrom-acting-for';

interface Session {
  readonly token: string;
  /** Asked at every request: who acts for several firms changes it. */
  readonly actingFor: () => string | undefined;
  /** The server knows the token no more. */
  readonly onRefused: () => void;
}

/** Sends the hash of a document in place of its text. */
const byHash = new ApolloLink((operation, forward) => {
  const { extensions } = requestOf(operation.operationName ?? '', {});
  Object.assign(operation.extensions, extensions);
  operation.setContext({
    http: { includeExtensions: extensions !== undefined, includeQuery: extensions === undefined },
  });
  return forward(operation);
});

const asWho = ({ token, actingFor }: Session) =>
  new ApolloLink((operation, forward) => {
    const firmId = actingFor();
    operation.setContext(({ headers }: { headers?: Record<string, string> }) => ({
      headers: {
        ...headers,
        authorization: `Bearer ${token}`,
        ...(firmId === undefined ? {} : { [ACTING_FOR]: firmId }),
      },
    }));
    return forward(operation);
  });

const refusals = (onRefused: () => void) =>
  new ErrorLink(({ error }) => {
    const refused = CombinedGraphQLErrors.is(error)
      ? isRefusal(error.errors)
      : ServerError.is(error) && error.statusCode === 401;
    if (refused) onRefused();
  });

/** Things without an id of their own, of which several documents ask for several parts. */
const TYPE_POLICIES: TypePolicies = {
  Viewer: { merge: true },
  Workbench: { keyFields: ['clusterId'] },
};

/** One cache for one session: what one person saw is nowhere when the next signs in. */
export const clientOf = (session: Session): ApolloClient =>
  new ApolloClient({
    cache: new InMemoryCache({ possibleTypes: POSSIBLE_TYPES, typePolicies: TYPE_POLICIES }),
    link: ApolloLink.from([
      refusals(session.onRefused),
      asWho(session),
      byHash,
      // Cookies are neither sent nor kept: the token is the only proof, so that nothing outlives the tab.
      new HttpLink({ uri: '/graphql', credentials: 'omit' }),
    ]),
    defaultOptions: {
      watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
    },
  });
