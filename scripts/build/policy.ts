import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Returns `'sha256-…'` of an inline element's text. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Returns hashes of the page's inline elements with this tag. */
function inlineHashes(page: string, name: 'script' | 'style'): string[] {
  const elements = page.matchAll(new RegExp(`<${name}\\b([^>]*)>([\\s\\S]*?)</${name}>`, 'g'));
  return [...elements]
    .filter(([, attributes]) => !/\ssrc=/.test(attributes!))
    .map(([, , text]) => hashOf(text!));
}

/** Permissions of both pages: own files, self-made pictures, nothing inline without a hash. */
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

/** index.html also starts its worker, previews embeds and films, and has a manifest. */
export const PAGE_POLICY: Policy = {
  ...COMMON,
  'worker-src': ["'self'"],
  'frame-src': ["'self'"],
  'media-src': ['blob:'],
  'manifest-src': ["'self'"],
  'trusted-types': ['default', 'print-sheet'],
};

/** embed.html contains its worker as text (app/features/embed/inlined-engine.ts). */
export const EMBED_POLICY: Policy = {
  ...COMMON,
  'worker-src': ['blob:'],
  'trusted-types': ['default'],
};

type Policy = Readonly<Record<string, readonly string[]>>;

/** Returns the page with its content security policy in a meta element after the character set, because it applies to what follows. */
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

/** Adds the policy to the built index.html. `vite dev` injects inline scripts and has none. */
export function pagePolicy(): Plugin {
  return {
    name: 'page-policy',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: { order: 'post', handler: (page) => withPolicy(page, PAGE_POLICY) },
  };
}
