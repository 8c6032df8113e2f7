import { benchMatching } from './bench/bench-matching.js';
import { run } from './command.js';

await run({
  name: 'bench:matching',
  usage: 'npm run bench:matching -- [--sizes N,N] [--listings N] [--seed N] [--runs N] [--json FILE]',
  options: {
    sizes: { type: 'string' },
    listings: { type: 'string' },
    seed: { type: 'string' },
    runs: { type: 'string' },
  },
  work: benchMatching,
});
