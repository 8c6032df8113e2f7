import { createContext, use } from 'react';

export interface Session {
  readonly token: string;
  /** Goes on under a new token of the same person, which a second factor or a new password brings. */
  readonly renew: (token: string) => void;
  /** Signs out, on the server too. */
  readonly leave: () => void;
  /** The server knows the token no more. */
  readonly drop: () => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** @throws Error outside the console, where nobody is signed in */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === undefined) throw new Error('Only the console has a session.');
  return session;
}
