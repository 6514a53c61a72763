import type { Plugin } from 'vite';

/** A font for browsers that are too old for the page anyway. */
const OLDER = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\((["'])(?:woff|truetype)\1\)/g;

/** Leaves one file of each font: every browser that runs the page reads woff2. */
export function woff2Only(): Plugin {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform(code, id) {
      return id.split('?')[0]!.endsWith('.css') ? code.replace(OLDER, '') : null;
    },
  };
}
