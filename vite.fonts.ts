import type { Plugin } from 'vite';

/** A font for browsers that are too old for the page anyway. */
const OLDER = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\((["'])(?:woff|truetype)\1\)/g;

/** The page's own fonts, of which the first letters are made. */
const FIRST = /(?:inter|source-serif-4)-latin-wght-normal-[^/]*\.woff2$/;

/**
 * Leaves one file of each font (every browser that runs the page reads woff2), asks for the first two with the page itself, and
 * lets none of the page's own replace letters that are shown already: a font that comes late waits for the next visit, so that
 * nothing moves. Formulas keep KaTeX's ways: their letters are not in other fonts.
 */
export function fonts(): Plugin {
  return {
    name: 'fonts',
    enforce: 'pre',
    transform(code, id) {
      const file = id.split('?')[0]!;
      if (!file.endsWith('.css')) return null;
      const woff2 = code.replace(OLDER, '');
      return file.includes('@fontsource-variable')
        ? woff2.replaceAll('font-display: swap', 'font-display: optional')
        : woff2;
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => FIRST.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `./${file}`, as: 'font', type: 'font/woff2', crossorigin: '' },
            injectTo: 'head' as const,
          })),
    },
  };
}
