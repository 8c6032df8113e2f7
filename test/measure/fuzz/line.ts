import { WebSocket } from 'ws';
import type { Answer } from './attempt.js';

/** One signed-in connection on which many subscribe at once: what belongs to which is told by the id. */
export class Line {
  private readonly socket: WebSocket;
  private readonly opened: Promise<unknown>;
  private readonly heard = new Map<string, (message: string) => void>();
  /** What came for subscriptions that nobody waited for any more: judged with the next one. */
  private late: string[] = [];
  private readonly over: Promise<undefined>;
  private closed: number | undefined;
  private asked = 0;

  /** @param quietMs how long a subscription that takes its place and has no news yet is waited for */
  constructor(
    port: number,
    init: string,
    private readonly quietMs: number,
  ) {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
    this.socket.on('error', () => undefined);
    this.over = new Promise((resolve) =>
      this.socket.once('close', (code: number) => {
        this.closed = code;
        resolve(undefined);
      }),
    );
    this.socket.once('open', () => this.socket.send(init));
    const acknowledged = new Promise((resolve) => this.socket.once('message', resolve));
    this.opened = Promise.race([acknowledged, this.over]);
    this.socket.on('message', (data: Buffer) => this.hear(data.toString()));
  }

  get isOpen(): boolean {
    return this.closed === undefined;
  }

  async ask(payload: string): Promise<Answer> {
    await this.opened;
    this.asked += 1;
    const id = `s${this.asked}`;
    const first = new Promise<string>((resolve) => this.heard.set(id, resolve));
    this.socket.send(`{"id":"${id}","type":"subscribe","payload":${payload}}`, () => undefined);
    const message = await Promise.race([first, this.pause(), this.over]);
    this.heard.delete(id);
    if (this.isOpen) this.socket.send(JSON.stringify({ id, type: 'complete' }), () => undefined);
    const messages = [...(message === undefined ? [] : [message]), ...this.late];
    this.late = [];
    return { text: '', messages, ...(this.closed === undefined ? {} : { closed: this.closed }) };
  }

  close(): void {
    this.socket.terminate();
  }

  private hear(text: string): void {
    const id = /^\{"id":"(s\d+)"/.exec(text)?.[1];
    const waiting = id === undefined ? undefined : this.heard.get(id);
    if (waiting !== undefined) waiting(text);
    else if (!text.includes('connection_ack')) this.late.push(text);
  }

  private pause(): Promise<undefined> {
    return new Promise((resolve) => setTimeout(() => resolve(undefined), this.quietMs));
  }
}
