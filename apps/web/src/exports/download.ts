import { bodyOf, request } from '../shared/request.js';
import { actingFor } from '../shell/acting-for.js';
import { nameIn } from './file-name.js';

export type Saved =
  | { readonly is: 'saved'; readonly name: string; readonly bytes: number }
  | { readonly is: 'refused'; readonly message: string }
  | { readonly is: 'unreachable' };

/** What every fetch of a file is sent with: the session, and the firm that is acted for. */
export function proofHeaders(token: string): Readonly<Record<string, string>> {
  const firmId = actingFor();
  return {
    authorization: `Bearer ${token}`,
    ...(firmId === undefined ? {} : { 'x-bistrom-acting-for': firmId }),
  };
}

/** Fetches a file under the session's rights and saves it under the name that the server gives it. */
export async function download(path: string, token: string): Promise<Saved> {
  const response = await request(path, { headers: proofHeaders(token) });
  if (response === undefined) return { is: 'unreachable' };
  if (!response.ok) {
    const body = await bodyOf<{ readonly message?: string }>(response);
    return { is: 'refused', message: body?.message ?? response.statusText };
  }
  const blob = await response.blob();
  const name =
    nameIn(response.headers.get('content-disposition')) ?? path.split('?')[0]?.split('/').at(-1) ?? 'file';
  save(blob, name);
  return { is: 'saved', name, bytes: blob.size };
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads it in its own time; a minute is ample.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
