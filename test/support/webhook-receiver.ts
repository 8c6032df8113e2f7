import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface ReceivedWebhook {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A real HTTP receiver on loopback that keeps what it is sent, and answers as it is told to. */
export class WebhookReceiver {
  readonly received: ReceivedWebhook[] = [];
  /** Each is given once; then 204. 'silence' answers nothing. */
  readonly answers: (Answer | 'silence')[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<WebhookReceiver> {
    const holder: { self?: WebhookReceiver } = {};
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method, url: path, headers } = request;
        holder.self?.received.push({ method, path, headers, body: Buffer.concat(chunks).toString('utf8') });
        const answer = holder.self?.answers.shift() ?? { status: 204 };
        if (answer !== 'silence') response.writeHead(answer.status, answer.headers).end(answer.body);
      });
      // A sender that gives up breaks its connection: that is what some tests are about.
      request.on('error', () => undefined);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    holder.self = new WebhookReceiver(server);
    return holder.self;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/bistrøm?nøkkel=æøå`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

/** What the public library reads of a message, as a receiver would. @throws Error when no signature is the secret's */
export const verified = ({ body, headers }: ReceivedWebhook, secret: string): unknown =>
  new Webhook(secret).verify(body, headers as Record<string, string>);
