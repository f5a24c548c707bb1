import { defineConfig } from 'vite';
import { precachePlugin } from './scripts/precache-plugin.ts';

const SERVER = 'http://localhost:3000';

export default defineConfig({
  root: 'client',
  publicDir: '../assets',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [precachePlugin()],
  server: {
    proxy: { '/socket.io': { target: SERVER, ws: true }, '/api': SERVER, '/healthz': SERVER },
  },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // Phaser is loaded when a match begins; its size is known and is no reason to warn.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { index: 'client/index.html', sw: 'client/service-worker/sw.ts' },
      output: {
        // The worker's address must stay the same for browsers to find the next one.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        codeSplitting: { groups: [{ name: 'phaser', test: /node_modules[\\/]phaser/ }] },
      },
    },
  },
});
