import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { embedPage } from './scripts/build/embed.ts';
import { createLicences } from './scripts/build/licences.ts';
import { noticeCodes } from './scripts/build/notice-codes.ts';
import { offline } from './scripts/build/offline.ts';
import { pagePolicy } from './scripts/build/policy.ts';
import { shell } from './scripts/build/shell.ts';

const licences = createLicences();

/** Version and commit for figures. Without git there is no commit, and the same sources build the same files. */
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

/** Browsers may cache hashed names (docs/deploy.md). */
const keepAssets: Plugin = {
  name: 'keep-assets',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      if (request.url?.includes('/assets/')) response.setHeader('cache-control', 'max-age=31536000');
      next();
    });
  },
};

/** A static page that works at any sub-path, hence the relative base. */
export default defineConfig({
  root: 'app',
  base: './',
  publicDir: '../public',
  // dlv's browser file adds a module that distinguishes loaders.
  resolve: { alias: { dlv: 'dlv/dist/dlv.es.js' } },
  define: { __BUILD__: JSON.stringify(readBuild()) },
  // The service worker lists other plugins' files, so it is last.
  plugins: [
    react(),
    shell(),
    pagePolicy(),
    keepAssets,
    licences.collect(),
    embedPage(licences),
    offline(licences),
  ],
  worker: {
    format: 'es',
    plugins: () => [noticeCodes(), licences.collect()],
    // The worker begins with one file, because a second would be requested only after the first. Licences are in a separate file
    // (scripts/build/licences.ts).
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
    // Every browser that the page runs in preloads modules by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Undeclared pure functions.
      treeshake: { moduleSideEffects: [{ test: /[\\/]@stdlib[\\/]/, sideEffects: false }] },
      output: {
        codeSplitting: {
          groups: [
            // The page begins with one file, because thirty were 5 kB more; components are the next.
            { name: 'page', tags: ['$initial'], priority: 2 },
            {
              name: 'components',
              test: /\/(?:shell\/mount\.tsx|problems\/[\w-]+\/opening\.ts)$/,
              priority: 1,
            },
            // Code that most parts load later is one file: alone, its small files were 0.7 kB more in every view.
            { name: 'shared', minShareCount: 16 },
            // One file per other language.
            {
              name: (id) => /words\.(?!en\.)(\w\w)\.ts$/.exec(id)?.[1] ?? null,
              test: /words\.(?!en\.)\w\w\.ts$/,
              // Shared dependencies would load the whole language.
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
