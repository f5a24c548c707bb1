import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,server,client,scripts}/**/*.test.ts', '{shared,server,client}/**/*.test.tsx'],
    setupFiles: ['scripts/property-seed.ts'],
    testTimeout: 300_000,
    maxWorkers: 2,
  },
});
