import { figuresVerify, USAGE } from './audit/figures-verify.js';
import { run } from './command.js';

await run({
  name: 'figures:verify',
  usage: USAGE,
  options: {
    rebuild: { type: 'boolean' },
    head: { type: 'string', multiple: true },
    change: { type: 'string' },
  },
  work: figuresVerify,
});
