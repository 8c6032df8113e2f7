/**
 * Undefined when no server answered. Cookies are neither sent nor kept unless asked for: the bearer token is the only
 * proof, so that nothing outlives the tab. Between the steps of a sign-in a cookie says which one goes on.
 */
export async function request(path: string, init: RequestInit = {}): Promise<Response | undefined> {
  try {
    const response = await fetch(path, { credentials: 'omit', ...init });
    // What stands between the page and the server answers for it while it is away.
    return [502, 503, 504].includes(response.status) ? undefined : response;
  } catch {
    return undefined;
  }
}

export const postJson = (path: string, body: unknown, token?: string, signal?: AbortSignal) =>
  request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });

/** A step of a sign-in. */
export const postStep = (path: string, body: unknown) =>
  request(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Undefined when the body is empty or not JSON; the caller names the shape that the server promises. */
export async function bodyOf<T>(response: Response): Promise<T | undefined> {
  try {
    return (await response.json()) as T;
  } catch {
    return undefined;
  }
}
