import type { SaveDraftInput } from '#operations';
import { actingFor } from '../../shell/acting-for.js';

export interface StreamRow {
  readonly row: number;
  readonly side: 'OFFER' | 'NEED';
  readonly title: string;
  readonly description: string | null;
  readonly quantity: SaveDraftInput['quantity'];
  readonly siteId: string | null;
  readonly material: { readonly id: string; readonly nb: string; readonly en: string } | null;
  readonly problems: readonly { readonly cell: string | null; readonly message: string }[];
}

export type ReadStreams =
  { readonly rows: readonly StreamRow[]; readonly notices: readonly string[] } | { readonly refused: string };

interface Refusal {
  readonly message?: string;
  readonly error?: { readonly message?: string };
}

/**
 * Has the server read a file; nothing is kept of it.
 *
 * @throws TypeError where nobody answers
 */
export async function readStreams(token: string, file: File, side: 'OFFER' | 'NEED'): Promise<ReadStreams> {
  const firmId = actingFor();
  const query = new URLSearchParams({ side, name: file.name });
  const response = await fetch(`/api/imports/listings?${query.toString()}`, {
    method: 'POST',
    credentials: 'omit',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/octet-stream',
      ...(firmId === undefined ? {} : { 'x-bistrom-acting-for': firmId }),
    },
    body: file,
  });
  const body = (await response.json()) as object;
  if (response.ok) return body as ReadStreams;
  const { message, error } = body as Refusal;
  return { refused: message ?? error?.message ?? String(response.status) };
}

/** The draft that a row becomes. */
export const draftOfRow = ({
  side,
  title,
  description,
  quantity,
  siteId,
  material,
}: StreamRow): SaveDraftInput => ({
  side,
  title,
  description,
  quantity,
  siteId,
  materialId: material?.id ?? null,
});
