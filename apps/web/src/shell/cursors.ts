const PREFIX = 'bistrom-live:';

const read = (key: string): Readonly<Record<string, string>> => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
};

/**
 * Where each kind of news was heard last, for one firm, kept in the tab's storage: a reload goes on from there. Cursors are
 * opaque, and say nothing of what they lead to.
 */
export class Cursors {
  private readonly key: string;

  constructor(firmId: string | undefined) {
    this.key = `${PREFIX}${firmId ?? ''}`;
  }

  of(topic: string): string | undefined {
    return read(this.key)[topic];
  }

  /** @param start where those go on that have heard nothing yet */
  begin(start: string, topics: readonly string[]): void {
    this.write({ ...Object.fromEntries(topics.map((topic) => [topic, start])), ...read(this.key) });
  }

  heard(topic: string, cursor: string): void {
    this.write({ ...read(this.key), [topic]: cursor });
  }

  forget(): void {
    sessionStorage.removeItem(this.key);
  }

  private write(all: Readonly<Record<string, string>>): void {
    sessionStorage.setItem(this.key, JSON.stringify(all));
  }
}

/** Whoever signs in next hears only his or her own news. */
export function forgetCursors(): void {
  const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
  for (const key of keys) sessionStorage.removeItem(key);
}
