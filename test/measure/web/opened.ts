import type { Browser, Page } from 'playwright-core';

const PATIENCE_MS = 30_000;
/** A hard flick: twenty screens a second. */
const WHEEL_PX = 720;
const WHEEL_MS = 40;
/** A list that shows nothing new for so long has come to its end. */
const AT_THE_END_MS = 5_000;

/** What one opening of a page by a browser that knows nothing yet came to. */
export interface Opened {
  /** Over the wire, compressed as it came, headers too. */
  readonly bytes: number;
  /** Milliseconds from asking for the page until what is waited for stood there. */
  readonly ready: number;
}

export interface Scrolled {
  /** Tasks that kept the page from drawing for longer than 50 ms, milliseconds each. */
  readonly longTasks: readonly number[];
  readonly rows: number;
}

export interface PageAsked {
  readonly url: string;
  /** Stands there when the page is ready. */
  readonly ready: string;
  /** Of who is signed in. */
  readonly token?: string | undefined;
}

/** Opens a page in a context of its own and lets the work have it. */
export async function opened<T>(
  browser: Browser,
  { url, ready, token }: PageAsked,
  work: (page: Page, opened: Opened) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    if (token !== undefined)
      await page.addInitScript(`sessionStorage.setItem('bistrom-token', ${JSON.stringify(token)})`);
    const session = await context.newCDPSession(page);
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await session.send('Network.enable');
    const started = performance.now();
    await page.goto(url);
    await page.locator(ready).first().waitFor({ timeout: PATIENCE_MS });
    return await work(page, { bytes, ready: performance.now() - started });
  } finally {
    await context.close();
  }
}

const OBSERVE = `globalThis.longTasks = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((one) => one.duration))).observe({ type: 'longtask' });`;

/** Turns the wheel until nothing new comes. @param row what a row is, @param most rows that there are */
export async function scrolled(page: Page, row: string, most: number): Promise<Scrolled> {
  await page.evaluate(OBSERVE);
  const seen = new Set<string>();
  const box = await page.locator(row).first().boundingBox();
  await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 10);
  for (let news = performance.now(); performance.now() - news < AT_THE_END_MS && seen.size < most;) {
    const before = seen.size;
    for (const text of await page.locator(row).allInnerTexts()) seen.add(text.split('\n')[0] ?? text);
    if (seen.size > before) news = performance.now();
    await page.mouse.wheel(0, WHEEL_PX);
    await page.waitForTimeout(WHEEL_MS);
  }
  const longTasks = await page.evaluate<number[]>('globalThis.longTasks');

  return { longTasks, rows: seen.size };
}
