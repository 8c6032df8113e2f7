import { run } from './command.js';
import { benchWeb, USAGE } from './web/bench-web.js';

await run({
  name: 'bench:web',
  usage: USAGE,
  options: { runs: { type: 'string' }, listings: { type: 'string' } },
  work: benchWeb,
});
