import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { now } from './clock.js';
import type { Publication, Side } from './side.js';

const PUBLISH = 'mutation P($id: ID!) { publish(id: $id) }';

/** A bare graphql-ws server in a process of its own, while the work lasts. */
export async function withBare<T>(sample: string, work: (side: Side) => Promise<T>): Promise<T> {
  const child = fork(new URL('./bare-process.js', import.meta.url), [sample], {
    stdio: 'inherit',
    execArgv: [],
  });
  try {
    const [port] = (await once(child, 'message')) as [number];
    const url = `http://127.0.0.1:${port}`;
    return await work({
      seats: (count) => Array.from({ length: count }, () => ({ url, authorization: '', after: '' })),
      publish: () => publish(url),
    });
  } finally {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}

async function publish(url: string): Promise<Publication> {
  const id = randomUUID();
  const sentAt = now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: PUBLISH, variables: { id } }),
  });
  await response.json();
  return { listingId: id, sentAt };
}
