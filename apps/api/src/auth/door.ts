import { z } from 'zod';
import { GUESSABLE_PASSWORD, PASSWORD_LETTERS, TRY_LIMITS } from '#domain';
import {
  asBearer,
  json,
  notThere,
  refusal,
  sessionCookieOf,
  signInFirst,
  stepUpFirst,
  tooMany,
  withoutSession,
} from './answers.js';
import { addressOf, CLIENT_ADDRESS } from './client-address.js';
import { gateOf, type Gate } from './gates.js';
import { isGuessable } from './guessable.js';
import type { Library } from './library.js';
import type { Notices } from './notices.js';
import type { OpenSession, Sessions } from './sessions.js';
import { SSO } from './sso.js';
import { lookAt, stepUp } from './step-up.js';
import { Tries, type Try } from './tries.js';
import type { UsedCodes } from './used-codes.js';

export interface DoorParts {
  readonly library: () => Library;
  readonly sessions: Sessions;
  readonly tries: Tries;
  readonly usedCodes: UsedCodes;
  readonly notices: Notices;
  readonly origins: readonly string[];
  /** What the sign-in page calls the identity provider; absent where there is none. */
  readonly ssoName: string | undefined;
  /** Whether it can be asked now. */
  readonly ssoReady: () => Promise<boolean>;
  /** Goes on after the answer; what goes wrong there is logged. */
  readonly later: (work: Promise<unknown>) => void;
}

/** A request whose body has been read, under the gate that it belongs to. */
interface Asked {
  readonly gate: Gate;
  readonly path: string;
  readonly request: Request;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

const BASE = '/api/auth';
const signInBody = z.object({ email: z.string().max(320), password: z.string().max(1024) });
const mailBody = z.object({ email: z.email().max(320) });

/** Mailed to the person when it has gone well. */
const NOTICES: Readonly<Record<string, 'password' | 'totp' | 'passkey'>> = {
  '/change-password': 'password',
  '/two-factor/verify-totp': 'totp',
  '/two-factor/disable': 'totp',
  '/passkey/verify-registration': 'passkey',
  '/passkey/delete-passkey': 'passkey',
};

/** What stands before the sign-in library: what it does not limit, guard, hide or tell by itself. */
export class Door {
  private readonly behind: Readonly<Record<Gate, (asked: Asked) => Promise<Response>>>;

  constructor(private readonly parts: DoorParts) {
    const signedIn = (asked: Asked): Promise<Response> => this.signedIn(asked);
    const bySso = (asked: Asked): Promise<Response> => this.bySso(asked);
    this.behind = {
      open: (asked) => this.ask(asked),
      'new password': (asked) => this.withPassword(asked, []),
      password: (asked) => this.byPassword(asked),
      mail: (asked) => Promise.resolve(this.byMail(asked)),
      challenge: (asked) => (asked.headers.has('authorization') ? this.signedIn(asked) : this.ask(asked)),
      secret: signedIn,
      guarded: signedIn,
      'guarded secret': signedIn,
      look: signedIn,
      'step up': signedIn,
      sso: bySso,
      'sso callback': bySso,
      'hand over': (asked) => this.handOver(asked),
      ways: () => Promise.resolve(json(200, { sso: this.parts.ssoName ?? null })),
    };
  }

  async handle(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname.slice(BASE.length);
    const gate = gateOf(request.method, path);
    if (gate === undefined) return notThere();
    const body = await bodyOf(request);
    if (body === undefined) return refusal(400, 'BAD_REQUEST', 'Send a JSON object.');
    const headers = withoutSession(request.headers);
    return this.behind[gate]({ gate, path, request, headers, body });
  }

  /** Hands over to the library; no device is exempt from the second factor. */
  private async ask({ request, headers, ...asked }: Asked, body = asked.body): Promise<Response> {
    const { trustDevice: _trustDevice, ...sent } = body;
    headers.delete('content-length');
    if (request.method === 'POST') headers.set('content-type', 'application/json');
    const content = request.method === 'POST' ? { body: JSON.stringify(sent) } : {};
    const passed = new Request(request.url, { method: request.method, headers, ...content });
    return asBearer(await this.parts.library().handler(passed));
  }

  private async byPassword(asked: Asked): Promise<Response> {
    const read = signInBody.safeParse(asked.body);
    if (!read.success) return refusal(400, 'VALIDATION_ERROR', 'Send email and password as texts.');
    const account = Tries.accountOf(read.data.email);
    // A right password that still waits for its second factor neither counts nor makes the address known.
    return this.counted(
      { account, address: addressOf(asked.headers) },
      () => this.ask(asked, read.data),
      (response) => response.headers.has('set-auth-token'),
    );
  }

  /** Lets a try through unless it has to wait, and counts how it went. */
  private counted(
    one: Try,
    work: () => Promise<Response>,
    isRight: (response: Response) => boolean,
  ): Promise<Response> {
    const { tries } = this.parts;
    return tries.inTurn(one, async () => {
      const seconds = await tries.wait(one);
      if (seconds > 0) return tooMany(seconds);
      const response = await work();
      if (await isWrong(response)) await tries.failed(one);
      else if (isRight(response)) await tries.succeeded(one);
      return response;
    });
  }

