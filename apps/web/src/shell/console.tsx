import '@digdir/designsystemet-css';
import { ApolloProvider } from '@apollo/client/react';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import { clientOf } from '../shared/client.js';
import { router } from '../router.js';
import { storedToken } from '../sign-in/session.js';
import { actingFor } from './acting-for.js';
import { SessionContext, type Session } from './session.js';
import './shell.css';

/** Everything behind the sign-in. Loaded when somebody is signed in, so that the first page stays small. */
export default function Console({ session }: { readonly session: Session }) {
  const { drop } = session;
  // A new token of the same person leaves what is on the page, and what is half typed, where it is.
  const client = useMemo(() => clientOf({ token: storedToken, actingFor, onRefused: drop }), [drop]);
  return (
    <SessionContext value={session}>
      <ApolloProvider client={client}>
        <RouterProvider router={router} />
      </ApolloProvider>
    </SessionContext>
  );
}
