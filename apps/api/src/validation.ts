import {
  Injectable,
  ValidationPipe,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type ValidationError,
} from '@nestjs/common';
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

/** Turns refused input into the union member that every mutation with an input has. */
@Injectable()
export class TypedValidation implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          error instanceof InvalidInput ? of(validationOutcome(error.problems)) : throwError(() => error),
        ),
      );
  }
}
