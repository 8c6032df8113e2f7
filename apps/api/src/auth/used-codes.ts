import { createHash } from 'node:crypto';
import { APIError } from '@better-auth/core/error';
import type pg from 'pg';

/** A code is taken a period before and after its own: one and a half minutes in all, so two are long enough. */
const USE = `
  with gone as (delete from auth.used_code where used_at < now() - interval '2 minutes')
  insert into auth.used_code as kept (person_id, code_hash, used_at) values ($1, $2, now())
  on conflict (person_id, code_hash) do update set used_at = now() where kept.used_at < now() - interval '2 minutes'
  returning 1`;

/** Codes of authenticator apps that have been taken: each counts once (RFC 6238, 5.2). */
export class UsedCodes {
  constructor(private readonly pool: pg.Pool) {}

  /** @throws APIError 401, the one for a wrong code, when it has been taken before */
  async use(personId: string, code: string): Promise<void> {
    const hash = createHash('sha256').update(`${personId} ${code}`).digest('base64url');
    const { rowCount } = await this.pool.query(USE, [personId, hash]);
    if (rowCount === 0) throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'Invalid code' });
  }
}
