import { APIError } from '@better-auth/core/error';
import { z } from 'zod';
import type { ProofKind } from '#domain';
import { json, refusal } from './answers.js';
import type { Library } from './library.js';
import { until, type OpenSession, type Sessions } from './sessions.js';
import type { UsedCodes } from './used-codes.js';

interface Parts {
  readonly library: () => Library;
  readonly sessions: Sessions;
  readonly usedCodes: UsedCodes;
}

const secret = z.string().max(1024);
/** Exactly one of them. */
const proofBody = z.union([
  z.strictObject({ code: secret }),
  z.strictObject({ backupCode: secret }),
  z.strictObject({ password: secret }),
]);
type ProofBody = z.output<typeof proofBody>;

/** What the person can step up by. A passkey does it by a new sign-in, whose session is a fresh one. */
export async function lookAt(session: OpenSession, sessions: Sessions): Promise<object> {
  const { proof, steppedUp, hasTotp } = session;
  const hasPasskey = session.hasPasskey || (await sessions.hasPasskey(session.person.id));
  const ways: ProofKind[] = [
    ...(hasTotp ? (['totp', 'backup-code'] as const) : []),
    ...(hasPasskey ? (['passkey'] as const) : []),
  ];
  return {
    steppedUp,
    until: steppedUp && proof !== undefined ? until(proof).toISOString() : null,
    ways: ways.length === 0 ? ['password'] : ways,
  };
}

/** Proves once more who is signed in, and notes it on the session. */
export async function stepUp(
  headers: Headers,
  body: unknown,
  session: OpenSession,
  parts: Parts,
): Promise<Response> {
  const read = proofBody.safeParse(body);
  if (!read.success) return refusal(400, 'VALIDATION_ERROR', 'Send one of code, backupCode and password.');
  const hasPasskey = await parts.sessions.hasPasskey(session.person.id);
  if ('password' in read.data && (session.hasTotp || hasPasskey))
    return refusal(403, 'SECOND_FACTOR_REQUIRED', 'Use your authenticator app or your passkey.');
  if (!('password' in read.data) && !session.hasTotp)
    return refusal(403, 'NO_SUCH_FACTOR', 'No authenticator app is enrolled.');
  try {
    const by = await verify(headers, read.data, session, parts);
    await parts.sessions.prove(session.id, by);
    return json(200, { steppedUp: true, until: until({ by, at: new Date() }).toISOString() });
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500)
      return refusal(401, 'INVALID_CODE', 'That was not right.');
    throw error;
  }
}

/** @throws APIError when it is not right */
async function verify(
  given: Headers,
  proof: ProofBody,
  { person }: OpenSession,
  { library, usedCodes }: Parts,
): Promise<ProofKind> {
  const headers = new Headers({ authorization: given.get('authorization') ?? '' });
  const { api } = library();
  if ('password' in proof) {
    await api.verifyPassword({ headers, body: proof });
    return 'password';
  }
  if ('backupCode' in proof) {
    await api.verifyBackupCode({ headers, body: { code: proof.backupCode, disableSession: true } });
    return 'backup-code';
  }
  await api.verifyTOTP({ headers, body: proof });
  await usedCodes.use(person.id, proof.code);
  return 'totp';
}
