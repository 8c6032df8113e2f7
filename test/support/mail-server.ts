import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly to: readonly string[];
  /** As it came over the wire. */
  readonly raw: string;
  readonly mail: Email;
}

/** What a server answers instead of accepting. */
export interface Answer {
  readonly at: 'RCPT TO' | 'DATA';
  readonly code: number;
  readonly text: string;
}

interface Options {
  readonly host?: string;
  /** The only password that it takes; without one it asks for none. */
  readonly password?: string;
}

/** A real SMTP server on loopback that keeps what it accepts, and refuses when it is told to. */
export class MailServer {
  readonly received: Received[] = [];
  /** Each is given once, to the next mail that comes that far. */
  readonly answers: Answer[] = [];
  /** Runs when a mail is accepted, before the client is told so. */
  beforeAnswer: () => Promise<void> = () => Promise.resolve();

  private constructor(
    private readonly server: SMTPServer,
    private readonly host: string,
  ) {}

  static async start({ host = '127.0.0.1', password }: Options = {}): Promise<MailServer> {
    const holder: { self?: MailServer } = {};
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: password === undefined,
      allowInsecureAuth: true,
      onAuth: (auth, _session, done) =>
        auth.password === password ? done(null, { user: 'bistrom' }) : done(new Error('Wrong password')),
      onRcptTo: (_address, _session, done) => done(holder.self?.refusal('RCPT TO')),
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = envelope.rcptTo.map((one) => one.address);
          void holder.self?.accept(Buffer.concat(chunks), to).then(done);
        });
      },
    });
    // A client that is killed, or gives up, breaks its connection: that is what some tests are about.
    server.on('error', () => undefined);
    const self = new MailServer(server, host);
    holder.self = self;
    await once(server.listen(0, host), 'listening');
    return self;
  }

  get url(): string {
    return `smtp://${this.host}:${(this.server.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** The next mails that it accepts, once there are so many. */
  async have(count: number): Promise<readonly Received[]> {
    while (this.received.length < count) await new Promise((resolve) => setTimeout(resolve, 20));
    return this.received;
  }

  private refusal(at: Answer['at']): Error | null {
    const index = this.answers.findIndex((one) => one.at === at);
    const [answer] = index < 0 ? [] : this.answers.splice(index, 1);
    return answer === undefined ? null : Object.assign(new Error(answer.text), { responseCode: answer.code });
  }

  private async accept(raw: Buffer, to: readonly string[]): Promise<Error | null> {
    const refusal = this.refusal('DATA');
    if (refusal !== null) return refusal;
    this.received.push({ to, raw: raw.toString(), mail: await PostalMime.parse(raw) });
    await this.beforeAnswer();
    return null;
  }
}
