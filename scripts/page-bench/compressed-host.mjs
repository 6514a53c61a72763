import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};
/** File types that hosts compress. */
const PACKED = /\.(?:html|js|css|svg|json|webmanifest)$/;

/**
 * Serves a folder as hosts do, text by gzip at their usual level.
 *
 * @param {string} root
 * @returns {Promise<{ address: string, sizesOf(urls: readonly string[]): { gzip: number, brotli: number }, close(): Promise<void> }>}
 * `sizesOf`: bytes of these addresses, each once; missing files count nothing
 */
export async function startCompressedHost(root) {
  const kept = new Map();
  const find = (path) => {
    const name = decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path);
    if (kept.has(name)) return kept.get(name);
    const file = normalize(join(root, name));
    let found = null;
    try {
      if (!file.startsWith(normalize(root) + sep)) throw new Error('outside');
      const plain = readFileSync(file);
      const gzip = PACKED.test(name) ? gzipSync(plain, { level: 6 }) : plain;
      const text = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
      const brotli = () => (PACKED.test(name) ? brotliCompressSync(plain, text).length : plain.length);
      found = { body: gzip, packed: gzip !== plain, type: TYPES[extname(name)] ?? 'text/plain', brotli };
    } catch {
      // Missing file.
    }
    kept.set(name, found);
    return found;
  };
  const server = createServer((request, response) => {
    const found = find(new URL(request.url, 'http://host').pathname);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': found.type,
      'content-length': found.body.length,
      'cache-control': request.url.includes('/assets/') ? 'max-age=31536000' : 'no-cache',
      ...(found.packed && { 'content-encoding': 'gzip', vary: 'accept-encoding' }),
    });
    response.end(found.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const address = `http://127.0.0.1:${port}/`;
  return {
    address,
    sizesOf(urls) {
      const files = [...new Set(urls)]
        .filter((url) => url.startsWith(address))
        .flatMap((url) => find(new URL(url).pathname) ?? []);
      return {
        gzip: files.reduce((sum, { body }) => sum + body.length, 0),
        brotli: files.reduce((sum, { brotli }) => sum + brotli(), 0),
      };
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
