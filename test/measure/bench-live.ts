import { run } from './command.js';
import { benchLive } from './live/bench-live.js';

await run({
  name: 'bench:live',
  usage: 'npm run bench:live -- [--backend postgres|redis|both] [--sockets N] [--events N] [--json FILE]',
  options: { backend: { type: 'string' }, sockets: { type: 'string' }, events: { type: 'string' } },
  work: benchLive,
});
