import { chaos } from './chaos/chaos.js';
import { run } from './command.js';

await run({
  name: 'chaos',
  usage: 'npm run chaos -- [--kills N] [--backend postgres|redis] [--seed S] [--json FILE]',
  options: { kills: { type: 'string' }, backend: { type: 'string' }, seed: { type: 'string' } },
  work: chaos,
});
