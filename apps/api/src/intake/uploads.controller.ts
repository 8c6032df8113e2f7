import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, Header, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { UPLOADS } from '../tokens.js';
import { UnavailableFilter } from '../unavailable.js';
import { TEMPLATE } from './template.js';
import type { Uploads } from './uploads.js';

/** Files are no GraphQL: they come as they are, to an address of their own. */
@UseFilters(UnavailableFilter)
@Controller('api/imports')
export class UploadsController {
  constructor(@Inject(UPLOADS) private readonly uploads: Uploads) {}

  @Post('deliveries')
  async deliveries(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const { status, body, retryAfter, close } = await this.uploads.take(request);
    // What nobody reads any more is let run out, so that the answer can be read by who is still sending.
    if (close === true) request.resume();
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    });
    response.end(JSON.stringify(body));
  }

  @Get('deliveries/template.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="deliveries.csv"')
  template(): string {
    return TEMPLATE;
  }
}
