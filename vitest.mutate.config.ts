import { defineConfig } from 'vitest/config';

/** The tests that mutants of a folder are held against: those that concern it and are fast, for each runs many times. */
const testsOf: Readonly<Record<string, readonly string[]>> = {
  exact: ['tests/exact/*.test.ts'],
  expressions: ['tests/expressions/*.test.ts'],
  judging: [
    'tests/judging/{carried,charges,orders,roundings}.test.ts',
    'tests/{derived/charged-once,marking/charges}.test.ts',
  ],
  slips: ['tests/slips/*.test.ts'],
};

export default defineConfig({
  test: {
    testTimeout: 60_000,
    include: [...(testsOf[process.env.MUTATED ?? ''] ?? [])],
  },
});
