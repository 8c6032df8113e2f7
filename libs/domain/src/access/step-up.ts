/** How a person proved who he or she is. */
export type ProofKind = 'password' | 'sso' | 'totp' | 'passkey' | 'backup-code';

/** The last proof of a session. */
export interface Proof {
  readonly by: ProofKind;
  readonly at: Date;
}

/**
 * What takes more than a session: whoever finds a browser open, or a token in a log, must not be able to make
 * access that lasts, carry a firm's data away, or open its figures to others.
 */
export type GuardedAction =
  | 'manage api keys'
  | 'export'
  | 'change disclosure settings'
  | 'change sso settings'
  | 'manage second factors';

/** Minutes that a proof stays fresh. */
export const STEP_UP_MINUTES = 10;

const SECOND: readonly ProofKind[] = ['totp', 'passkey', 'backup-code'];

/**
 * Whether the session was proved freshly enough for a {@link GuardedAction}: within the last
 * {@link STEP_UP_MINUTES}, and by a second factor where the person has one. Who has none is taken at his or her
 * password, entered again; a sign-in is such an entry. (OWASP ASVS 5.0, 7.5.3 asks for a further authentication
 * before highly sensitive transactions.)
 *
 * @param proof the session's last one; absent where none was noted
 * @param hasSecondFactor an authenticator app or a passkey is enrolled
 * @param now instant of asking
 * @example isSteppedUp({ by: 'password', at: new Date(0) }, true, new Date(0)) // false
 */
export function isSteppedUp(proof: Proof | undefined, hasSecondFactor: boolean, now: Date): boolean {
  if (proof === undefined) return false;
  if (hasSecondFactor && !SECOND.includes(proof.by)) return false;
  const age = now.getTime() - proof.at.getTime();
  return age >= 0 && age < STEP_UP_MINUTES * 60_000;
}
