import { describe, expect, it } from '@jest/globals';
import { assertNever, problem } from './problem.js';

describe('problem', () => {
  it('example: takes a dotted path apart', () => {
    expect(problem('input.title', 'Name the stream.')).toEqual({
      path: ['input', 'title'],
      message: 'Name the stream.',
    });
  });
});

describe('assertNever', () => {
  it('names what it met, for it should never have', () => {
    expect(() => assertNever({ action: 'fly' } as never)).toThrow(
      'Not one of the known cases: {"action":"fly"}',
    );
  });
});
