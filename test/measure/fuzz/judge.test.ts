import { describe, expect, it } from '@jest/globals';
import type { Answer, Attempt } from './attempt.js';
import { faultsOf, markOf } from './judge.js';

const posted: Attempt = {
  transport: 'http',
  about: 'viewer',
  who: 'plant',
  method: 'POST',
  path: '/graphql',
  headers: {},
  body: '',
};
const signIn: Attempt = { ...posted, path: '/api/auth/sign-in/email' };
const socket: Attempt = { transport: 'frames', about: 'frames', who: 'plant', frames: [] };
const json = { 'content-type': 'application/json; charset=utf-8' };

const answered = (body: unknown, status = 200): Answer => ({
  status,
  headers: json,
  text: JSON.stringify(body),
});
const refused = (message: string, code?: string): Answer =>
  answered({ errors: [{ message, ...(code === undefined ? {} : { extensions: { code } }) }] }, 400);
const heard = (message: unknown): Answer => ({ text: '', messages: [JSON.stringify(message)] });
const kinds = (attempt: Attempt, answer: Answer): readonly string[] =>
  faultsOf(attempt, answer).map(({ kind }) => kind);

describe('the judge of fuzz:api', () => {
  it.each<[string, Attempt, Answer]>([
    ['data', posted, answered({ data: { viewer: null } })],
    ['an error with a code', posted, refused('Send operations by POST.', 'BAD_REQUEST')],
    [
      'data with errors',
      posted,
      answered({ data: null, errors: [{ message: 'No.', extensions: { code: 'NOT_FOUND' } }] }),
    ],
    ['a type that lacks a field', posted, refused('Field "a" is not defined by type "B".', 'BAD_USER_INPUT')],
    ['a variable that is not there', posted, refused('Variable "$a" is not defined.', 'BAD_USER_INPUT')],
    ['a refused sign-in', signIn, answered({ code: 'INVALID', message: 'No.' }, 401)],
    [
      'an error on a socket',
      socket,
      heard({ id: '1', type: 'error', payload: [{ message: 'No.', extensions: { code: 'TOO_DEEP' } }] }),
    ],
    ['a socket closed for its client', socket, { text: '', messages: [], closed: 4400 }],
  ])('lets pass: %s', (_what, attempt, answer) => {
    expect(faultsOf(attempt, answer)).toEqual([]);
  });

  it.each<[string, Attempt, Answer, string]>([
    ['a 5xx', posted, answered({ errors: [{ message: 'No.', extensions: { code: 'X' } }] }, 500), 'status'],
    ['a 5xx of sign-in', signIn, { status: 503, headers: {}, text: '' }, 'status'],
    ['a masked error', posted, refused('Something went wrong on our side.', 'INTERNAL'), 'internal'],
    ['an error without a code', posted, refused('boom'), 'unmasked'],
    ['a stack', posted, refused('x\n    at run (file:///srv/main.js:3:1)', 'X'), 'unmasked'],
    ['words of the database', posted, refused('invalid input syntax for type uuid: "x"', 'X'), 'unmasked'],
    [
      'words of the engine',
      posted,
      refused("Cannot read properties of undefined (reading 'a')", 'X'),
      'unmasked',
    ],
    ['a name the engine lacks', posted, refused('listing is not defined', 'X'), 'unmasked'],
    ['SQL', posted, refused('select id from listing where id = $1', 'X'), 'unmasked'],
    ['a path', signIn, answered({ message: '/usr/lib/x' }, 400), 'unmasked'],
    ['a spelling lesson', posted, refused('Did you mean "viewer"?', 'X'), 'unmasked'],
    ['HTML', posted, { status: 200, headers: { 'content-type': 'text/html' }, text: '<html>' }, 'malformed'],
    ['broken JSON', posted, { status: 200, headers: json, text: '{' }, 'malformed'],
    ['no errors', posted, answered({ errors: [] }, 400), 'malformed'],
    ['neither data nor errors', posted, answered({}), 'malformed'],
    [
      'a masked error on a socket',
      socket,
      heard({ id: '1', type: 'error', payload: [{ message: 'x', extensions: { code: 'INTERNAL' } }] }),
      'internal',
    ],
    ['an unknown message', socket, heard({ type: 'greeting' }), 'malformed'],
    ['a socket closed by a fault of ours', socket, { text: '', messages: [], closed: 1011 }, 'closed'],
    ['a socket that was torn off', socket, { text: '', messages: [], closed: 1006 }, 'closed'],
    ['no answer', posted, { text: '', brokenOff: 'socket hang up' }, 'broken off'],
  ])('does not let pass: %s', (_what, attempt, answer, kind) => {
    expect(kinds(attempt, answer)).toContain(kind);
  });

  it('counts answers by status and what they name', () => {
    expect(markOf(refused('No.', 'TOO_DEEP'))).toBe('400 TOO_DEEP');
    expect(markOf(answered({ data: { a: { __typename: 'NotFoundError' } } }))).toBe('200 NotFoundError');
    expect(markOf({ text: '', messages: [], closed: 4400 })).toBe('closed 4400');
    expect(markOf({ text: '', brokenOff: 'socket hang up' })).toBe('broken off');
  });
});
