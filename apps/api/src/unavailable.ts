import type { ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { GraphQLError } from 'graphql';
import { isUnavailable } from '#market';

/** Seconds after which trying again makes sense: a database that was started anew is there by then. */
export const RETRY_AFTER = 2;
export const AWAY = 'The database does not answer just now, or has too much to do; try again.';

/** The answer while the database cannot take the work, on both transports of GraphQL. */
export const unavailable = (): GraphQLError =>
  new GraphQLError(AWAY, {
    extensions: {
      code: 'UNAVAILABLE',
      retryAfter: RETRY_AFTER,
      http: { status: 503, headers: new HeaderMap([['retry-after', String(RETRY_AFTER)]]) },
    },
  });

/** The same answer outside of GraphQL. */
export function refuseUnavailable(response: ServerResponse, message = AWAY, isStopping = false): void {
  if (response.headersSent) return void response.end();
  response.writeHead(503, {
    'content-type': 'application/json',
    'retry-after': String(RETRY_AFTER),
    ...(isStopping ? { connection: 'close' } : {}),
  });
  response.end(JSON.stringify({ code: 'UNAVAILABLE', message }));
}

/** For the controllers: GraphQL has its own way of saying it. */
@Catch()
export class UnavailableFilter extends BaseExceptionFilter implements ExceptionFilter {
  override catch(exception: unknown, host: ArgumentsHost): void {
    if (exception instanceof HttpException || !isUnavailable(exception)) return super.catch(exception, host);
    refuseUnavailable(host.switchToHttp().getResponse<ServerResponse>());
  }
}
