import type { ServerResponse } from 'node:http';
import { problem, type Problem } from '#domain';
import type { Refusal } from '#market';
import { errorOutcome } from '../outcomes/errors.js';

const STATUS: Readonly<Record<Refusal['kind'], number>> = {
  validation: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
};

/** A file or page that goes out; never kept by anybody on the way. */
export interface Answer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** The refusal of a use case, in the words of the schema's typed errors. */
export function refuse(response: ServerResponse, refusal: Refusal): void {
  const { __typename, ...told } = errorOutcome(refusal);
  answerJson(response, STATUS[refusal.kind], { error: __typename, ...told });
}

export const refuseQuery = (response: ServerResponse, problems: readonly Problem[]): void => {
  const [first = problem('', 'Wrong.'), ...rest] = problems;
  refuse(response, { kind: 'validation', problems: [first, ...rest] });
};

export const refuseStranger = (response: ServerResponse): void =>
  answerJson(response, 401, {
    code: 'UNAUTHENTICATED',
    message: 'Sign in first, and send the token or a key as Authorization: Bearer ….',
  });

export const refuseOtherFirm = (response: ServerResponse, message: string): void =>
  answerJson(response, 403, { code: 'NOT_YOUR_FIRM', message });

export const refuseForNow = (response: ServerResponse, retryAfter: number): void =>
  answerJson(
    response,
    429,
    { code: 'RATE_LIMITED', message: `Too much was asked for. Try again in ${retryAfter} s.`, retryAfter },
    { 'retry-after': String(retryAfter) },
  );

function answerJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** @param name of the file, of letters, digits, dots and hyphens */
export function attachment(name: string, type: string, body: string | Buffer): Answer {
  return {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
    body,
  };
}

export function send(response: ServerResponse, { headers, body }: Answer): void {
  response.writeHead(200, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
  response.end(body);
}
