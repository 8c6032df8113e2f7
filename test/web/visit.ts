import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';

const PATIENCE_MS = 30_000;

export type Look = 'light' | 'dark';

/** The driver that draws maps without a graphics card says that it is slow: that is of the machine, not of the page. */
const isComplaint = (type: string, text: string): boolean =>
  ['error', 'warning'].includes(type) && !text.includes('GL Driver Message');

/** One tab of a person's browser, with everything that it asked for and complained of. */
export class Visit {
  readonly requests: string[] = [];
  readonly complaints: string[] = [];

  private constructor(readonly page: Page) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('websocket', (socket) => this.requests.push(socket.url()));
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (isComplaint(message.type(), message.text())) this.complaints.push(message.text());
    });
  }

  static async open(browser: Browser, url: string, colorScheme: Look): Promise<Visit> {
    const visit = await Visit.openFront(browser, url, colorScheme);
    await visit.page.getByLabel('E-post').waitFor();
    return visit;
  }

  /** @param viewport of the screen; a laptop's where nothing is said */
  static async openFront(
    browser: Browser,
    url: string,
    colorScheme: Look,
    viewport = { width: 1280, height: 800 },
  ): Promise<Visit> {
    // Without animations, in the middle of which colours have no contrast yet.
    const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' });
    const visit = new Visit(await context.newPage());
    await visit.page.goto(url);
    return visit;
  }

  /** Signs in, and goes to a page once that is done. */
  async signInTo(url: string, email: string, password: string): Promise<void> {
    await this.signIn(email, password);
    await this.page.getByRole('button', { name: 'Logg ut' }).waitFor();
    await this.page.goto(url);
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.page.getByLabel('E-post').fill(email);
    await this.page.getByLabel('Passord').fill(password);
    await this.page.getByRole('button', { name: 'Logg inn' }).click();
  }

  /** Until the words stand on the page. */
  async sees(words: string): Promise<void> {
    await this.page.getByText(words, { exact: true }).first().waitFor();
  }

  /** The name of the field that has the keyboard. */
  focused(): Promise<unknown> {
    return this.page.evaluate('document.activeElement?.name');
  }

  /** What axe finds serious or critical, and where. */
  async barriers(): Promise<string[]> {
    const axe = new AxeBuilder({ page: this.page }).options({ resultTypes: ['violations'] });
    const { violations } = await axe.analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
