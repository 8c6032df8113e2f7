import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What goes one way: bytes that wait until they are due, in the order in which they came. */
class Lane {
  private readonly waiting: { readonly due: number; readonly bytes: Buffer | undefined }[] = [];
  private timer: NodeJS.Timeout | undefined;
  private isForgotten = false;

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private readonly weather: TcpProxy,
  ) {
    from.on('data', (bytes: Buffer) => this.take(bytes));
    from.on('end', () => this.take(undefined));
    from.on('error', () => undefined);
    from.on('close', () => to.destroy());
  }

  /** Nothing more is read, so that the sender fills its buffers and waits, as on a network that lost its way. */
  hold(): void {
    this.from.pause();
  }

  /** Nothing arrives ever again, and nobody is told. */
  forget(): void {
    this.isForgotten = true;
    this.hold();
  }

  letGo(): void {
    if (this.isForgotten) return;
    this.from.resume();
    this.move();
  }

  private take(bytes: Buffer | undefined): void {
    this.waiting.push({ due: performance.now() + this.weather.delayMs, bytes });
    this.move();
  }

  private move(): void {
    clearTimeout(this.timer);
    for (let next = this.waiting[0]; next !== undefined; next = this.waiting[0]) {
      if (this.weather.isHole || this.isForgotten) return;
      const early = next.due - performance.now();
      if (early > 0) {
        this.timer = setTimeout(() => this.move(), early);
        return;
      }
      this.waiting.shift();
      if (next.bytes === undefined) this.to.end();
      else if (!this.to.destroyed) this.to.write(next.bytes);
    }
  }
}

interface Pair {
  readonly sockets: readonly [Socket, Socket];
  readonly lanes: readonly [Lane, Lane];
}

/** A network between a client and a server on this machine that can be slowed down, cut, and lose its way. */
export class TcpProxy {
  delayMs = 0;
  isHole = false;
  /** When the last fault was over, of `performance.now()`. */
  wholeSince = 0;
  private readonly pairs = new Set<Pair>();

  private constructor(
    private readonly server: Server,
    private readonly targetPort: number,
  ) {
    server.on('connection', (socket) => this.join(socket));
  }

  static async open(targetPort: number): Promise<TcpProxy> {
    // Half a closing is passed on by the lanes.
    const server = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpProxy(server, targetPort);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get isWhole(): boolean {
    return this.delayMs === 0 && !this.isHole;
  }

  /** Ends every connection at once; new ones are let through. */
  cut(): void {
    this.wholeSince = performance.now();
    for (const { sockets } of this.pairs) for (const socket of sockets) socket.resetAndDestroy();
  }

  /** From now on nothing arrives, and nobody is told; who connects waits. */
  swallow(): void {
    this.isHole = true;
    for (const { lanes } of this.pairs) for (const lane of lanes) lane.hold();
  }

  /** The connections that there are lead nowhere any more, and nobody is told; new ones are let through. */
  forget(): void {
    for (const { lanes } of this.pairs) for (const lane of lanes) lane.forget();
  }

  /** As it was before: what waited arrives, as TCP sends again what was lost on the way. */
  heal(): void {
    if (!this.isWhole) this.wholeSince = performance.now();
    this.delayMs = 0;
    this.isHole = false;
    for (const { lanes } of this.pairs) for (const lane of lanes) lane.letGo();
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.cut();
    await closed;
  }

  private join(client: Socket): void {
    const server = connect({ port: this.targetPort, host: '127.0.0.1', allowHalfOpen: true });
    for (const socket of [client, server]) socket.setNoDelay(true);
    const lanes = [new Lane(client, server, this), new Lane(server, client, this)] as const;
    const pair: Pair = { sockets: [client, server], lanes };
    this.pairs.add(pair);
    client.once('close', () => this.pairs.delete(pair));
    if (this.isHole) for (const lane of lanes) lane.hold();
  }
}
