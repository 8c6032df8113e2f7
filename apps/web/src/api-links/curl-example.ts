import type { Demo } from '../sign-in/demo.js';

/** Signs in and asks for the best matches; runs as it stands where the demo gives a login. */
export function curlExample(origin: string, demo: Demo | null): string {
  const email = demo?.logins[0]?.email ?? 'you@example.com';
  const password = demo?.password ?? '…';
  const json = `-H 'content-type: application/json'`;
  return `TOKEN=$(curl -s -D - -o /dev/null ${origin}/api/auth/sign-in/email ${json} \\
  -d '${JSON.stringify({ email, password })}' \\
  | tr -d '\\r' | awk 'tolower($1) == "set-auth-token:" { print $2 }')

curl -s ${origin}/graphql ${json} -H "authorization: Bearer $TOKEN" \\
  -d '{"query":"{ matches(first: 3) { edges { node { score distanceKm netCo2eKg } } } }"}'`;
}
