import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, Header, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { UPLOADS } from '../tokens.js';
import { UnavailableFilter } from '../unavailable.js';
import { answer } from './receiving.js';
import { TEMPLATE } from './template.js';
import type { Uploads } from './uploads.js';

/** Files are no GraphQL: they come as they are, to an address of their own. */
@UseFilters(UnavailableFilter)
@Controller('api/imports')
export class UploadsController {
  constructor(@Inject(UPLOADS) private readonly uploads: Uploads) {}

  @Post('deliveries')
  async deliveries(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    answer(request, response, await this.uploads.take(request));
  }

  @Get('deliveries/template.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="deliveries.csv"')
  template(): string {
    return TEMPLATE;
  }
}
