import { benchMatching } from './bench/bench-matching.js';
import { run } from './command.js';

await run({
  name: 'bench:matching',
  usage:
    'npm run bench:matching -- [--sizes N,N] [--listings N] [--seed N] [--runs N] [--only T4] [--server URL] [--json FILE]',
  options: {
    sizes: { type: 'string' },
    listings: { type: 'string' },
    seed: { type: 'string' },
    runs: { type: 'string' },
    only: { type: 'string' },
    server: { type: 'string' },
  },
  work: benchMatching,
});
