import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, Header, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { HINT_SHELF, STREAM_SHELF, UPLOADS } from '../tokens.js';
import { UnavailableFilter } from '../unavailable.js';
import type { HintShelf } from './hint-shelf.js';
import { answer } from './receiving.js';
import type { StreamShelf } from './stream-shelf.js';
import { HINT_TEMPLATE, STREAM_TEMPLATE, TEMPLATE } from './template.js';
import type { Uploads } from './uploads.js';

/** Files are no GraphQL: they come as they are, to an address of their own. */
@UseFilters(UnavailableFilter)
@Controller('api/imports')
export class UploadsController {
  constructor(
    @Inject(UPLOADS) private readonly uploads: Uploads,
    @Inject(HINT_SHELF) private readonly hintShelf: HintShelf,
    @Inject(STREAM_SHELF) private readonly streamShelf: StreamShelf,
  ) {}

  @Post('deliveries')
  async deliveries(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    answer(request, response, await this.uploads.take(request));
  }

  @Post('hints')
  async hints(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    answer(request, response, await this.uploads.take(request, this.hintShelf));
  }

  @Post('listings')
  async listings(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    answer(request, response, await this.uploads.take(request, this.streamShelf));
  }

  @Get('listings/template.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="listings.csv"')
  listingTemplate(): string {
    return STREAM_TEMPLATE;
  }

  @Get('hints/template.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="hints.csv"')
  hintTemplate(): string {
    return HINT_TEMPLATE;
  }

  @Get('deliveries/template.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="deliveries.csv"')
  template(): string {
    return TEMPLATE;
  }
}
