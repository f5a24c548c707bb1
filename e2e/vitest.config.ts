import { defineConfig } from 'vitest/config';

/** The built server and a real browser: run `npm run build` first. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
