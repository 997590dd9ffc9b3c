import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** A limit says that a test hangs, so a busy machine must never reach it. */
const patient = { testTimeout: 60_000, hookTimeout: 60_000 };

/** `--mode large` repeats the searches of tests/fuzz many times more often than CI can wait for. */
export default defineConfig(({ mode }) => ({
  test: {
    // Every core works, and one worker more, because many tests wait for a browser or a program.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          ...patient,
          name: 'parts',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/cli/**'],
          globalSetup: ['tests/support/temporary.ts'],
          ...(mode === 'large' && { testTimeout: 3_600_000, env: { GRADCHECK_FUZZ: '50' } }),
        },
      },
      // These run the built program as a process, so it is built first.
      {
        test: {
          ...patient,
          name: 'program',
          include: ['tests/cli/**/*.test.ts'],
          globalSetup: ['tests/support/temporary.ts', 'tests/support/build.ts'],
        },
      },
    ],
  },
}));
