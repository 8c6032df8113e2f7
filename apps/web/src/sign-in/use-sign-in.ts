import { useState } from 'react';
import type { TextId } from '../texts/catalogue.js';
import { signInByPasskey } from './passkey.js';
import { giveCode, signIn, type SignedIn } from './session.js';

type Trouble = 'refused' | 'too many' | 'unreachable' | 'failed' | 'code refused';

export interface SignInTry {
  /** Who is being signed in right now. */
  readonly busy: string | undefined;
  /** Who could not be signed in, and why. */
  readonly trouble: { readonly email: string; readonly is: Trouble } | undefined;
  /** Whose password was right and whose code is missing. */
  readonly halfway: string | undefined;
  readonly attempt: (email: string, password: string) => Promise<void>;
  readonly code: (code: string) => Promise<void>;
  readonly passkey: () => Promise<void>;
}

const PASSKEY = 'passkey';

export function useSignIn(onToken: (token: string) => void): SignInTry {
  const [busy, setBusy] = useState<string>();
  const [trouble, setTrouble] = useState<SignInTry['trouble']>();
  const [halfway, setHalfway] = useState<string>();
  const run = async (email: string, step: () => Promise<SignedIn>): Promise<SignedIn['is']> => {
    setBusy(email);
    setTrouble(undefined);
    const answer = await step();
    setBusy(undefined);
    if (answer.is === 'answered') onToken(answer.data);
    else if (answer.is === 'code') setHalfway(email);
    else setTrouble({ email, is: answer.is });
    return answer.is;
  };
  const attempt = async (email: string, password: string): Promise<void> => {
    await run(email, () => signIn(email, password));
  };
  const code = async (given: string): Promise<void> => {
    const email = halfway ?? '';
    if ((await run(email, () => giveCode(given))) === 'refused') setTrouble({ email, is: 'code refused' });
  };
  const passkey = async (): Promise<void> => {
    await run(PASSKEY, signInByPasskey);
  };
  return { busy, trouble, halfway, attempt, code, passkey };
}

/** What is said of each. */
export const TROUBLE_TEXTS = Object.freeze({
  refused: 'sign-in.wrong',
  'code refused': 'sign-in.code.wrong',
  'too many': 'sign-in.tooMany',
  unreachable: 'sign-in.unreachable',
  failed: 'sign-in.failed',
} as const) satisfies Readonly<Record<Trouble, TextId>>;
