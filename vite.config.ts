import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** One static page that works from any sub-path: hence the relative base. */
export default defineConfig({
  root: 'app',
  base: './',
  publicDir: '../public',
  plugins: [react()],
  worker: {
    format: 'es',
    // What the worker begins with is one file: a second one would be asked for only when the first has come.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'engine', tags: ['$initial'] }] } } },
  },
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2022', manifest: true },
  server: { port: 5173 },
  preview: { port: 4173 },
});
