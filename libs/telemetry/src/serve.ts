import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Health } from './health.js';
import type { Metrics } from './metrics.js';

export interface MetricsServer {
  close(): Promise<void>;
}

export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
}

const OK = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

/**
 * Metrics and health on a port of their own, which the proxy for everybody does not lead to: `/metrics`, `/livez`,
 * `/readyz`. It asks nobody who he is, so it belongs on an address that only the operator reaches.
 */
export async function serveMetrics(
  { host, port }: MetricsAddress,
  metrics: Metrics,
  health: Health,
): Promise<MetricsServer> {
  const answers: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    '/metrics': async (response) => {
      const text = await metrics.text();
      response.writeHead(200, { ...OK, 'content-type': metrics.contentType }).end(text);
    },
    '/livez': async (response) => void response.writeHead(200, OK).end('ok'),
    '/readyz': async (response) => {
      const { ready, checks } = await health();
      const text = JSON.stringify({ status: ready ? 'ok' : 'not ready', checks });
      response.writeHead(ready ? 200 : 503, { ...OK, 'content-type': 'application/json' }).end(text);
    },
  };
  const server = createServer((request: IncomingMessage, response) => {
    const answer = request.method === 'GET' ? answers[(request.url ?? '').split('?')[0] ?? ''] : undefined;
    if (answer === undefined) return void response.writeHead(404, OK).end('not here');
    answer(response).catch(() => void response.writeHead(500, OK).end('cannot be told'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ message }) =>
      reject(new Error(`METRICS_PORT: ${host}:${port} cannot be used: ${message}`)),
    );
    server.listen(port, host, resolve);
  });
  return {
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
