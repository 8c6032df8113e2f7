import type { Browser, Locator, Page } from 'playwright-core';

/**
 * The times of a person's acts, seconds: the keystroke-level model, with the typing of an average non-secretary
 * (Card, Moran & Newell, The keystroke-level model for user performance time, Comm. ACM 23(7), 1980, figure 1).
 */
const KEY_S = 0.28;
const POINT_S = 1.1;
const BUTTON_S = 0.2;
const HOME_S = 0.4;
const THINK_S = 1.35;
/** Words a second of silent reading (Brysbaert, J. Memory and Language 109, 2019: 238 a minute). */
const WORDS_READ_S = 238 / 60;

const TEXT = 'Tørr flis fra høvleri, 270 tonn i året, 12 % fukt';

export interface NewUser {
  readonly url: string;
  readonly email: string;
  readonly password: string;
}

/**
 * A plant manager who has never been here signs in and lists a first stream: every word typed, every choice thought
 * about and pointed at, each question and its help read.
 *
 * @returns seconds from the sign-in page to the published stream's own page
 */
export async function timeFirstListing(browser: Browser, { url, email, password }: NewUser): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
    const started = performance.now();
    const person = new Person(page);
    await person.types(page.getByLabel('E-post'), email);
    await person.types(page.getByLabel('Passord'), password);
    await person.clicks(page.getByRole('button', { name: 'Logg inn' }));
    await person.clicks(page.getByRole('link', { name: 'Legg ut en strøm' }).first());
    await page.getByRole('heading', { name: 'Legg ut en strøm', level: 1 }).waitFor();
    await person.reads(page.locator('main form'));
    await person.types(page.getByLabel('Hva har dere til overs?'), TEXT);
    await person.clicks(page.getByRole('radio', { name: 'Treflis' }).first());
    await person.clicks(page.getByRole('button', { name: /^Ta med 270 t/ }));
    await person.clicks(page.getByRole('button', { name: /^Ta med .*12 %/ }));
    await person.clicks(page.getByRole('button', { name: 'Publiser strømmen' }));
    await page.getByRole('heading', { name: TEXT, level: 1 }).waitFor();
    return (performance.now() - started) / 1000;
  } finally {
    await context.close();
  }
}

class Person {
  constructor(private readonly page: Page) {}

  async clicks(what: Locator): Promise<void> {
    await what.waitFor();
    await this.waits(THINK_S + POINT_S + BUTTON_S);
    await what.click();
  }

  async types(into: Locator, text: string): Promise<void> {
    await this.clicks(into);
    await this.waits(HOME_S);
    await into.pressSequentially(text, { delay: KEY_S * 1000 });
    await this.waits(HOME_S);
  }

  /** All that stands there, but not what a list of choices holds while it is closed. */
  async reads(what: Locator): Promise<void> {
    const wordsOf = async (all: Locator): Promise<number> =>
      (await all.allInnerTexts()).flatMap((text) => text.match(/\p{L}+/gu) ?? []).length;
    const words = (await wordsOf(what)) - (await wordsOf(what.locator('select')));
    await this.waits(words / WORDS_READ_S);
  }

  private waits(seconds: number): Promise<void> {
    return this.page.waitForTimeout(seconds * 1000);
  }
}
