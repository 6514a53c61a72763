import { defineConfig } from 'vitest/config';

/** Unit tests run in Node: everything that computes is plain functions without a DOM. */
export default defineConfig({
  test: {
    include: ['engine/**/*.test.ts', 'workers/**/*.test.ts', 'app/**/*.test.ts', 'docs/**/*.test.ts'],
    environment: 'node',
    // The default leaves one core for the rest; on a machine of two that is half of them.
    maxWorkers: '100%',
    // Tests count, they do not time: a limit is there for what hangs. Speed is for `npm run bench`.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
