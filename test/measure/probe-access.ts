import { run } from './command.js';
import { probeAccess } from './probe/probe-access.js';

await run({
  name: 'probe:access',
  usage: 'npm run probe:access [-- --json FILE]',
  options: {},
  work: probeAccess,
});
