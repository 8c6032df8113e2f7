import { attackApi } from './attack/attack-api.js';
import { run } from './command.js';

await run({
  name: 'attack:api',
  usage: 'npm run attack:api -- [--tries N] [--json FILE]',
  options: { tries: { type: 'string' } },
  work: attackApi,
});
