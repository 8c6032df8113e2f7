import type pg from 'pg';
import { isSteppedUp, STEP_UP_MINUTES, type Proof, type ProofKind } from '#domain';
import type { Library } from './library.js';

/** A session that is not over, with what its person could prove it by. */
export interface OpenSession {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly proof: Proof | undefined;
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
  readonly steppedUp: boolean;
}

/** Sessions by their bearer token, and how freshly they were proved. */
export class Sessions {
  constructor(
    private readonly library: () => Library,
    private readonly pool: pg.Pool,
  ) {}

  async of(authorization: string | null | undefined): Promise<OpenSession | undefined> {
    if (!authorization) return undefined;
    const found = await this.session(new Headers({ authorization }));
    if (found === null) return undefined;
    const { session, user } = found;
    const proof = proofOf(session);
    const hasTotp = 'twoFactorEnabled' in user && user.twoFactorEnabled === true;
    // Asked only where it decides something: most requests come long after their session was proved.
    const hasPasskey = isFresh(proof) ? await this.hasPasskey(user.id) : false;
    const steppedUp = isSteppedUp(proof, hasTotp || hasPasskey, new Date());
    const person = { id: user.id, name: user.name, email: user.email };
    return { id: session.id, person, proof, hasTotp, hasPasskey, steppedUp };
  }

  private async session(headers: Headers) {
    const ask = () => this.library().api.getSession({ headers });
    try {
      return await ask();
    } catch {
      // The library does not say why it could not tell. Where the database is away, asking it does; where it is back
      // by now, the library can tell.
      await this.pool.query('select');
      return ask();
    }
  }

  async hasPasskey(personId: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(`select from auth."passkey" where "userId" = $1 limit 1`, [
      personId,
    ]);
    return rowCount === 1;
  }

  /** An authenticator app is being enrolled, and its first code is due. */
  async isEnrolling(personId: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `select from auth."twoFactor" where "userId" = $1 and not "verified"`,
      [personId],
    );
    return rowCount === 1;
  }

  async prove(sessionId: string, by: ProofKind): Promise<void> {
    await this.pool.query(`update auth."session" set "provedBy" = $2, "provedAt" = now() where "id" = $1`, [
      sessionId,
      by,
    ]);
  }
}

/** When a proof stops to count. */
export const until = ({ at }: Proof): Date => new Date(at.getTime() + STEP_UP_MINUTES * 60_000);

const isFresh = (proof: Proof | undefined): boolean => proof !== undefined && until(proof) > new Date();

function proofOf({ provedBy, provedAt }: { provedBy?: unknown; provedAt?: unknown }): Proof | undefined {
  if (typeof provedBy !== 'string' || !(provedAt instanceof Date)) return undefined;
  return { by: provedBy as ProofKind, at: provedAt };
}
