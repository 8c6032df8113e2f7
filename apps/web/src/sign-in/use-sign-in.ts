import { useState } from 'react';
import type { Texts } from '../shared/texts/nb.js';
import { signIn } from './session.js';

type Trouble = 'refused' | 'too many' | 'unreachable' | 'failed';

export interface SignInTry {
  /** Who is being signed in right now. */
  readonly busy: string | undefined;
  /** Who could not be signed in, and why. */
  readonly trouble: { readonly email: string; readonly is: Trouble } | undefined;
  readonly attempt: (email: string, password: string) => Promise<void>;
}

export function useSignIn(onToken: (token: string) => void): SignInTry {
  const [busy, setBusy] = useState<string>();
  const [trouble, setTrouble] = useState<SignInTry['trouble']>();
  const attempt = async (email: string, password: string): Promise<void> => {
    setBusy(email);
    setTrouble(undefined);
    const answer = await signIn(email, password);
    setBusy(undefined);
    if (answer.is === 'answered') onToken(answer.data);
    else setTrouble({ email, is: answer.is });
  };
  return { busy, trouble, attempt };
}

export function troubleText({ signIn }: Texts, is: Trouble): string {
  switch (is) {
    case 'refused':
      return signIn.wrong;
    case 'too many':
      return signIn.tooMany;
    case 'unreachable':
      return signIn.unreachable;
    case 'failed':
      return signIn.failed;
  }
}
