import type { Plugin } from 'vite';

/** A font for browsers that are too old for the page anyway. */
const OLDER = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\((["'])(?:woff|truetype)\1\)/g;

/** The page's own fonts, of which the first letters are made. */
const FIRST = /(?:inter|source-serif-4)-latin-wght-normal-[^/]*\.woff2$/;

/**
 * Leaves one file of each font (every browser that runs the page reads woff2), and asks for the first two with the page itself: the
 * first picture waits for them (app/shell/letters.ts).
 */
export function fonts(): Plugin {
  return {
    name: 'fonts',
    enforce: 'pre',
    transform(code, id) {
      return id.split('?')[0]!.endsWith('.css') ? code.replace(OLDER, '') : null;
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
