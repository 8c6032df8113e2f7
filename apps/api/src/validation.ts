import {
  Injectable,
  ValidationPipe,
  type CallHandler,
  type ExecutionContext,
  type ArgumentMetadata,
  type NestInterceptor,
  type PipeTransform,
  type ValidationError,
} from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { GraphQLError, OperationTypeNode, type GraphQLResolveInfo } from 'graphql';
import { catchError, of, throwError, type Observable } from 'rxjs';
import type { Problem } from '#domain';
import { validationOutcome } from './outcomes/errors.js';

/** Input that class-validator refused; becomes the typed ValidationError of the mutation. */
class InvalidInput extends Error {
  constructor(readonly problems: readonly [Problem, ...Problem[]]) {
    super(problems[0].message);
  }
}

const problemsOf = (errors: readonly ValidationError[], path: readonly string[]): Problem[] =>
  errors.flatMap((error) => {
    const here = [...path, error.property];
    const own = Object.values(error.constraints ?? {}).map((message) => ({ path: here, message }));
    return [...own, ...problemsOf(error.children ?? [], here)];
  });

export const inputPipe = (): ValidationPipe =>
  new ValidationPipe({
    transform: false,
    forbidUnknownValues: false,
    exceptionFactory: (errors) => {
      const problems = problemsOf(errors, ['input']);
      return new InvalidInput(problems as [Problem, ...Problem[]]);
    },
  });

/** How long what stands beside an input may be, as its namesake in one; characters of a text, entries of a list. */
const MOST: Readonly<Record<string, number>> = Object.freeze({
  idempotencyKey: 200,
  note: 2000,
  reason: 2000,
  correctionReason: 2000,
  groups: 20,
  name: 300,
  password: 300,
  token: 300,
});

/** Holds single arguments to what class-validator holds the fields of an input to. */
export class ArgumentBounds implements PipeTransform {
  transform(value: unknown, { data }: ArgumentMetadata): unknown {
    const most = data === undefined ? undefined : MOST[data];
    if (data === undefined || most === undefined) return value;
    const length = typeof value === 'string' || Array.isArray(value) ? value.length : 0;
    const what = Array.isArray(value) ? 'entries' : 'characters';
    if (length > most) throw new InvalidInput([{ path: [data], message: `At most ${most} ${what}.` }]);
    if (data === 'idempotencyKey' && value === '')
      throw new InvalidInput([{ path: [data], message: 'At least one character; leave it out for none.' }]);
    return value;
  }
}

/** Turns refused input into the union member that every mutation with an input has. */
@Injectable()
export class TypedValidation implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { operation } = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (!(error instanceof InvalidInput)) return throwError(() => error);
        // A query has no outcome to be refused by.
        return operation.operation === OperationTypeNode.MUTATION
          ? of(validationOutcome(error.problems))
          : throwError(() => new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT' } }));
      }),
    );
  }
}
