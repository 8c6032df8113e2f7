import { run } from './command.js';
import { evalMatching } from './eval/eval-matching.js';

await run({
  name: 'eval:matching',
  usage: 'npm run eval:matching -- --exchanges FILE [--json FILE] [--misses]',
  options: { exchanges: { type: 'string' }, misses: { type: 'boolean' } },
  work: evalMatching,
});
