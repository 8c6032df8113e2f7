import { Controller, Get, Header, Inject, UseFilters } from '@nestjs/common';
import { SYSTEM, type Market } from '#market';
import { MARKET } from '../tokens.js';
import { UnavailableFilter } from '../unavailable.js';
import { MAILBOX_STYLE, mailboxPage } from './page.js';

/** The mails that would have gone out. Part of the api in local mode only: they hold links that sign people in. */
@UseFilters(UnavailableFilter)
@Controller('mailbox')
export class MailboxController {
  constructor(@Inject(MARKET) private readonly market: Market) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async mails(): Promise<string> {
    return mailboxPage(await this.market.mails.mailbox(SYSTEM));
  }

  @Get('style.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  style(): string {
    return MAILBOX_STYLE;
  }
}
