import '@digdir/designsystemet-css';
import { ApolloProvider } from '@apollo/client/react';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import { clientOf } from '../shared/client.js';
import { router } from '../router.js';
import { actingFor } from './acting-for.js';
import { SessionContext, type Session } from './session.js';
import './shell.css';

/** Everything behind the sign-in. Loaded when somebody is signed in, so that the first page stays small. */
export default function Console({ session }: { readonly session: Session }) {
  const { token, drop } = session;
  const client = useMemo(() => clientOf({ token, actingFor, onRefused: drop }), [token, drop]);
  return (
    <SessionContext value={session}>
      <ApolloProvider client={client}>
        <RouterProvider router={router} />
      </ApolloProvider>
    </SessionContext>
  );
}
