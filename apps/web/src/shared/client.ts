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
  /** Asked at every request: a second factor brings a new one. */
  readonly token: () => string | undefined;
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
        authorization: `Bearer ${token() ?? ''}`,
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

/**
 * Answers that several questions read parts of have no id of their own: the parts stand beside each other. A goal is told
 * for the days that were asked for, so that one of other days is another answer.
 */
const PARTS: TypePolicies = {
  CircularityReport: { merge: true },
  ClusterMap: { merge: true },
  // There is one viewer, without an id.
  Viewer: { merge: true },
  Workbench: { merge: true },
  FirmGoal: { keyFields: false },
  GoalProgress: { keyFields: false },
};

/** One cache for one session: what one person saw is nowhere when the next signs in. */
export const clientOf = (session: Session): ApolloClient =>
  new ApolloClient({
    cache: new InMemoryCache({ possibleTypes: POSSIBLE_TYPES, typePolicies: PARTS }),
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
