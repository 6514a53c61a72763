import type { Plugin } from 'vite';

const CODES = '\0notice-codes';

/** Replaces the sentence of an error by its notice's code in the page's worker: the worker passes notices on, and the page words them. */
export function noticeCodes(): Plugin {
  return {
    name: 'notice-codes',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer = '') =>
      source.endsWith('/describe-notice.ts') && /[\\/]scenario-error\.ts$/.test(importer) ? CODES : null,
    load: (id) => (id === CODES ? 'export const describeNotice = ({ code }) => code;' : null),
  };
}
