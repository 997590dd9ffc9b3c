import { defineConfig } from 'vitest/config';

/** The tests that mutants are held against: those of the parts, without a browser, the trainer and the pages. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    include: ['tests/{exact,expressions,slips,judging,derived,marking,kinds,reading,working}/**/*.test.ts'],
  },
});
