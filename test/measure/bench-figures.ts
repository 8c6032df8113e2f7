import { run } from './command.js';
import { benchFigures, USAGE } from './figures/bench-figures.js';

await run({
  name: 'bench:figures',
  usage: USAGE,
  options: { entries: { type: 'string' }, runs: { type: 'string' } },
  work: benchFigures,
});
