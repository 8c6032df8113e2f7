import { run } from './command.js';
import { simulateScale, USAGE } from './scale/simulate-scale.js';

await run({
  name: 'simulate:scale',
  usage: USAGE,
  options: {
    listings: { type: 'string' },
    apis: { type: 'string' },
    workers: { type: 'string' },
    sample: { type: 'string' },
    matching: { type: 'string' },
  },
  work: simulateScale,
});
