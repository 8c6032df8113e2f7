import { run } from './command.js';
import { benchPlan, USAGE } from './plan/bench-plan.js';

await run({
  name: 'bench:plan',
  usage: USAGE,
  options: { arcs: { type: 'string' }, runs: { type: 'string' } },
  work: benchPlan,
});
