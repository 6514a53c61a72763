import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { embedPage } from './scripts/build/embed.ts';
import { fonts } from './scripts/build/fonts.ts';
import { createLicences } from './scripts/build/licences.ts';
import { offline } from './scripts/build/offline.ts';
import { pagePolicy } from './scripts/build/policy.ts';
import { shell } from './scripts/build/shell.ts';
import { trim, withoutSentences } from './scripts/build/trim.ts';

const licences = createLicences();

/** What figures say they were made with. Without git there is no commit to name, and the same sources build the same files. */
function readBuild(): { version: string; commit: string } {
  const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  try {
    const asked = { cwd: import.meta.dirname, encoding: 'utf8', stdio: 'pipe' } as const;
    return { version, commit: execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], asked).trim() };
  } catch {
    return { version, commit: '' };
  }
}

/** A browser may keep files whose names contain a hash of their content: docs/deploy.md tells hosts the same. */
const keepAssets: Plugin = {
  name: 'keep-assets',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      if (request.url?.includes('/assets/')) response.setHeader('cache-control', 'max-age=31536000');
      next();
    });
  },
};

/** Matches the files that index.html itself loads. */
const BEGINNING = /\/(?:index-[\w-]+\.(?:css|js)|rolldown-runtime-[\w-]+\.js)$/;

/** One static page that works from any sub-path: hence the relative base. */
export default defineConfig({
  root: 'app',
  base: './',
  publicDir: '../public',
  // Its file for browsers is a script for every way to load one, which brings a module that tells them apart.
  resolve: { alias: { dlv: 'dlv/dist/dlv.es.js' } },
  define: { __BUILD__: JSON.stringify(readBuild()) },
  // The service worker lists what the others have written: it is the last.
  plugins: [
    react(),
    trim(),
    fonts(),
    shell(),
    pagePolicy(),
    keepAssets,
    licences.collect(),
    embedPage(licences),
    offline(licences),
  ],
  worker: {
    format: 'es',
    plugins: () => [trim(), withoutSentences(), licences.collect()],
    // What the worker begins with is one file: a second one would be asked for only when the first has come.
    // Its licences are in a file of their own (scripts/build/licences.ts), as those of the page are.
    rolldownOptions: {
      output: { comments: false, codeSplitting: { groups: [{ name: 'engine', tags: ['$initial'] }] } },
    },
  },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    // The page's own styles are in it (scripts/build/shell.ts), and its entry is there before anything else is asked for.
    modulePreload: {
      // Every browser that the page runs in loads modules without it, and all but old ones load them ahead of time.
      polyfill: false,
      resolveDependencies: (_, files) => files.filter((file) => !BEGINNING.test(file)),
    },
    rolldownOptions: {
      // Functions alone, which do not say so.
      treeshake: { moduleSideEffects: [{ test: /[\\/]@stdlib[\\/]/, sideEffects: false }] },
      output: {
        codeSplitting: {
          groups: [
            // What the page begins with is one file, packed as one: in thirty it was 5 kB more. Its components are the next.
            { name: 'page', tags: ['$initial'], priority: 2 },
            {
              name: 'components',
              test: /\/(?:shell\/mount\.tsx|problems\/[\w-]+\/opening\.ts)$/,
              priority: 1,
            },
            // Another language is one file too.
            {
              name: (id) => /words\.(?!en\.)(\w\w)\.ts$/.exec(id)?.[1] ?? null,
              test: /words\.(?!en\.)\w\w\.ts$/,
              // What its words share with others is not of the language: they would load all of it.
              includeDependenciesRecursively: false,
            },
            // What maps and curves are drawn by, which most problems have.
            {
              name: 'drawing',
              test: /\/(?:charts\/(?:frame|number-label|text-|place-labels|simplify|thin|trace-|fading|marks\/side-style)|pictures\/(?:landscape\/(?:base|frame|layers|marks|overlay|picture|iso-lines|dead-zone|legend-plot|map-state)|curve\/curve-plot|placing)|d3-(?:scale|array|interpolate|color)\/)/,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
  server: { port: 5173 },
  preview: { port: 4173 },
});
