import { request, type IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';

export interface Answered<T> {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: T;
}

/** Somebody at the sign-in endpoints: keeps cookies as a browser does, and comes from an address of one's choice. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  /** Bearer token of the last sign-in. */
  token: string | undefined;

  constructor(
    private readonly url: string,
    private readonly options: { readonly from?: string; readonly origin?: string } = {},
  ) {}

  get<T = Record<string, unknown>>(path: string): Promise<Answered<T>> {
    return this.send('GET', path);
  }

  post<T = Record<string, unknown>>(path: string, body: unknown = {}): Promise<Answered<T>> {
    return this.send('POST', path, JSON.stringify(body));
  }

  signIn(email: string, password: string): Promise<Answered<{ token?: string; code?: string }>> {
    this.token = undefined;
    return this.post('/api/auth/sign-in/email', { email, password });
  }

  /** Whether the token is somebody's. */
  async isSignedIn(): Promise<boolean> {
    const query = '{ viewer { name } }';
    const { body } = await this.post<{ data?: { viewer: object | null } }>('/graphql', { query });
    return (body.data?.viewer ?? null) !== null;
  }

  private async send<T>(method: string, path: string, body?: string): Promise<Answered<T>> {
    const sent = request(new URL(path, this.url), {
      method,
      headers: this.headers(body),
      agent: false,
      ...(this.options.from === undefined ? {} : { localAddress: this.options.from }),
    });
    sent.end(body);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    this.keep(response.headers);
    const text = Buffer.concat(chunks).toString();
    return { status: response.statusCode ?? 0, headers: response.headers, body: parsed(text) as T };
  }

  private headers(body: string | undefined): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { origin } = this.options;
    return {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
      ...(cookie === '' ? {} : { cookie, origin: origin ?? new URL(this.url).origin }),
      ...(origin === undefined ? {} : { origin }),
    };
  }

  private keep(headers: IncomingHttpHeaders): void {
    for (const cookie of headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '' || /max-age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const token = headers['set-auth-token'];
    if (typeof token === 'string') this.token = token;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
