import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface IdentityPerson {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
}

/** A certified OpenID provider in this process, whose one login page takes whoever the test says. */
export class IdentityProvider {
  /** Who sits at the provider's login page. */
  person: IdentityPerson = { sub: 'nobody', email: 'nobody@test.example', email_verified: true };
  /** What the authorization requests asked for. */
  readonly asked: URLSearchParams[] = [];

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async start(client: { id: string; secret: string; redirectUri: string }): Promise<IdentityProvider> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const here = new IdentityProvider(server, issuer);
    const provider = new Provider(issuer, {
      clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.redirectUri] }],
      claims: { email: ['email', 'email_verified'], profile: ['name'] },
      pkce: { required: () => true },
      findAccount: (_context: unknown, accountId: string) => ({
        accountId,
        claims: () => ({ ...here.person, sub: accountId, name: 'Kari' }),
      }),
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/login/${uid}` },
      cookies: { keys: ['only for tests'] },
    });
    const callback = provider.callback();
    server.on('request', (request, response) => {
      const url = new URL(request.url ?? '/', issuer);
      if (url.pathname === '/auth' && url.searchParams.has('client_id')) here.asked.push(url.searchParams);
      if (url.pathname.startsWith('/login/')) return void here.logIn(provider, request, response);
      void callback(request, response);
    });
    return here;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** Says yes to everything, as the person who sits there. */
  private async logIn(
    provider: Provider,
    request: Parameters<Provider['interactionFinished']>[0],
    response: Parameters<Provider['interactionFinished']>[1],
  ): Promise<void> {
    const { params, prompt } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
      await provider.interactionFinished(request, response, { login: { accountId: this.person.sub } });
      return;
    }
    const grant = new provider.Grant({ accountId: this.person.sub, clientId: String(params['client_id']) });
    grant.addOIDCScope('openid email profile');
    await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }
}
