import { Controller, Get, Header, Inject, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '#config';
import type { Market } from '#market';
import { addressAt, clientAddress, type ClientAddress } from '../auth/client-address.js';
import type { Admission } from '../limits/admission.js';
import { ADMISSION, CONFIG, MARKET } from '../tokens.js';
import { UnavailableFilter } from '../unavailable.js';
import { ASKING, TRY_LATER, TURNED_OFF, UNSUBSCRIBE_STYLE } from './page.js';

const HTML = 'text/html; charset=utf-8';

/**
 * Where the link at the end of a notification leads (RFC 8058). Looking changes nothing, for mail programs and scanners
 * look at every link; the POST does. It takes no cookie and no session, so that no other page can have a visitor do more
 * than the link itself allows, and its answer is the same whether or not there is such a link.
 */
@UseFilters(UnavailableFilter)
@Controller('unsubscribe')
export class UnsubscribeController {
  private readonly from: ClientAddress;

  constructor(
    @Inject(MARKET) private readonly market: Market,
    @Inject(ADMISSION) private readonly admission: Admission,
    @Inject(CONFIG) { trustedProxies }: Config,
  ) {
    this.from = clientAddress(trustedProxies);
  }

  @Get('style.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  style(): string {
    return UNSUBSCRIBE_STYLE;
  }

  @Get(':token')
  @Header('Content-Type', HTML)
  ask(): string {
    return ASKING;
  }

  @Post(':token')
  async turnOff(
    @Param('token') token: string,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const wait = await this.admission.admitLink(addressAt(request, this.from));
    if (wait !== undefined) {
      response.writeHead(429, { 'content-type': HTML, 'retry-after': String(wait.retryAfter) });
      return void response.end(TRY_LATER);
    }
    await this.market.notifications.unsubscribe(token);
    response.writeHead(200, { 'content-type': HTML }).end(TURNED_OFF);
  }
}
