import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './graphiql.css';
import { GraphiQL } from 'graphiql';
import { buildSchema } from 'graphql';
import { createRoot } from 'react-dom/client';
import { request } from '../shared/request.js';
import { storedToken } from '../sign-in/session.js';
import { EXAMPLES } from './examples.js';
import { fetcher } from './fetcher.js';

/** From the file that is open to all, so that the words of the schema can be read before anybody signs in. */
async function readSchema() {
  const response = await request('/schema.graphql');
  return response?.ok ? buildSchema(await response.text()) : undefined;
}

function SignedOut() {
  return (
    <p className="signed-out" role="status">
      Nobody is signed in here. <a href="/">Sign in on the page</a> in this tab and come back.
    </p>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('graphiql.html has no #root.');
const schema = await readSchema();

createRoot(root).render(
  <>
    {storedToken() === undefined && <SignedOut />}
    <GraphiQL
      fetcher={fetcher}
      {...(schema === undefined ? {} : { schema })}
      defaultTabs={EXAMPLES.map((query) => ({ query }))}
      // As the page: what was done here goes with the tab.
      storage={sessionStorage}
    >
      <GraphiQL.Logo>
        <a href="/">Bistrøm</a>
      </GraphiQL.Logo>
    </GraphiQL>
  </>,
);
