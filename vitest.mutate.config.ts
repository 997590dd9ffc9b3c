import { defineConfig } from 'vitest/config';

/** The tests that mutants of a folder are held against: those of the folder, and of what is made of it and is fast. */
const testsOf: Readonly<Record<string, string>> = {
  exact: 'exact,expressions',
  expressions: 'expressions,working',
  slips: 'slips',
  judging: 'judging',
};
const folders = testsOf[process.env.MUTATED ?? ''] ?? 'exact,expressions,slips,judging,marking,reading,working';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    include: folders.split(',').map((folder) => `tests/${folder}/**/*.test.ts`),
  },
});
