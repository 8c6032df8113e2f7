import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { buildSchema, DangerousChangeType, findBreakingChanges, findDangerousChanges } from 'graphql';
import { ruleFaults } from './field-rules.js';
import { CONTRACT_FILE, SCHEMA_FILE } from './schema-file.js';
import { schemaText } from './schema.js';

/** Changes that an outside program would stumble over, from the contract to what the code serves. */
function departures(contract: string, served: string): string[] {
  const [from, to] = [buildSchema(contract), buildSchema(served)];
  const defaults = findDangerousChanges(from, to).filter(
    (change) => change.type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE,
  );
  return [...findBreakingChanges(from, to), ...defaults].map((change) => change.description);
}

const served = await schemaText();
const faults = [...departures(readFileSync(CONTRACT_FILE, 'utf8'), served), ...ruleFaults(served)];
if (readFileSync(SCHEMA_FILE, 'utf8') !== served) {
  faults.push('apps/api/schema.graphql is not what the code serves: run npm run schema:write and commit it.');
}
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(
    'apps/api/schema.graphql is current and a superset of the contract; every field carries a rule.\n',
  );
}
