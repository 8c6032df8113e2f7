/** What became of a file that was sent. */
export type Sending =
  | { readonly is: 'kept'; readonly id: string }
  | { readonly is: 'refused'; readonly code: string; readonly message: string }
  | { readonly is: 'unreachable' };

/** What an answer says, whoever has written it. */
export function sendingOf(status: number, text: string): Sending {
  const body = jsonOf(text);
  if (status === 201 && typeof body['id'] === 'string') return { is: 'kept', id: body['id'] };
  if (status === 502 || status === 504) return { is: 'unreachable' };
  const { code, message } = body;
  return {
    is: 'refused',
    code: typeof code === 'string' ? code : 'FAILED',
    message: typeof message === 'string' ? message : `HTTP ${status}`,
  };
}

function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
