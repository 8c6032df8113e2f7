import { run } from './command.js';
import { fuzzApi } from './fuzz/fuzz-api.js';

await run({
  name: 'fuzz:api',
  usage: 'npm run fuzz:api -- [--operations N] [--seed S] [--json FILE]',
  options: { operations: { type: 'string' }, seed: { type: 'string' } },
  work: fuzzApi,
});
