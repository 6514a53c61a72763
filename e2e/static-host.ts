import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface StaticHost {
  /** Where pages of tests may stand: an empty page of the host. */
  readonly blank: string;
  /** Where the build stands, with a slash at its end. */
  readonly base: string;
  close(): void;
}

/** The plainest of hosts: files below a sub-path, no header but the type; it lets no other origin read them. */
export async function startStaticHost(root = process.env.E2E_DIST ?? 'dist'): Promise<StaticHost> {
  const prefix = '/deep/er/';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/blank.html') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Parent</title>');
      return;
    }
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const name = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : '..';
    const file = normalize(join(root, name.endsWith('/') || name === '' ? `${name}index.html` : name));
    if (!file.startsWith(normalize(root)) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { blank: `${origin}/blank.html`, base: `${origin}${prefix}`, close: () => server.close() };
}
