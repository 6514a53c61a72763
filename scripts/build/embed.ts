import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';
import type { Licences } from './licences.ts';
import { EMBED_POLICY, withPolicy } from './policy.ts';

const app = fileURLToPath(new URL('../../app', import.meta.url));

/** Replaced by the inlined engine. */
const OPENED = 'workers/open-engine.ts';
const INLINED = 'app/features/embed/inlined-engine.ts';

/**
 * Modules that embeds never use: sound, own lectures, explanations, pictures of ideas, and the engine's ensembles, tables, code, lecture facts and updates.
 * The page loads them on demand.
 */
const UNASKED =
  /^(?:app\/(?:session\/tone|storage\/lectures\/lecture-store|problems\/[\w-]+\/explanation|problems\/[\w/-]+\/Idea)|workers\/tasks\/(?:ensembles|exports|facts|updates)|engine\/problems\/[\w-]+\/(?:flat-runs|python|report))\.tsx?$/;
const OMITTED = 'app/features/embed/omitted-part.ts';

/** Texts and notes of lectures, of which embeds show the pictures only. */
const LECTURE_WORDS = /^app\/storage\/lectures\/shipped\/words\//;
const UNSAID_LECTURE = 'app/features/embed/unsaid-lecture.ts';

/** List of another language's words, and those that embeds never show. */
const WORD_FILES = 'app/i18n/word-files.ts';
const UNSAID = [
  ...['ensemble', 'examples', 'explain', 'lecture', 'maps', 'offline', 'scenario', 'share', 'space'].map(
    (feature) => `../features/${feature}/**`,
  ),
  '../figure/**',
  '../shell/**',
  '../problems/*/explain-words.??.ts',
  '../problems/*/explain/words.??.ts',
  '../problems/*/idea-words.??.ts',
  '../problems/*/idea/words.??.ts',
  '../problems/network-words.??.ts',
  '../ui/qr/words.??.ts',
];

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Returns a module's path from the project's root. */
const pathOf = (id: string) => relative(root, id).split(sep).join('/');

/** Replaces these modules, wherever imported, and omits the words. */
function leaveOut(): Plugin {
  return {
    name: 'embed-leaves-out',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer || !source.startsWith('.')) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const path = found ? pathOf(found.id) : '';
      if (path === OPENED) return join(root, INLINED);
      if (LECTURE_WORDS.test(path)) return join(root, UNSAID_LECTURE);
      return UNASKED.test(path) ? join(root, OMITTED) : null;
    },
    transform(code, id) {
      if (pathOf(id) !== WORD_FILES) return null;
      const first = "'!../**/*words.en.ts'";
      if (!code.includes(first)) throw new Error(`expected ${first} in ${id}`);
      return code.replace(first, [first, ...UNSAID.map((glob) => `'!${glob}'`)].join(', '));
    },
  };
}

/** Throws if the script has words in one language only: the list above must match what embeds show. */
function checkWords(ids: readonly string[]): void {
  const files = ids.flatMap((id) => /^(.*words)\.(\w\w)\.ts$/.exec(pathOf(id)) ?? []);
  const [of, languages] = [new Map<string, string[]>(), new Set<string>()];
  for (let i = 0; i < files.length; i += 3) {
    const [table, language] = [files[i + 1]!, files[i + 2]!];
    languages.add(language);
    of.set(table, [...(of.get(table) ?? []), language]);
  }
  const lacking = [...of].filter(([, spoken]) => spoken.length < languages.size);
  if (languages.size < 2 || lacking.length > 0)
    throw new Error(`expected words of an embed in all its languages; got ${lacking.join('; ')}`);
}

/** Rules that fetch a font; names of system fonts stay. */
const FONT_FACE = /@font-face\s*\{[^}]*url\([^}]*\}/g;

/** Writes embed.html with the one script, inline styles and separate fonts. */
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
      checkWords(script.moduleIds);
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
 * Builds embed.html with every page: one classic script that contains its worker, because sandboxed frames without origin may load neither
 * module scripts (unless the host allows every origin) nor workers by address.
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
        plugins: [leaveOut(), react(), writePage(), licences.collect()],
        worker: {
          format: 'iife',
          plugins: () => [leaveOut(), licences.collect()],
          rolldownOptions: { output: { codeSplitting: false, comments: false } },
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
            // The script fetches nothing by relative address.
            checks: { emptyImportMeta: false },
            output: { format: 'iife', entryFileNames: 'assets/embed-[hash].js', codeSplitting: false },
          },
        },
      });
    },
  };
}
