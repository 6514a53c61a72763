import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { firstFiles } from './first-files.ts';
import type { Licences } from './licences.ts';

/** Colours of public/icon.svg and of the light page. */
const ICON_GROUND = '#4b3156';
const PAGE_GROUND = '#fbfaf7';

/** All files, stored for offline use, but for KaTeX's fonts in formats that no supported browser loads. */
const KEPT = '**/*.{js,css,html,svg,png,woff2,webmanifest,txt}';

/** Makes the page installable, with a service worker (workers/service-worker.ts) that stores all of it. */
export function offline(licences: Licences): (Plugin | Plugin[])[] {
  let folder = '';
  const where: Plugin = {
    name: 'offline-folder',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
  };
  const kept = VitePWA({
    registerType: 'prompt',
    // The page registers it after the first paint (app/offline/).
    injectRegister: false,
    strategies: 'injectManifest',
    srcDir: '../workers',
    filename: 'service-worker.ts',
    integration: { closeBundleOrder: 'post' },
    // Included by the pattern below.
    includeManifestIcons: false,
    injectManifest: {
      rollupFormat: 'iife',
      globPatterns: [KEPT],
      manifestTransforms: [
        (entries) => {
          const first = firstFiles(
            folder,
            entries.map(({ url }) => url),
          );
          return {
            manifest: entries.map((entry) => ({ ...entry, ...(first.has(entry.url) && { first: true }) })),
          };
        },
      ],
      // Hashed names.
      dontCacheBustURLsMatching: /^assets\//,
      maximumFileSizeToCacheInBytes: 4_000_000,
      // A separate build; keep it silent.
      buildPlugins: {
        vite: [
          licences.collect(),
          licences.finish(),
          { name: 'quiet', config: () => ({ logLevel: 'warn' }) },
        ],
      },
    },
    manifest: {
      id: './',
      name: 'Twin Descent: one neuron, two landscapes',
      short_name: 'Twin Descent',
      description:
        'Train one ReLU neuron by gradient descent on its non-convex loss and on a convex relaxation, side by side, and watch which one gets there.',
      lang: 'en',
      start_url: './index.html',
      scope: './',
      display: 'standalone',
      background_color: PAGE_GROUND,
      theme_color: ICON_GROUND,
      categories: ['education', 'science'],
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
  });
  return [where, kept];
}
