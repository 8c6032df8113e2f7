import type { GraphiQLProps } from 'graphiql';
import { getOperationAST, OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { bodyOf, request } from '../shared/request.js';
import { storedToken } from '../sign-in/session.js';

type Fetcher = GraphiQLProps['fetcher'];
type Asked = Parameters<Fetcher>[0];
type Headers = Readonly<Record<string, string>>;

/** Asks as whoever is signed in on the page in this tab, or as whom the headers of the editor say. */
export const fetcher: Fetcher = (asked, { documentAST, headers } = {}) => {
  const operation = documentAST && getOperationAST(documentAST, asked.operationName);
  const sent: Headers = { ...ownHeaders(), ...headers };
  return operation?.operation === OperationTypeNode.SUBSCRIPTION ? follow(asked, sent) : post(asked, sent);
};

function ownHeaders(): Headers {
  const token = storedToken();
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

async function post(asked: Asked, headers: Headers) {
  const response = await request('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(asked),
  });
  if (response === undefined) return { errors: [{ message: 'No answer from the server.' }] };
  return (await bodyOf<object>(response)) ?? { errors: [{ message: `HTTP ${response.status}` }] };
}

/** Events as they are sent: their errors are plain objects, which GraphiQL shows as well as any. */
function follow({ query, operationName, variables }: Asked, headers: Headers): ReturnType<Fetcher> {
  const url = new URL('/graphql', location.href.replace(/^http/, 'ws')).href;
  const client = createClient({
    url,
    connectionParams: { authorization: headers['authorization'] },
    retryAttempts: 0,
  });
  const sent = { query, operationName: operationName ?? null, variables: { ...(variables as object) } };
  return client.iterate(sent) as ReturnType<Fetcher>;
}
