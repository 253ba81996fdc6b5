import { expect, test } from 'vitest';
import { nodeVersionProblem } from '@/lib/cli/bootstrap/node-version.js';

test.each(['20.19.0', '20.20.2', '22.12.0', '22.30.1', '24.0.0', '24.9.0'])('Node %s is good', (version) => {
  expect(nodeVersionProblem(version)).toBeNull();
});

test.each(['18.20.8', '20.18.3', '21.7.3', '22.11.0', '23.9.0', '26.0.0', ''])(
  'Node "%s" is refused in one sentence that says what to install',
  (version) => {
    const problem = nodeVersionProblem(version);
    expect(problem).toMatch(/needs Node 20\.19, 22\.12 or 24/);
    expect(problem?.split('\n')).toHaveLength(1);
  },
);
