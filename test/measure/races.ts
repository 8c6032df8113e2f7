import { run } from './command.js';
import { races } from './races/races.js';

await run({
  name: 'races',
  usage: 'npm run races -- [--keys N] [--races N] [--json FILE]',
  options: { keys: { type: 'string' }, races: { type: 'string' } },
  work: races,
});
