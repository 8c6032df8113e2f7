import { run } from './command.js';
import { benchImports } from './imports/bench-imports.js';

await run({
  name: 'bench:imports',
  usage: 'npm run bench:imports -- [--rows N] [--quiet SECONDS] [--json FILE]',
  options: { rows: { type: 'string' }, quiet: { type: 'string' } },
  work: benchImports,
});
