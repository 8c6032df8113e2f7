import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import { LIMITS, refusal } from './limits.js';

/** The body of a request as JSON; what is no such body is refused before it costs anything. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const problem = headProblem(request);
  if (problem !== undefined) return problem;
  const bytes = await bytesOf(request);
  if (bytes instanceof GraphQLError) return bytes;
  if (!isUtf8(bytes)) return refusal('BAD_REQUEST', 'The body is not UTF-8.');
  const body = parsed(bytes.toString('utf8'));
  if (Array.isArray(body))
    return refusal('BAD_REQUEST', 'One operation a request: the body must be an object.');
  return typeof body === 'object' && body !== null
    ? body
    : refusal('BAD_REQUEST', 'The body must be a JSON object with a query.');
}

function headProblem({ method, headers }: IncomingMessage): GraphQLError | undefined {
  if (method !== 'POST') return refusal('BAD_REQUEST', 'Send operations by POST.', { status: 405 });
  // A type that a form can send too would come from any page, without the browser asking first.
  if (!isJson(headers['content-type'])) {
    return refusal('BAD_REQUEST', 'Send the operation as application/json in UTF-8.', { status: 415 });
  }
  if (!['identity', undefined].includes(headers['content-encoding'])) {
    return refusal('BAD_REQUEST', 'Send the body as it is, not compressed.', { status: 415 });
  }
  return Number(headers['content-length'] ?? 0) > LIMITS.bytes ? tooLong() : undefined;
}

function isJson(contentType: string | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((one) => one.startsWith('charset='))?.slice('charset='.length);
  return type === 'application/json' && ['utf-8', '"utf-8"', undefined].includes(charset);
}

const tooLong = (): GraphQLError =>
  refusal('TOO_LONG', `The body is longer than ${LIMITS.bytes} bytes.`, { status: 413 });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Resolves with what came, or with the refusal as soon as it is too much or too slow. */
function bytesOf(request: IncomingMessage): Promise<Buffer | GraphQLError> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const end = (result: Buffer | GraphQLError): void => {
      clearTimeout(timer);
      request.off('data', take);
      resolve(result);
    };
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > LIMITS.bytes) return end(tooLong());
      chunks.push(chunk);
    };
    const timer = setTimeout(
      () => end(refusal('BAD_REQUEST', 'The body did not come in time.', { status: 408 })),
      LIMITS.bodyMs,
    );
    request.on('data', take);
    request.once('end', () => end(Buffer.concat(chunks)));
    request.once('close', () => end(refusal('BAD_REQUEST', 'The body broke off.')));
  });
}
