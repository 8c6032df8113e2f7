import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { FlowClient } from '../../apps/local/src/flow/client.js';
import type { Running } from './running.js';

export interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

export interface Closed {
  readonly code: number;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** graphql-transport-ws message by message, as no library would let a client speak it. */
export class Wire {
  readonly heard: Message[] = [];
  readonly closed: Promise<Closed>;
  private readonly listeners = new Set<() => void>();

  private constructor(readonly socket: WebSocket) {
    this.closed = new Promise((resolve) =>
      socket.once('close', (code, reason) => resolve({ code, reason: reason.toString(), at: Date.now() })),
    );
    socket.on('message', (data: Buffer) => {
      this.heard.push(JSON.parse(data.toString()) as Message);
      for (const listener of this.listeners) listener();
    });
    socket.on('error', () => undefined);
  }

  /** @throws Error when the upgrade is refused */
  static async open(
    { port }: Pick<Running, 'port'>,
    headers: Readonly<Record<string, string>> = {},
    protocol = 'graphql-transport-ws',
  ): Promise<Wire> {
    const wire = new Wire(new WebSocket(`ws://127.0.0.1:${port}/graphql`, protocol, { headers }));
    await once(wire.socket, 'open');
    return wire;
  }

  /** Connected and let in. */
  static async signedIn(running: Pick<Running, 'port'>, client: FlowClient): Promise<Wire> {
    const wire = await Wire.open(running);
    wire.init(authorizationOf(client));
    await wire.until(({ type }) => type === 'connection_ack');
    return wire;
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  init(authorization?: string): void {
    this.send({ type: 'connection_init', payload: { authorization } });
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  /**
   * The first message that `isIt`, heard already or still to come.
   *
   * @throws Error when the socket closes before it
   */
  until(isIt: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = this.heard.find(isIt);
        if (found === undefined) return;
        this.listeners.delete(look);
        resolve(found);
      };
      this.listeners.add(look);
      look();
      void this.closed.then(({ code, reason }) => reject(new Error(`closed with ${code}: ${reason}`)));
    });
  }
}

export const authorizationOf = (client: FlowClient): string =>
  (client as unknown as { authorization: string }).authorization;
