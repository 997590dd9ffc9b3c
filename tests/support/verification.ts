import type { Check, Verification } from '../../src/records/verification.ts';

/** A check as `verify` makes them, with whatever is of interest changed. */
export const check = (change: Partial<Check> = {}): Check => ({
  suite: 'keys/a2.json',
  name: 'q1.z1',
  rule: 'key-value-wrong',
  status: 'failed',
  seconds: 0.0314,
  place: { file: 'keys/a2.json', line: 4, column: 13, pointer: '/keys/q1/z1' },
  says: '"z1" is given as 1.386, and the solver finds 1.3680.',
  ...change,
});

export const run = (...checks: Check[]): Verification => ({
  version: 1,
  gradcheck: '1.0.0',
  at: '2026-11-21T03:04:05.678Z',
  seed: 'gradcheck',
  checks,
});

/** Everything that a report might stumble over. */
export const hostile = check({
  suite: 'keys/<a> & "b".json',
  name: 'z]]>\u001b[31m',
  says: 'a < b & c > "d" | `e` \\ \u0000\u001b 50%\r\n::error::forged, and: \ud83d\ude00 ∂L/∂w',
  seconds: 1e-9,
});
