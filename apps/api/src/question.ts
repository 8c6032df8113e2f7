import { GraphQLError } from 'graphql';

/** Why a question on figures has no answer, and what to ask instead. */
const REFUSALS = Object.freeze({
  'no cluster': { code: 'NOT_FOUND', message: 'There is no such cluster.' },
  'no days': { code: 'BAD_USER_INPUT', message: 'to: must be later than from by at least a day.' },
  'no firm': { code: 'NOT_FOUND', message: 'You act for no firm.' },
  'too fine': {
    code: 'BAD_USER_INPUT',
    message: 'by: at most 120 periods in one answer; ask for longer ones, or fewer years.',
  },
  'no set': { code: 'BAD_USER_INPUT', message: 'There is no such factor set; factorSets names them.' },
  'not in the ledger': {
    code: 'BAD_USER_INPUT',
    message: 'basis: must be AGREED, DELIVERED or VERIFIED; what is potential is no entry.',
  },
});

/**
 * The answer, where there is one.
 *
 * @throws GraphQLError that says which argument is wrong, or that nothing is there
 */
export function answeredQuestion<T extends object>(
  answer: T | keyof typeof REFUSALS | undefined,
  missing: 'no cluster' | 'no firm' = 'no cluster',
): T {
  if (typeof answer === 'object') return answer;
  const { code, message } = REFUSALS[answer ?? missing];
  throw new GraphQLError(message, { extensions: { code } });
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/**
 * A calendar year that the database can be asked for.
 *
 * @throws GraphQLError where it is none
 */
export function knownYear(year: number): number {
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  throw new GraphQLError(`year: must be from ${FIRST_YEAR} to ${LAST_YEAR}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
