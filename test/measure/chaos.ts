import { chaos } from './chaos/chaos.js';
import { run } from './command.js';

await run({
  name: 'chaos',
  usage:
    'npm run chaos -- [--kills N] [--backend postgres|redis] [--index sql|memory] [--full-run] [--seed S] [--json FILE]',
  options: {
    kills: { type: 'string' },
    backend: { type: 'string' },
    index: { type: 'string' },
    'full-run': { type: 'boolean' },
    seed: { type: 'string' },
  },
  work: chaos,
});
// Everything is down by now. Node's own end waits for handles of connections that were reset while they were held, and
// never gets them.
process.exit();
