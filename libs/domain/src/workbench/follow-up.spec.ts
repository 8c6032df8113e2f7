import { describe, expect, it } from '@jest/globals';
import { noteProblems, stepProblems } from './follow-up.js';

const paths = (problems: readonly { readonly path: readonly string[] }[]): readonly string[] =>
  problems.map((one) => one.path.join('.'));

describe('a note', () => {
  it('says something, in 2000 characters', () => {
    expect(paths(noteProblems(''))).toEqual(['input.text']);
    expect(noteProblems('x'.repeat(2000))).toEqual([]);
    expect(paths(noteProblems('x'.repeat(2001)))).toEqual(['input.text']);
  });
});

describe('a next step', () => {
  it('says what and until when: from today on, within three years', () => {
    const on = (dueOn: string) => paths(stepProblems({ text: 'Call the mill', dueOn }, '2026-06-15'));
    expect([on('2026-06-15'), on('2026-06-16')]).toEqual([[], []]);
    expect([on('2026-06-14'), on('2206-06-16')]).toEqual([['input.dueOn'], ['input.dueOn']]);
  });

  it('is short', () => {
    expect(paths(stepProblems({ text: 'x'.repeat(301), dueOn: '2026-06-14' }, '2026-06-15'))).toEqual([
      'input.text',
      'input.dueOn',
    ]);
  });
});
