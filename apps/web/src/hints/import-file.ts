import { bodyOf, request } from '../shared/request.js';

/** What the api answers of one row of the file. */
export interface JudgedRow {
  readonly row: number;
  readonly effect: 'NEW' | 'SAME' | 'REFUSED';
  readonly firmName?: string;
  readonly side?: 'OFFER' | 'NEED';
  readonly text?: string;
  readonly amountText?: string;
  readonly source?: string;
  readonly problems: readonly {
    readonly field: string;
    readonly cell: string | null;
    readonly message: string;
  }[];
}

export interface JudgedFile {
  readonly counts: { readonly new: number; readonly same: number; readonly refused: number };
  readonly rows: readonly JudgedRow[];
  readonly recorded: number | null;
}

interface Problems {
  readonly problems?: readonly { readonly path?: readonly string[]; readonly message: string }[];
  readonly message?: string;
}

export type Answer =
  | { readonly ok: true; readonly judged: JudgedFile }
  | { readonly ok: false; readonly isUnreachable: boolean; readonly messages: readonly string[] };

export interface Asked {
  readonly clusterId: string;
  readonly source: string;
  /** For rows that name none; the file's own where it is empty. */
  readonly side: string;
}

/** Sends the file to be looked at or, with `record`, to be kept; rows that are refused are never kept. */
export async function sendFile(
  file: File,
  { clusterId, source, side }: Asked,
  { token, record }: { readonly token: string; readonly record: boolean },
): Promise<Answer> {
  const query = new URLSearchParams({ clusterId, name: file.name });
  if (source.trim() !== '') query.set('source', source.trim());
  if (side !== '') query.set('side', side);
  if (record) query.set('record', 'VALID_ONLY');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
  const response = await request(`/api/imports/hints?${query}`, { method: 'POST', headers, body: file });
  if (response === undefined) return { ok: false, isUnreachable: true, messages: [] };
  const body = await bodyOf<JudgedFile & Problems>(response);
  if (response.ok && body !== undefined) return { ok: true, judged: body };
  return { ok: false, isUnreachable: false, messages: messagesOf(body) };
}

const messagesOf = (body: Problems | undefined): readonly string[] => {
  const problems = body?.problems?.map(({ message }) => message) ?? [];
  return problems.length > 0 || body?.message === undefined ? problems : [body.message];
};
