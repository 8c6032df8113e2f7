import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '#config';
import { METHOD_VERSION } from '#domain';
import type { Market, PublicPage } from '#market';
import { addressAt, clientAddress, type ClientAddress } from '../auth/client-address.js';
import type { Admission } from '../limits/admission.js';
import { ADMISSION, CONFIG, MARKET } from '../tokens.js';
import { UnavailableFilter } from '../unavailable.js';
import { refuseForNow } from './answers.js';
import { DOCUMENT_HEADERS } from './document.js';
import { methodPage, nothingHere, publicJson, publicPage } from './public-page.js';
import { Question, type Query as Asked } from './question.js';

/** How long a page may be shown that has been changed since, by us and by whoever keeps it on the way. */
const KEPT_S = 60;
const MOST_KEPT = 500;
const SLUG = /^[a-z\d](?:[a-z\d-]{0,98}[a-z\d])?$/;

/** What clusters show to everybody: no session, no cookie, one answer for what is not there and what is not shown. */
@UseFilters(UnavailableFilter)
@Controller('p')
export class PublicPagesController {
  private readonly kept = new Map<
    string,
    { readonly page: PublicPage | undefined; readonly until: number }
  >();
  private readonly from: ClientAddress;

  constructor(
    @Inject(MARKET) private readonly market: Market,
    @Inject(ADMISSION) private readonly admission: Admission,
    @Inject(CONFIG) { trustedProxies }: Config,
  ) {
    this.from = clientAddress(trustedProxies);
  }

  @Get('method.html')
  method(@Query() query: Asked, @Req() request: IncomingMessage, @Res() response: ServerResponse): void {
    const language = new Question(query).language();
    const factors = this.market.publicPages.factors();
    const { factorSet } = this.market.publicPages;
    const body = methodPage({ factors, factorSet, methodVersion: METHOD_VERSION }, language);
    show(request, response, { headers: DOCUMENT_HEADERS, body });
  }

  @Get(':page')
  async page(
    @Param('page') name: string,
    @Query() query: Asked,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const asksJson = name.endsWith('.json');
    const slug = asksJson ? name.slice(0, -'.json'.length) : name;
    if (!SLUG.test(slug)) return showNothing(response);
    if (this.fresh(slug) === undefined) {
      const wait = await this.admission.admitLink(addressAt(request, this.from));
      if (wait !== undefined) return refuseForNow(response, wait.retryAfter);
    }
    const page = await this.read(slug);
    if (page === undefined) return showNothing(response);
    const language = new Question(query).language();
    const json = { headers: JSON_HEADERS, body: JSON.stringify(publicJson(page)) };
    const html = { headers: DOCUMENT_HEADERS, body: asksJson ? '' : publicPage(page, language) };
    show(request, response, asksJson ? json : html);
  }

  private async read(slug: string): Promise<PublicPage | undefined> {
    const fresh = this.fresh(slug);
    if (fresh !== undefined) return fresh.page;
    const page = await this.market.publicPages.page(slug);
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(slug, { page, until: Date.now() + KEPT_S * 1000 });
    return page;
  }

  private fresh(slug: string): { readonly page: PublicPage | undefined } | undefined {
    const kept = this.kept.get(slug);
    return kept !== undefined && kept.until > Date.now() ? kept : undefined;
  }
}

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

interface Shown {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Kept by whoever likes, for a minute; who has it already is told so (RFC 9110, 13.1.2). */
function show(request: IncomingMessage, response: ServerResponse, { headers, body }: Shown): void {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const common = { ...headers, etag, 'cache-control': `public, max-age=${KEPT_S}` };
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, common).end();
  response.writeHead(200, common).end(body);
}

function showNothing(response: ServerResponse): void {
  response.writeHead(404, { ...DOCUMENT_HEADERS, 'cache-control': 'no-store' }).end(nothingHere);
}
