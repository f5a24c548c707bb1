import { defineConfig } from 'vite';

const SERVER = 'http://localhost:3000';

export default defineConfig({
  root: 'client',
  publicDir: '../assets',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
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
      output: { codeSplitting: { groups: [{ name: 'phaser', test: /node_modules[\\/]phaser/ }] } },
    },
  },
});
