import pg from 'pg';

/** How much longer than a statement may take, its answer may be on the way. */
const ON_THE_WAY_MS = 1_000;

/** What pg keeps of a client's state, and does not declare. */
interface Inside {
  readonly readyForQuery: boolean;
  readonly connection: { readonly stream: import('node:net').Socket };
}

/**
 * Gives up a connection whose other end has gone without a word: the machine lost its power, or a failover or a router
 * forgot it. The database ends every statement within `statement_timeout`; when nothing at all has come for longer,
 * nobody is there, and TCP alone would wait a quarter of an hour (Linux, tcp_retries2). All that waits on the connection
 * fails at once, and the pool makes a new one.
 */
export class WatchfulClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const longest = typeof config === 'object' ? config.statement_timeout : undefined;
    if (typeof longest === 'number' && longest > 0)
      this.once('connect', () => this.watch(longest + ON_THE_WAY_MS));
  }

  private watch(ms: number): void {
    const inside = this as unknown as Inside;
    const { stream } = inside.connection;
    stream.setTimeout(ms);
    stream.on('timeout', () => {
      // An idle connection is silent by nature.
      if (inside.readyForQuery) return;
      stream.destroy(new Error(`Connection terminated: the database has not answered for ${ms / 1000} s`));
    });
  }
}
