import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LIMITS, refusal, VALIDATION } from './limits.js';
import { shapeProblem } from './shape.js';

/** PostgreSQL holds no text with this character; as an escape it would come to be in the lexer only. */
const NUL = '\u0000';
const NUL_ESCAPE = /\\u(0000|\{0+\})/;
const nulRefused = (): GraphQLError => refusal('BAD_USER_INPUT', 'No text may hold the character U+0000.');

export interface Asked {
  readonly query: string;
  readonly variables?: unknown;
}

/**
 * The document of an operation, parsed and held against every limit that needs no schema: what is refused here costs
 * less than validation, whose rules go with the square of the text.
 */
export function readOperation({ query, variables }: Asked): DocumentNode | GraphQLError {
  if (query.length > LIMITS.documentLength) {
    return refusal('TOO_LONG', `The document is longer than ${LIMITS.documentLength} characters.`);
  }
  const document = NUL_ESCAPE.test(query) ? nulRefused() : parsed(query);
  if (document instanceof GraphQLError) return document;
  return variablesProblem(variables) ?? shapeProblem(document) ?? document;
}

/** Validation as the GraphQL server on HTTP does it, for the transport that is our own. */
export const validationErrors = (schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] =>
  validate(schema, document, undefined, VALIDATION).map(
    ({ message, nodes }) =>
      new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
  );

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes(`${LIMITS.tokens} tokens`)) {
      return refusal('TOO_LONG', `The document has more than ${LIMITS.tokens} tokens.`);
    }
    const extensions = { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400 } };
    const { source, positions } = error;
    return new GraphQLError(error.message, {
      source: source ?? null,
      positions: positions ?? null,
      extensions,
    });
  }
}

/** Walks without recursion and stops at the first limit, so that no input decides how much is walked. */
function variablesProblem(variables: unknown): GraphQLError | undefined {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: variables, depth: 0 }];
  for (let seen = 0; open.length > 0; seen += 1) {
    const { value, depth } = open.pop() as (typeof open)[number];
    const problem = textProblem(value);
    if (problem !== undefined) return problem;
    if (depth > LIMITS.variableDepth) {
      return refusal('TOO_DEEP', `The variables are nested more than ${LIMITS.variableDepth} deep.`);
    }
    const children = childrenOf(value);
    if (seen + open.length + children.length > LIMITS.variableValues) {
      return refusal('TOO_LONG', `The variables hold more than ${LIMITS.variableValues} values.`);
    }
    for (const child of children) open.push({ value: child, depth: depth + 1 });
  }
  return undefined;
}

const childrenOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
};

function textProblem(value: unknown): GraphQLError | undefined {
  if (typeof value !== 'string') return undefined;
  if (value.includes(NUL)) return nulRefused();
  return value.length > LIMITS.textLength
    ? refusal('TOO_LONG', `A text among the variables is longer than ${LIMITS.textLength} characters.`)
    : undefined;
}
