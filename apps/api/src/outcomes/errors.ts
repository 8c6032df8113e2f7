import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import type { Problem } from '#domain';
import type { Refusal } from '#market';

@InterfaceType('UserError', {
  description:
    "What went wrong in a way the caller can act on. Every implementing type documents 'Returned when …'.",
  resolveType: (value: { __typename: string }) => value.__typename,
})
abstract class UserErrorModel {
  @Field(() => String)
  code: string;
  @Field(() => String)
  message: string;
  @Field(() => [String], { nullable: true })
  path?: readonly string[] | undefined;
}

@ObjectType('FieldProblem', { description: 'One field that was wrong, and what would be right.' })
export class FieldProblemModel implements Problem {
  @Field(() => [String])
  path: readonly string[];
  @Field(() => String)
  message: string;
}

@ObjectType('ValidationError', {
  implements: () => [UserErrorModel],
  description:
    'Returned when the input cannot stand as it is; path names the field, message says what would be right.',
})
export class ValidationErrorModel extends UserErrorModel {
  @Field(() => [FieldProblemModel], {
    description: 'Everything that was wrong; the first is also code, message and path.',
  })
  problems: readonly FieldProblemModel[];
}

@ObjectType('NotFoundError', {
  implements: () => [UserErrorModel],
  description: 'Returned when the thing does not exist, or the viewer may not know that it does.',
})
export class NotFoundErrorModel extends UserErrorModel {}

@ObjectType('ConflictError', {
  implements: () => [UserErrorModel],
  description:
    'Returned when the thing changed since the caller read it, such as the remaining amount being taken by another.',
})
export class ConflictErrorModel extends UserErrorModel {}

@ObjectType('ForbiddenError', {
  implements: () => [UserErrorModel],
  description:
    "Returned when the thing is known to the viewer, whose role in the firm or cluster, or whose key's scopes, do not reach; or when a fresh proof of who it is is asked for (code STEP_UP_REQUIRED).",
})
export class ForbiddenErrorModel extends UserErrorModel {}

type Tagged<T extends string, M> = M & { readonly __typename: T };
export type ValidationOutcome = Tagged<'ValidationError', ValidationErrorModel>;
export type NotFoundOutcome = Tagged<'NotFoundError', NotFoundErrorModel>;
export type ConflictOutcome = Tagged<'ConflictError', ConflictErrorModel>;
type ForbiddenOutcome = Tagged<'ForbiddenError', ForbiddenErrorModel>;
export type ErrorOutcome = ValidationOutcome | NotFoundOutcome | ConflictOutcome | ForbiddenOutcome;

export const validationOutcome = (problems: readonly [Problem, ...Problem[]]): ValidationOutcome => ({
  __typename: 'ValidationError',
  code: 'VALIDATION',
  message: problems[0].message,
  path: problems[0].path,
  problems,
});

/** A refusal of a use case as the union member that the schema promises. */
export function errorOutcome(refusal: Refusal): ErrorOutcome {
  switch (refusal.kind) {
    case 'validation':
      return validationOutcome(refusal.problems);
    case 'not_found':
      return {
        __typename: 'NotFoundError',
        code: 'NOT_FOUND',
        message: `There is no such ${refusal.what}.`,
        path: [refusal.what],
      };
    case 'forbidden':
      return { __typename: 'ForbiddenError', code: refusal.code ?? 'FORBIDDEN', message: refusal.message };
    case 'conflict':
      return { __typename: 'ConflictError', code: 'CONFLICT', message: refusal.message, path: refusal.path };
  }
}
