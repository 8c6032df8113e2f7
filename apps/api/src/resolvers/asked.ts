import { GraphQLError } from 'graphql';

/** @throws GraphQLError where nothing lies between the two instants, or there is nothing to answer */
export function asked<T>(answer: T | 'no days' | undefined, missing: string): T {
  if (answer === 'no days') throw refused('to: must be later than from by at least a day.', 'BAD_USER_INPUT');
  if (answer === undefined) throw refused(missing, 'NOT_FOUND');
  return answer;
}

/** @throws GraphQLError where a period has more parts than one answer holds */
export function askedParts<T>(answer: T | 'too fine'): T {
  if (answer === 'too fine')
    throw refused(
      'by: at most 120 periods in one answer; ask for longer ones, or fewer years.',
      'BAD_USER_INPUT',
    );
  return answer;
}

const refused = (message: string, code: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });
