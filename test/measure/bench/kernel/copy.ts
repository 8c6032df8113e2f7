import type pg from 'pg';

interface Connection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/** A statement that speaks COPY, as pg asks it of whoever brings a query of his own (`submit` and what follows). */
abstract class Copy {
  private failure: Error | undefined;

  constructor(
    private readonly text: string,
    private readonly settle: (failure: Error | undefined) => void,
  ) {}

  submit(connection: Connection): void {
    connection.query(this.text);
  }

  handleCommandComplete(): void {
    // handleReadyForQuery tells the end.
  }

  handleReadyForQuery(): void {
    this.settle(this.failure);
  }

  handleError(error: Error): void {
    this.failure = error;
    this.settle(error);
  }
}

class CopyIn extends Copy {
  constructor(
    text: string,
    private readonly chunks: Iterable<Buffer>,
    settle: (failure: Error | undefined) => void,
  ) {
    super(text, settle);
  }

  handleCopyInResponse(connection: Connection): void {
    for (const chunk of this.chunks) connection.sendCopyFromChunk(chunk);
    connection.endCopyFrom();
  }
}

const run = (
  client: pg.Client,
  make: (settle: (failure: Error | undefined) => void) => Copy,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = (failure: Error | undefined): void =>
      failure === undefined ? resolve() : reject(failure);
    client.query(make(settle) as unknown as pg.Submittable);
  });

/** Writes rows by COPY. */
export const copyIn = (client: pg.Client, text: string, chunks: Iterable<Buffer>): Promise<void> =>
  run(client, (settle) => new CopyIn(text, chunks, settle));
