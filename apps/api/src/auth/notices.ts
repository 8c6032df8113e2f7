import { pageLink, SYSTEM, type Market } from '#market';
import type { Language, Mail } from '#domain';

/** The sign-in library's mails, in the language that the browser asked in. */
export class Notices {
  constructor(
    private readonly market: Market,
    private readonly publicUrl: string,
  ) {}

  link(page: 'reset-password' | 'verify-address', token: string): string {
    return pageLink(this.publicUrl, page, token);
  }

  async send(person: { id: string; email: string }, mail: Mail, request?: Request): Promise<void> {
    const message = { to: person.email, personId: person.id, language: languageOf(request), mail };
    await this.market.mails.queue(SYSTEM, message);
  }
}

const languageOf = (request: Request | undefined): Language =>
  /^en\b/i.test(request?.headers.get('accept-language') ?? '') ? 'en' : 'nb';
