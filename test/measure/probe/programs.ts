import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { freePort } from '../../../apps/local/src/free-port.js';

const PREFERRED_PORT = 53_100;
const METRICS_PORT = { api: 53_200, worker: 53_300 } as const;
const READY_MS = 60_000;
const SECRET = 'only-for-the-probe-0123456789-abcdefghij-KLMN';

/** The real api and worker as programs of their own, with every line that they write. */
export class Programs {
  private readonly children: ChildProcess[] = [];
  private readonly written: string[] = [];
  private readonly metricsUrls: string[] = [];

  private constructor(
    private readonly databaseUrl: string,
    private readonly root: string,
    readonly port: number,
  ) {}

  /** @param root folder with the package and what was built of it; npm and jest run in it */
  static async start(databaseUrl: string, root = '.'): Promise<Programs> {
    const programs = new Programs(databaseUrl, resolve(root), await freePort(PREFERRED_PORT));
    try {
      await Promise.all([programs.run('api'), programs.run('worker')]);
    } catch (error) {
      await programs.stop();
      throw error;
    }
    return programs;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Everything that both have written so far, on either stream. */
  get logs(): string {
    return this.written.join('');
  }

  /** What an operator's collector reads of both, all together. */
  async metrics(): Promise<string> {
    const pages = await Promise.all(this.metricsUrls.map(async (url) => (await fetch(url)).text()));
    return pages.join('\n');
  }

  async stop(): Promise<void> {
    await Promise.all(this.children.map(ended));
  }

  private async run(name: 'api' | 'worker'): Promise<void> {
    const metricsPort = await freePort(METRICS_PORT[name]);
    this.metricsUrls.push(`http://127.0.0.1:${metricsPort}/metrics`);
    const env = {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: this.databaseUrl,
      BISTROM_SECRET: SECRET,
      PORT: String(this.port),
      METRICS_PORT: String(metricsPort),
      BISTROM_DOCUMENTS: 'any',
      // Where the probe keeps what firms' endpoints are sent.
      WEBHOOK_ALLOWED_ADDRESSES: '127.0.0.1',
    };
    const child = fork(resolve(this.root, `dist/apps/${name}/src/main.js`), {
      cwd: this.root,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
    });
    this.children.push(child);
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => this.written.push(text));
    const timer = setTimeout(() => child.kill('SIGKILL'), READY_MS);
    const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
    clearTimeout(timer);
    if (message !== 'ready') throw new Error(`${name} did not start: ${this.logs}`);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
