import { run } from './command.js';
import { evalMatching } from './eval/eval-matching.js';

await run({
  name: 'eval:matching',
  usage: 'npm run eval:matching -- --exchanges FILE [--index sql|memory] [--json FILE] [--misses]',
  options: { exchanges: { type: 'string' }, index: { type: 'string' }, misses: { type: 'boolean' } },
  work: evalMatching,
});
