import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, Inject, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { PAPERS } from '../tokens.js';
import { UnavailableFilter } from '../unavailable.js';
import type { PaperDesk } from './papers.js';
import { answer } from './receiving.js';

/** Papers of deliveries: sent as they are, and handed out as files that no browser opens in our name. */
@UseFilters(UnavailableFilter)
@Controller('api')
export class PapersController {
  constructor(@Inject(PAPERS) private readonly papers: PaperDesk) {}

  @Post('deliveries/:id/papers')
  async attach(
    @Param('id') deliveryId: string,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    answer(request, response, await this.papers.take(request, deliveryId));
  }

  @Get('papers/:id')
  async give(
    @Param('id') id: string,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const given = await this.papers.give(request, id);
    if ('status' in given) return answer(request, response, given);
    response.writeHead(200, {
      'content-type': given.mediaType,
      'content-length': given.bytes.length,
      'content-disposition': `attachment; filename*=UTF-8''${encoded(given.fileName)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    response.end(given.bytes);
  }
}

/** RFC 8187: what encodeURIComponent leaves and the header may not hold. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
