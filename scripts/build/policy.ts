import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** `'sha256-…'` of what stands between an inline element's tags. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Hashes of the page's inline elements of a name; those that name a file have none. */
function inlineHashes(page: string, name: 'script' | 'style'): string[] {
  const elements = page.matchAll(new RegExp(`<${name}\\b([^>]*)>([\\s\\S]*?)</${name}>`, 'g'));
  return [...elements]
    .filter(([, attributes]) => !/\ssrc=/.test(attributes!))
    .map(([, , text]) => hashOf(text!));
}

/** What both pages may do: their own files, pictures that they made themselves, nothing inline but what is hashed. */
const COMMON = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
} as const;

/** index.html also starts its worker, shows a preview of an embed and of a film, and names its manifest. */
export const PAGE_POLICY: Policy = {
  ...COMMON,
  'worker-src': ["'self'"],
  'frame-src': ["'self'"],
  'media-src': ['blob:'],
  'manifest-src': ["'self'"],
  'trusted-types': ['default', 'print-sheet'],
};

/** embed.html carries its worker as text (app/features/embed/inlined-engine.ts). */
export const EMBED_POLICY: Policy = {
  ...COMMON,
  'worker-src': ['blob:'],
  'trusted-types': ['default'],
};

type Policy = Readonly<Record<string, readonly string[]>>;

/** The page with its content security policy as a meta element right after its character set: it counts for what follows it. */
export function withPolicy(page: string, policy: Policy): string {
  const all: Policy = {
    ...policy,
    'script-src': [...policy['script-src']!, ...inlineHashes(page, 'script')],
    'style-src': [...policy['style-src']!, ...inlineHashes(page, 'style')],
  };
  const text = Object.entries(all)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
  const charset = /^ *<meta charset="utf-8" \/>\n/m;
  if (!charset.test(page)) throw new Error('expected a page with <meta charset="utf-8" />; got none');
  return page.replace(
    charset,
    (line) => `${line}    <meta http-equiv="Content-Security-Policy" content="${text}" />\n`,
  );
}

/** Gives the built index.html its policy. `vite dev` injects inline scripts of its own and goes without. */
export function pagePolicy(): Plugin {
  return {
    name: 'page-policy',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: { order: 'post', handler: (page) => withPolicy(page, PAGE_POLICY) },
  };
}
