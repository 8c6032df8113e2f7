import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ruleFaults } from '../../apps/api/src/field-rules.js';

const served = readFileSync('apps/api/schema.graphql', 'utf8');

describe('the rules of the schema', () => {
  it('are one for each field that the api serves', () => {
    expect(ruleFaults(served)).toEqual([]);
  });

  it('fail the check on a field without one, in a sentence that says where it belongs', () => {
    const more = served.replace(
      'type Firm implements Node {',
      'type Firm implements Node {\n  turnover: Decimal',
    );
    expect(ruleFaults(more)).toEqual([
      expect.stringMatching(/^Firm\.turnover has no rule: say in .*field-rules\.ts who may read it/),
    ]);
  });

  it('fail the check on a rule whose field is gone', () => {
    const less = served.replace(/(type GoalProgress \{[^}]*?) {2}dueOn: DateTime!\n/, '$1');
    expect(ruleFaults(less)).toEqual([
      expect.stringMatching(/^GoalProgress\.dueOn has a rule and is not in the schema/),
    ]);
  });
});
