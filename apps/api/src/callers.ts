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

/** Somebody whose sign-in or key is good; what may be done with it is read when it is asked for. */
export interface Known {
  readonly standsOn: StandsOn;
  /**
   * @returns undefined when it has ended meanwhile
   * @throws NotYourFirm
   */
  readonly caller: () => Promise<Caller | undefined>;
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
    const secret = secretIn(authorization);
    if (secret !== undefined) return this.program(secret, named);
    return (await this.person(authorization, named))?.caller();
  }

  /** As {@link who}, with the rights still to be read: for whom they are to be read after something else. */
  async known(authorization: string | undefined, firmId: string | undefined): Promise<Known | undefined> {
    const named = firmId === undefined ? undefined : knownId(firmId);
    const secret = secretIn(authorization);
    if (secret === undefined) return this.person(authorization, named);
    const caller = (): Promise<Caller | undefined> => this.program(secret, named);
    const found = await caller();
    return found && { standsOn: found.standsOn, caller };
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
  ): Promise<Known | undefined> {
    const signedIn = await this.auth.signedIn(authorization);
    if (signedIn === undefined) return undefined;
    const { sessionId, personId, name, steppedUp } = signedIn;
    const standsOn = { kind: 'session' as const, id: sessionId };
    const caller = async (): Promise<Caller> => {
      const person = await this.market.registry.actor(personId, name);
      const actor = await this.market.membership.asActingFor(person, sessionId, firmId);
      if (actor === undefined) throw new NotYourFirm();
      return { ...actor, sessionId, steppedUp, standsOn };
    };
    return { standsOn, caller };
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