  /**
   * Answers before it looks: whether there is such a person shows neither in the answer nor in its time. The library's
   * own limit on the caller's address still decides whether anything is sent, and so does one on the mailbox.
   */
  private byMail(asked: Asked): Response {
    const read = mailBody.safeParse(asked.body);
    if (!read.success) return refusal(400, 'VALIDATION_ERROR', 'email: send one e-mail address.');
    const { email } = read.data;
    const headers = new Headers({ [CLIENT_ADDRESS]: asked.headers.get(CLIENT_ADDRESS) ?? '' });
    const language = asked.headers.get('accept-language');
    if (language !== null) headers.set('accept-language', language);
    const { tries, later } = this.parts;
    const send = async (): Promise<void> => {
      const isFree = await tries.spend(Tries.accountOf(`mail ${email}`), TRY_LIMITS.mail);
      if (isFree) await this.ask({ ...asked, headers }, { email });
    };
    later(send());
    return json(200, { status: true });
  }

  private async bySso(asked: Asked): Promise<Response> {
    if (this.parts.ssoName === undefined) return notThere();
    if (!(await this.parts.ssoReady()))
      return refusal(503, 'UNAVAILABLE', 'The identity provider does not answer just now.');
    if (asked.gate === 'sso callback') return this.parts.library().handler(asked.request);
    const pages = { callbackURL: '/sign-in-sso', errorCallbackURL: '/sign-in-failed' };
    return this.ask(asked, { provider: SSO, ...pages, disableRedirect: true });
  }

  /** The page takes over the session that the provider's redirect could only leave in a cookie; the cookie goes. */
  private async handOver({ request }: Asked): Promise<Response> {
    const cookie = sessionCookieOf(request.headers);
    const origin = request.headers.get('origin');
    if (cookie === undefined || origin === null || !this.parts.origins.includes(origin)) return signInFirst();
    const token = decodeURIComponent(cookie.value);
    if ((await this.parts.sessions.of(`Bearer ${token}`)) === undefined) return signInFirst();
    const secure = cookie.name.startsWith('__Secure-') ? '; Secure' : '';
    return json(
      200,
      { token },
      {
        'set-auth-token': token,
        'set-cookie': `${cookie.name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure}`,
      },
    );
  }

  private async signedIn(asked: Asked): Promise<Response> {
    const { sessions } = this.parts;
    const session = await sessions.of(asked.headers.get('authorization'));
    if (session === undefined) return signInFirst();
    if (asked.gate === 'look') return json(200, await lookAt(session, sessions));
    if (asked.gate.startsWith('guarded') && !session.steppedUp) return stepUpFirst('manage second factors');
    if (asked.gate === 'challenge' && !(await this.isFirstCode(asked, session)))
      return stepUpFirst('manage second factors');
    const work = (): Promise<Response> => this.forPerson(asked, session);
    const one = {
      account: Tries.accountOf(`person ${session.person.id}`),
      address: addressOf(asked.headers),
    };
    const response = asked.gate === 'guarded' ? await work() : await this.counted(one, work, ({ ok }) => ok);
    this.notify(asked, session, response);
    return response;
  }

  /** With a session, a code is asked for only to finish an enrolment; all else goes by step-up, which counts it. */
  private async isFirstCode({ path }: Asked, { person }: OpenSession): Promise<boolean> {
    return path === '/two-factor/verify-totp' && (await this.parts.sessions.isEnrolling(person.id));
  }

  private forPerson(asked: Asked, session: OpenSession): Promise<Response> {
    const { person } = session;
    if (asked.gate === 'step up') return stepUp(asked.headers, asked.body, session, this.parts);
    if (asked.path === '/change-password') {
      const body = { ...asked.body, revokeOtherSessions: true };
      return this.withPassword({ ...asked, body }, [person.name, person.email]);
    }
    return this.ask(asked);
  }

  /** @param about what is known of the person; nothing where only the link of a mail says who it is */
  private async withPassword(asked: Asked, about: readonly string[]): Promise<Response> {
    const { newPassword } = asked.body;
    const isLong = typeof newPassword === 'string' && newPassword.length >= PASSWORD_LETTERS.least;
    if (isLong && isGuessable(newPassword, about))
      return refusal(400, 'PASSWORD_TOO_GUESSABLE', GUESSABLE_PASSWORD);
    return this.ask(asked);
  }

  private notify({ path, request }: Asked, { person }: OpenSession, response: Response): void {
    const what = NOTICES[path];
    if (what === undefined || !response.ok) return;
    this.parts.later(this.parts.notices.send(person, { kind: 'sign-in-changed', what }, request));
  }
}

const WRONG = ['INVALID_PASSWORD', 'INVALID_CODE', 'INVALID_BACKUP_CODE'];

/** A guess that missed, and nothing else that may be wrong with a request. */
async function isWrong(response: Response): Promise<boolean> {
  if (response.ok || response.status >= 500) return false;
  if (response.status === 401) return true;
  const { code } = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { code?: string };
  return WRONG.includes(code ?? '');
}

/** Undefined when there is one and it is no JSON object. */
async function bodyOf(request: Request): Promise<Record<string, unknown> | undefined> {
  const text = request.method === 'GET' ? '' : await request.text();
  if (text === '') return {};
  try {
    const body = JSON.parse(text) as unknown;
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    return isObject ? (body as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
