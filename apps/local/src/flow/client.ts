import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** One signed-in person at a running server, over the public API alone. */
export class FlowClient {
  private constructor(
    private readonly url: string,
    private readonly authorization: string,
  ) {}

  /** @throws Error when the server does not take the password */
  static async signIn(url: string, email: string, password: string): Promise<FlowClient> {
    const response = await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const token = response.headers.get('set-auth-token');
    if (!response.ok || token === null)
      throw new Error(`${email} could not sign in at ${url}: ${await response.text()}`);
    return new FlowClient(url, `Bearer ${token}`);
  }

  /** @param authorization of somebody who has signed in already */
  static signedIn(url: string, authorization: string): FlowClient {
    return new FlowClient(url, authorization);
  }

  /** @throws Error with what the server said, when it answers with errors */
  async ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: this.authorization },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: T; errors?: { message: string }[] };
    if (errors !== undefined || data === undefined || data === null) {
      throw new Error(errors?.map((error) => error.message).join('\n') ?? `HTTP ${response.status}`);
    }
    return data;
  }

  /**
   * A mutation whose result is a union.
   *
   * @throws Error with the refusal when another member than `wanted` comes back
   */
  async change<T>(wanted: string, query: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
    const data = await this.ask<
      Record<string, T & { __typename: string; message?: string; path?: string[] }>
    >(query, variables);
    const [result] = Object.values(data);
    if (result?.__typename === wanted) return result;
    throw new Error(`${result?.__typename}: ${result?.message} (${result?.path?.join('.')})`);
  }

  /** The first event of a subscription that `isIt`; the subscription ends with it. */
  async first<T>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    isIt: (event: T) => boolean | Promise<boolean>,
  ): Promise<T> {
    const client = this.socket();
    try {
      for await (const { data, errors } of client.iterate<T>({ query, variables })) {
        if (errors !== undefined) throw new Error(errors.map((error) => error.message).join('\n'));
        if (data !== null && data !== undefined && (await isIt(data))) return data;
      }
    } finally {
      await client.dispose();
    }
    throw new Error('The subscription ended before the event came.');
  }

  private socket(): Client {
    return createClient({
      url: `${this.url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: this.authorization },
      retryAttempts: 5,
    });
  }
}
