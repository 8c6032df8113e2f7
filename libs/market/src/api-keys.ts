import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import {
  KEY_PREFIX,
  keyActor,
  keyPrefixOf,
  keyProblems,
  KEY_SCOPES,
  SYSTEM,
  type Actor,
  type KeyScope,
  type KeyTerms,
} from '#domain';
import type { ApiKeyRow, Tx } from '#store';
import { logAccess } from './managed.js';
import { once } from './once.js';
import { conflict, done, forbidden, invalid, notFound, type Outcome } from './outcome.js';
import { actingFirm } from './permit.js';
import type { Setting } from './setting.js';

const MOST_LIVE = 20;

/** A key as its firm's administrators see it: never the secret. */
export interface ApiKeyView {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly KeyScope[];
  readonly state: 'ACTIVE' | 'EXPIRED' | 'REVOKED';
  readonly createdBy: string | undefined;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | undefined;
}

/** Keys with which programs act for a firm. They belong to the firm and outlive whoever made them. */
export class ApiKeysService {
  constructor(private readonly setting: Setting) {}

  /**
   * @param steppedUp whether the person has just proved anew who he or she is
   * @returns the key, and its secret once: it is kept nowhere, so a call answered again under its idempotency key gets
   * the key without it
   */
  make(
    actor: Actor,
    terms: KeyTerms,
    steppedUp: boolean,
    idempotencyKey?: string,
  ): Promise<Outcome<{ readonly key: ApiKeyView; readonly secret: string | undefined }>> {
    return this.setting.store.transaction(
      actor,
      async (tx) => {
        const firm = managedFirm(actor);
        if (!firm.ok) return firm;
        if (!steppedUp) return forbidden('Prove anew who you are, then make the key.', 'STEP_UP_REQUIRED');
        let secret: string | undefined;
        const input = { firmId: firm.value, ...terms };
        const call = { operation: 'makeApiKey', key: idempotencyKey, input };
        const made = await once(tx, actor, call, async () => {
          const entered = await this.enter(tx, actor, firm.value, terms);
          if (!entered.ok) return entered;
          secret = entered.value.secret;
          return done({ keyId: entered.value.keyId });
        });
        if (!made.ok) return made;
        const row = await tx.apiKeys.lock(made.value.keyId);
        return row === undefined ? notFound('key') : done({ key: this.view(row), secret });
      },
      'bistrom_members',
    );
  }

  private async enter(
    tx: Tx,
    actor: Actor,
    firmId: string,
    terms: KeyTerms,
  ): Promise<Outcome<{ readonly keyId: string; readonly secret: string }>> {
    const now = this.setting.clock();
    const problems = keyProblems(terms, now);
    if (problems.length > 0) return invalid(problems);
    if ((await tx.apiKeys.liveOf(firmId)) >= MOST_LIVE)
      return conflict(`A firm has at most ${MOST_LIVE} keys; revoke one first.`);
    const prefix = `${KEY_PREFIX}${randomBytes(6).toString('hex')}`;
    const secret = `${prefix}_${randomBytes(32).toString('base64url')}`;
    const name = terms.name.trim();
    const scopes = KEY_SCOPES.filter((scope) => terms.scopes.includes(scope));
    const row = { id: randomUUID(), firmId, name, prefix, scopes, secretHash: hashOf(secret) };
    await tx.apiKeys.insert({
      ...row,
      createdBy: actor.personId,
      createdAt: now,
      expiresAt: terms.expiresAt,
    });
    await logAccess(tx, { place: { firmId }, kind: 'KEY_MADE', by: actor.personId, subject: name });
    return done({ keyId: row.id, secret });
  }

  /** Of the firm acted for, newest first, those that ended too. */
  async list(actor: Actor): Promise<Outcome<readonly ApiKeyView[]>> {
    const firm = managedFirm(actor);
    if (!firm.ok) return firm;
    const rows = await this.setting.store.read(
      actor,
      (tx) => tx.apiKeys.ofFirm(firm.value),
      'bistrom_members',
    );
    return done(rows.map((row) => this.view(row)));
  }

  /** At once and for good; what the key has open is closed within a second. */
  revoke(actor: Actor, id: string, idempotencyKey?: string): Promise<Outcome<ApiKeyView>> {
    return this.setting.store.transaction(
      actor,
      async (tx) => {
        const firm = managedFirm(actor);
        if (!firm.ok) return firm;
        const call = { operation: 'revokeApiKey', key: idempotencyKey, input: { firmId: firm.value, id } };
        const revoked = await once(tx, actor, call, async () => {
          const row = await tx.apiKeys.lock(id);
          if (row === undefined || row.firmId !== firm.value) return notFound('key');
          if (row.revokedAt !== null) return conflict('The key is revoked already.');
          await tx.apiKeys.revoke(id, actor.personId, this.setting.clock());
          const place = { firmId: firm.value };
          await logAccess(tx, { place, kind: 'KEY_REVOKED', by: actor.personId, subject: row.name });
          return done({ keyId: id });
        });
        if (!revoked.ok) return revoked;
        const row = await tx.apiKeys.lock(id);
        return row === undefined ? notFound('key') : done(this.view(row));
      },
      'bistrom_members',
    );
  }

  /** The program that a key lets in; undefined for whatever is no key in force, for whichever reason. */
  async actor(secret: string): Promise<Actor | undefined> {
    const prefix = keyPrefixOf(secret);
    if (prefix === undefined) return undefined;
    const key = await this.setting.store.read(SYSTEM, (tx) => tx.apiKeys.live(prefix));
    if (key === undefined || !timingSafeEqual(key.secretHash, hashOf(secret))) return undefined;
    if (!key.isNoted) await this.setting.store.transaction(SYSTEM, (tx) => tx.apiKeys.touch(key.id));
    return keyActor(key, key.clusterIds);
  }

  private view(row: ApiKeyRow): ApiKeyView {
    const over = row.expiresAt <= this.setting.clock() ? 'EXPIRED' : 'ACTIVE';
    return {
      id: row.id,
      name: row.name,
      prefix: row.prefix,
      scopes: row.scopes,
      state: row.revokedAt === null ? over : 'REVOKED',
      createdBy: row.creator ?? undefined,
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      lastUsedAt: row.lastUsedAt ?? undefined,
    };
  }
}

/** SHA-256 and no slow hash: 32 random bytes cannot be guessed, and every request pays for it. */
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The firm acted for, to whose keys the actor may see. */
const managedFirm = (actor: Actor): Outcome<string> => actingFirm(actor, 'manage keys');
