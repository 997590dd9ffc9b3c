import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'parts', include: ['tests/**/*.test.ts'], exclude: ['tests/cli/**'] } },
      // These run the built program as a process, so it is built first.
      {
        test: {
          name: 'program',
          include: ['tests/cli/**/*.test.ts'],
          globalSetup: ['tests/support/build.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
