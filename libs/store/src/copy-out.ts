import type pg from 'pg';

interface Connection {
  query(text: string): void;
}

/** A statement that reads by COPY, as pg asks it of whoever brings a query of his own (`submit` and what follows). */
class CopyOut {
  private failure: Error | undefined;

  constructor(
    private readonly text: string,
    private readonly take: (row: string) => void,
    private readonly settle: (failure: Error | undefined) => void,
  ) {}

  submit(connection: Connection): void {
    connection.query(this.text);
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    if (this.failure !== undefined) return;
    try {
      // The last character ends the line.
      this.take(chunk.toString('utf8', 0, chunk.length - 1));
    } catch (error) {
      // Thrown into pg's reading it would end the program; what is left of the answer is passed over.
      this.failure = error as Error;
    }
  }

  handleCommandComplete(): void {
    // handleReadyForQuery tells the end.
  }

  handleReadyForQuery(): void {
    this.settle(this.failure);
  }

  handleError(error: Error): void {
    this.failure ??= error;
    this.settle(this.failure);
  }
}

/**
 * Reads a statement's rows by COPY in text form, a message for each: pg itself would keep all of them until the last
 * has come. Fields stand between tabs, what is null is `\N`.
 *
 * @param text `copy (…) to stdout`
 */
export const copyOut = (
  client: Pick<pg.ClientBase, 'query'>,
  text: string,
  take: (row: string) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = (failure: Error | undefined): void =>
      failure === undefined ? resolve() : reject(failure);
    client.query(new CopyOut(text, take, settle) as unknown as pg.Submittable);
  });
