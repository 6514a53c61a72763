import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';
import type { Licences } from './vite.licences.ts';
import { EMBED_POLICY, withPolicy } from './vite.policy.ts';
import { trim } from './vite.trim.ts';

const app = fileURLToPath(new URL('app', import.meta.url));

/** Modules that give way in embed.html: to the engine that the page carries, and to nothing for what an embed never shows. */
const INSTEAD: Readonly<Record<string, string>> = {
  'workers/open-engine.ts': 'app/features/embed/inlined-engine.ts',
  'app/session/tone.ts': 'app/features/embed/omitted-part.ts',
  'app/storage/lectures/lecture-store.ts': 'app/features/embed/omitted-part.ts',
};

/** Swaps the modules above, wherever they are imported from. */
function leaveOut(): Plugin {
  const root = fileURLToPath(new URL('.', import.meta.url));
  return {
    name: 'embed-leaves-out',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer || !source.startsWith('.')) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const other = found && INSTEAD[relative(root, found.id).split(sep).join('/')];
      return other ? join(root, other) : null;
    },
  };
}

/** Rules that fetch a font; what only names fonts of the system stays with the rest. */
const FONT_FACE = /@font-face\s*\{[^}]*url\([^}]*\}/g;

/** Writes embed.html about the one script, its styles inside and its fonts apart. */
function writePage(): Plugin {
  return {
    name: 'embed-page',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const script = files.find((file) => file.type === 'chunk');
      const style = files.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
      if (!script || style?.type !== 'asset')
        throw new Error('expected one script and one style sheet; got less');
      const css = String(style.source);
      const fonts = this.emitFile({
        type: 'asset',
        name: 'embed-fonts.css',
        source: (css.match(FONT_FACE) ?? []).join('\n'),
      });
      delete bundle[style.fileName];
      const page = readFileSync(join(app, 'embed.html'), 'utf8')
        .replace(/ *<script type="module".*?<\/script>\n/, '')
        .replace(
          '</head>',
          () =>
            `  <meta name="fonts" content="./${this.getFileName(fonts)}" />\n` +
            `    <style>${css.replace(FONT_FACE, '')}</style>\n` +
            `    <script defer src="./${script.fileName}"></script>\n  </head>`,
        );
      this.emitFile({ type: 'asset', fileName: 'embed.html', source: withPolicy(page, EMBED_POLICY) });
    },
  };
}

/**
 * With every build of the page one of embed.html beside it: a single classic script that carries its worker, since a frame in a
 * sandbox without an origin is refused module scripts (unless the host allows every origin) and workers by address.
 */
export function embedPage(licences: Licences): Plugin {
  let outDir = '';
  let isBuilt = false;
  return {
    name: 'embed',
    apply: (_, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
      if (config.build.outDir.startsWith(sep)) outDir = config.build.outDir;
    },
    writeBundle() {
      isBuilt = true;
    },
    async closeBundle() {
      if (!isBuilt) return;
      await build({
        configFile: false,
        root: app,
        base: './',
        publicDir: false,
        logLevel: 'warn',
        plugins: [leaveOut(), react(), trim(), writePage(), licences.collect()],
        worker: {
          format: 'iife',
          plugins: () => [trim(), licences.collect()],
          rolldownOptions: { output: { codeSplitting: false } },
        },
        build: {
          outDir,
          emptyOutDir: false,
          target: 'es2022',
          modulePreload: false,
          cssCodeSplit: false,
          chunkSizeWarningLimit: 2000,
          rolldownOptions: {
            input: join(app, 'features/embed/main.tsx'),
            // Nothing of the one script is fetched by its address.
            checks: { emptyImportMeta: false },
            output: { format: 'iife', entryFileNames: 'assets/embed-[hash].js', codeSplitting: false },
          },
        },
      });
    },
  };
}
