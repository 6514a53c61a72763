import react from '@vitejs/plugin-react';
import { build, type Plugin, type Rolldown, runnerImport } from 'vite';
import { restfulFonts } from './fonts.ts';

type Scenes = typeof import('./shell-scenes.tsx');
type Bundle = Rolldown.OutputBundle;

/** Parts that a textual scene does not need: invisible ones, names for tests and screen readers, styles, drawings. */
const NEEDLESS = [
  /<!--.*?-->/g,
  /<canvas[^>]*><\/canvas>|<div class="surface[^>]*><\/div>|<output[^>]*class="probe[^>]*>[^<]*<\/output>/g,
  /<button[^>]*class="(?:map-handle|as-table)[^>]*>.*?<\/button>/g,
  /(?<=<svg[^>]*>).*?(?=<\/svg>)/g,
  / (?:id|style|title|role|tabindex|min|max|step|value|checked|disabled|selected|data-[\w-]+|aria-[\w-]+|xmlns|viewBox|fill|stroke[\w-]*)="[^"]*"/g,
  / class="lucide[^"]*"/g,
];
const bare = (html: string) => NEEDLESS.reduce((text, found) => text.replace(found, ''), html);

const noStyles: Plugin = {
  name: 'no-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? '\0style' : null),
  load: (id) => (id === '\0style' ? '' : null),
};

async function readScenes(root: string, define: Record<string, unknown>): Promise<Scenes> {
  const { module } = await runnerImport<Scenes>(`${import.meta.dirname}/shell-scenes.tsx`, {
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [noStyles, react()],
    define,
  });
  return module;
}

/** Returns the script that chooses a scene, as a classic script. */
async function readScript(root: string): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2020',
      modulePreload: false,
      emptyOutDir: false,
      rolldownOptions: {
        input: `${root}/shell/shell.ts`,
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const { output } = made as Rolldown.RolldownOutput;
  return output[0].code.trim();
}

/** Returns the styles of a chunk and its imports, each once, its own last. */
function stylesOf(bundle: Bundle, chunk: Rolldown.OutputChunk, taken: Set<string>): string[] {
  const before = chunk.imports.flatMap((name) => {
    const other = bundle[name];
    return other?.type === 'chunk' && !taken.has(name) && taken.add(name)
      ? stylesOf(bundle, other, taken)
      : [];
  });
  const own = [...(chunk.viteMetadata?.importedCss ?? [])].filter(
    (name) => !taken.has(name) && taken.add(name),
  );
  return [...before, ...own];
}

/**
 * Adds to index.html the scenes painted before its script: each problem in each language, rendered by the page's components, the themes'
 * colours, and the styles of page and views.
 */
export function shell(): Plugin {
  let scenes: Scenes;
  let script = '';
  /** File names of the inlined styles. */
  let inPage: readonly string[] = [];
  return {
    name: 'shell',
    apply: (_, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    enforce: 'post',
    async configResolved({ root, define }) {
      [scenes, script] = await Promise.all([readScenes(root, define ?? {}), readScript(root)]);
    },
    transformIndexHtml: {
      order: 'post',
      handler(page, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const taken = new Set<string>();
        const components = chunks.find(({ name }) => name === 'components')!;
        const entry = chunks.find(({ isEntry }) => isEntry)!;
        const first = [entry, components].flatMap((chunk) => stylesOf(bundle, chunk, taken));
        const views = chunks
          .filter(({ facadeModuleId }) => /\/problems\/[^/]+\/view\.tsx?$/.test(facadeModuleId ?? ''))
          .flatMap((chunk) => stylesOf(bundle, chunk, taken));
        const text = (name: string) => {
          const file = bundle[name];
          return file?.type === 'asset' ? String(file.source).trim() : '';
        };
        const { light, dark, projector } = scenes.themes;
        const colours =
          `:root{${light}}@media(prefers-color-scheme:dark){:root:not([data-theme]){${dark}}}` +
          `:root[data-theme=dark]{color-scheme:dark;${dark}}:root[data-theme=light]{color-scheme:light}` +
          `:root[data-theme=projector]{color-scheme:light;${projector}}:root[data-theme=projector] #shell .page{--scale:${scenes.PROJECTOR_SCALE}}`;
        // Their addresses are now relative to the page.
        const css = [...first, ...views].map(text).join('').replaceAll('url(./', 'url(./assets/');
        const assets = Object.values(bundle).filter((file) => file.type === 'asset');
        const addressOf = (name: string) =>
          `./${assets.find(({ originalFileNames }) => originalFileNames.some((file) => file.endsWith(name)))!.fileName}`;
        const style = css + restfulFonts(addressOf) + colours;
        const templates = scenes.scenes.map(
          ({ problem, language, html }) =>
            `<template data-problem="${problem}" lang="${language}"><div class="page">${bare(html)}</div></template>`,
        );
        // Preload the worker with the script that starts it, then the components.
        const workers = Object.keys(bundle).filter((name) => /\.worker-[\w-]+\.js$/.test(name));
        const others = [...workers, components.fileName].map(
          (name) => `<link rel="modulepreload" crossorigin href="./${name}">`,
        );
        const isFirst = (link: string) => first.some((name) => link.includes(name));
        inPage = first;
        for (const name of first) delete bundle[name];
        const sentence = /<noscript>\s*(<p>[\s\S]*?<\/p>)\s*<\/noscript>/.exec(page)![1]!;
        const plain = /<template[^>]*>(.*)<\/template>/s
          .exec(templates[0]!)![1]!
          .replace('</h2>', `</h2>${sentence}`);
        const SCRIPTS = /\s*(<script type="module".*?<\/script>|<link rel="modulepreload".*?>)/g;
        const scripts = [...[...page.matchAll(SCRIPTS)].map(([, tag]) => tag), ...others].join('');
        return page
          .replace(/\s*<link rel="stylesheet"[^>]*>/g, (link) => (isFirst(link) ? '' : link))
          .replace(SCRIPTS, '')
          .replace('</head>', () => `  <style>${style}</style>\n  </head>`)
          .replace(/ *<div id="root">[\s\S]*?<\/div>\n/, () =>
            [
              ...templates,
              `<template id="scripts">${scripts}</template>`,
              `<div id="shell" data-silent="${scenes.silent.join(' ')}">${plain}</div>`,
              '<div id="root"></div>',
              `<script>${script}</script>\n`,
            ].join('\n'),
          );
      },
    },
    // Importers also request the entry's styles, which no longer exist.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const base = (name: string) => name.replace(/^.*\//, '');
        const entry = base(chunks.find(({ isEntry }) => isEntry)!.fileName);
        for (const chunk of chunks)
          for (const name of inPage) chunk.code = chunk.code.replaceAll(`/${base(name)}"`, `/${entry}"`);
      },
    },
  };
}
