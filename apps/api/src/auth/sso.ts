import { genericOAuth } from 'better-auth/plugins';
import type { OidcConfig } from '#config';

/** The one identity provider of an installation, as the sign-in library names it; part of the redirect address. */
export const SSO = 'sso';

const DISCOVERY_MS = 5000;

interface Claims {
  readonly sub?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

/**
 * OpenID Connect by authorization code with PKCE, state and nonce. Nobody gets an account by it: it signs in people who
 * are entered here, by the address that both sides have verified, and from then on by the provider's own id of them.
 */
export function ssoPlugin({ issuer, clientId, clientSecret }: OidcConfig, provider: Provider) {
  return genericOAuth({
    config: [
      {
        providerId: SSO,
        discoveryUrl: discoveryUrl(issuer),
        requireIdTokenVerification: true,
        clientId,
        clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        disableSignUp: true,
        getUserInfo: async ({ idToken, accessToken }) => {
          // The library has verified the token by now: signature, issuer, audience, nonce. Without one it would not.
          if (idToken === undefined) return null;
          const claims = await withEmail(claimsOf(idToken), provider, accessToken);
          if (claims?.sub === undefined || claims.email === undefined) return null;
          // What anybody can enter there without proof says nothing about who he or she is here.
          if (claims.email_verified !== true) return null;
          return { sub: claims.sub, email: claims.email, emailVerified: true, name: claims.name ?? '' };
        },
      },
    ],
  });
}

/** What is asked of a provider beside the library. */
export interface Provider {
  readonly userInfoUrl: string | undefined;
}

const discoveryUrl = (issuer: string): string =>
  `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

/**
 * Asks the provider for its description before the library does, which takes whatever issuer it finds there.
 *
 * @throws Error when it does not answer, or names another issuer (OpenID Connect Discovery 1.0, 4.3: must be identical)
 */
export async function discover({ issuer }: OidcConfig): Promise<Provider> {
  const response = await fetch(discoveryUrl(issuer), { signal: AbortSignal.timeout(DISCOVERY_MS) });
  if (!response.ok) throw new Error(`${issuer} answers ${response.status} when asked to describe itself.`);
  const found = (await response.json()) as { issuer?: string; userinfo_endpoint?: string };
  if (found.issuer !== issuer)
    throw new Error(`OIDC_ISSUER is ${issuer}, and the provider there calls itself ${found.issuer}.`);
  return { userInfoUrl: found.userinfo_endpoint };
}

const claimsOf = (idToken: string): Claims =>
  JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()) as Claims;

/** Many providers tell the address at their user info endpoint only; it counts for the very person of the token. */
async function withEmail(
  claims: Claims,
  { userInfoUrl }: Provider,
  accessToken: string | undefined,
): Promise<Claims | undefined> {
  if (claims.email !== undefined || userInfoUrl === undefined || accessToken === undefined) return claims;
  const response = await fetch(userInfoUrl, {
    headers: { authorization: `Bearer ${accessToken}` },
    signal: AbortSignal.timeout(DISCOVERY_MS),
  });
  if (!response.ok) return undefined;
  const info = (await response.json()) as Claims;
  return info.sub === claims.sub ? info : undefined;
}
