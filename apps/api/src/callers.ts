import type { IncomingHttpHeaders } from 'node:http';
import { KEY_PREFIX, actingFor, type Actor } from '#domain';
import type { Market, StandsOn } from '#market';
import type { Auth } from './auth.js';
import { knownId } from './ids.js';

/** HTTP header in which a person names the firm that a request acts for. */
export const ACTING_FOR = 'x-bistrom-acting-for';

/** Who asks: a person by a session, or a program by its firm's key. */
export interface Caller extends Actor {
  readonly standsOn: StandsOn;
  /** Of a program none. */
  readonly sessionId: string | undefined;
  readonly steppedUp: boolean;
}

/** A firm was named that the caller does not act for; one that does not exist is answered the same. */
export class NotYourFirm extends Error {
  constructor() {
    super('You act for no such firm; viewer.memberships names those that you may.');
  }
}

/** The one place where what a request carries becomes who asks, the same for HTTP and WebSocket. */
export class Callers {
  constructor(
    private readonly auth: Auth,
    private readonly market: Market,
  ) {}

  /**
   * @param authorization `Bearer …` of a sign-in or of a key
   * @param firmId the firm to act for; without it the one that the session was told, or the first by name
   * @returns undefined when nobody is signed in by it
   * @throws NotYourFirm
   */
  async who(authorization: string | undefined, firmId: string | undefined): Promise<Caller | undefined> {
    const named = firmId === undefined ? undefined : knownId(firmId);
    const key = secretIn(authorization);
    return key === undefined ? this.person(authorization, named) : this.program(key, named);
  }

  /**
   * Who sends a request over HTTP.
   *
   * @returns undefined when nobody is signed in by it
   * @throws NotYourFirm
   */
  of(headers: IncomingHttpHeaders): Promise<Caller | undefined> {
    const firmId = headers[ACTING_FOR];
    return this.who(headers.authorization, typeof firmId === 'string' ? firmId : undefined);
  }

  private async person(
    authorization: string | undefined,
    firmId: string | undefined,
  ): Promise<Caller | undefined> {
    const signedIn = await this.auth.actor(authorization);
    if (signedIn === undefined) return undefined;
    const { sessionId, steppedUp } = signedIn;
    const actor = await this.market.membership.asActingFor(signedIn, sessionId, firmId);
    if (actor === undefined) throw new NotYourFirm();
    return { ...actor, sessionId, steppedUp, standsOn: { kind: 'session', id: sessionId } };
  }

  private async program(secret: string, firmId: string | undefined): Promise<Caller | undefined> {
    const key = await this.market.apiKeys.actor(secret);
    const actor = key && (firmId === undefined ? key : actingFor(key, firmId));
    if (key !== undefined && actor === undefined) throw new NotYourFirm();
    return (
      actor && {
        ...actor,
        sessionId: undefined,
        steppedUp: false,
        standsOn: { kind: 'key', id: actor.personId },
      }
    );
  }
}

const secretIn = (authorization: string | undefined): string | undefined => {
  const secret = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  return secret?.startsWith(KEY_PREFIX) === true ? secret : undefined;
};
