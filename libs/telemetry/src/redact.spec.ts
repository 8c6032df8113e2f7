import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { faultOf, reasonOf } from './fault.js';
import { openLog } from './log.js';

const CANARY = 'canary-5f3a';

/** The lines that a log writes while `work` logs. */
function linesOf(work: (log: ReturnType<typeof openLog>) => void): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  const to = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
  work(openLog('test', { level: 'info', to, context: () => ({ requestId: 'r-1' }) }));
  return lines;
}

const databaseError = (message: string, more: object): Error =>
  Object.assign(new Error(message), { severity: 'ERROR', ...more });

describe('a line of the log', () => {
  it('has level, program and request, and what was said', () => {
    expect(linesOf((log) => log.warn({ waiting: 3 }, 'Mails wait'))).toEqual([
      expect.objectContaining({
        level: 'warn',
        name: 'test',
        requestId: 'r-1',
        waiting: 3,
        msg: 'Mails wait',
      }),
    ]);
  });

  it.each([
    ['authorization', { headers: { Authorization: `Bearer ${CANARY}` } }],
    ['set-cookie', { response: { 'set-cookie': [CANARY] } }],
    ['an address', { who: `kari.${CANARY}@firm.example` }],
    ['a key', { given: `bis_${CANARY.replace('-', '_')}` }],
    ['a webhook secret', { given: `whsec_${CANARY.replace('-', '/')}` }],
    ['newPassword', { newPassword: CANARY }],
    ['title and description', { listing: { title: CANARY, description: CANARY } }],
    ['variables', { variables: { input: { anything: CANARY } } }],
    ['what is nested deeper than anybody logs', { a: { b: { c: { d: { e: CANARY } } } } }],
  ])('strikes out %s', (_what, said) => {
    const [line] = linesOf((log) => log.error(said, 'x'));
    expect(JSON.stringify(line)).not.toMatch(/canary.5f3a/);
    expect(JSON.stringify(line)).toContain('[struck out]');
  });

  it('strikes out what a child was given with every line', () => {
    const [line] = linesOf((log) => log.child({ token: CANARY, socketId: 's-1' }).info('x'));
    expect(JSON.stringify(line)).not.toContain(CANARY);
  });
});

describe('an error in the log', () => {
  it('of the database tells kind, code and constraint, not the values', () => {
    const driverError = databaseError(`Key (email)=(${CANARY}) already exists`, {
      code: '23505',
      constraint: 'user_email_key',
      detail: CANARY,
    });
    const error = Object.assign(new Error(`duplicate key ${CANARY}`), {
      driverError,
      query: `insert ${CANARY}`,
      parameters: [CANARY],
    });
    const [line] = linesOf((log) => log.error({ err: error }, 'x'));
    expect(JSON.stringify(line)).not.toContain(CANARY);
    expect(line?.['err']).toMatchObject({ type: 'Error', code: '23505', constraint: 'user_email_key' });
    expect(reasonOf(error)).toBe('Error 23505 user_email_key');
  });

  it('keeps its place in the code, and not the message above it', () => {
    const fault = faultOf(new TypeError(`"${CANARY}" is no number`));
    expect(fault.message).toBe('… is no number');
    expect(fault.at?.[0]).toMatch(/^at /);
    expect(JSON.stringify(fault)).not.toContain(CANARY);
  });

  it('of a parser says nothing of what was parsed', () => {
    const caught = ((): unknown => {
      try {
        return JSON.parse(CANARY);
      } catch (error) {
        return error;
      }
    })();
    expect(JSON.stringify(faultOf(new Error('x', { cause: caught })))).not.toContain('canar');
  });

  it('that is none is told by its type', () => expect(faultOf(CANARY)).toEqual({ type: 'string' }));
});
