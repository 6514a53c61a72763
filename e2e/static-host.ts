import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

export interface StaticHost {
  /** Address of an empty page for tests. */
  readonly blank: string;
  /** Address of the build with final slash. */
  readonly base: string;
  /** Serves another folder, as after an upload. */
  upload(folder: string): void;
  /** Blocks matching requests until the returned function is called. */
  hold(pattern: RegExp): () => void;
  close(): Promise<void>;
}

export interface HostHabits {
  /** Folder other than the tests' build. */
  readonly root?: string;
  /** `Tools` and `tools` are one folder, as on Windows and macOS. */
  readonly anyCase?: boolean;
  /** The folder without slash: `redirect` (most hosts), or index.html at that address. */
  readonly bare?: 'redirect' | 'serve';
  /** Ignores paths after a page's name: `index.html/` and `index.html/assets/a.js` are index.html. */
  readonly anyPath?: boolean;
  /** Lets every origin read, as sandboxed frames need for index.html's modules. */
  readonly open?: boolean;
  /** Browsers may cache hashed names (docs/deploy.md), for many pages of one host. */
  readonly keeps?: boolean;
}

/** Serves files below a sub-path without headers but the type, unreadable for other origins. */
export async function startStaticHost(habits: HostHabits = {}): Promise<StaticHost> {
  const prefix = '/deep/er/';
  let root = habits.root ?? process.env.E2E_DIST ?? 'dist';

  function find(pathname: string): string | null {
    if (!isBelow(pathname, prefix, habits)) return null;
    let name = decodeURIComponent(pathname.slice(prefix.length));
    if (habits.anyPath) name = name.replace(/(\.html)\/.*$/, '$1');
    const file = normalize(join(root, name.endsWith('/') || name === '' ? `${name}index.html` : name));
    return file.startsWith(normalize(root)) && existsSync(file) && statSync(file).isFile() ? file : null;
  }

  let held: { pattern: RegExp; waiting: (() => void)[] } | null = null;
  const server = createServer((request, response) => {
    if (held?.pattern.test(request.url ?? '')) held.waiting.push(() => answer(request, response));
    else answer(request, response);
  });

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/blank.html') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Parent</title>');
      return;
    }
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const bare = isBelow(`${pathname}/`, prefix, habits) && `${pathname}/`.length === prefix.length;
    if (bare && habits.bare === 'redirect') {
      response.writeHead(301, { location: `${pathname}/` }).end();
      return;
    }
    const file = find(bare && habits.bare === 'serve' ? prefix : pathname);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      ...(habits.keeps && pathname.includes('/assets/') && { 'cache-control': 'max-age=31536000' }),
      ...(habits.open && { 'access-control-allow-origin': '*' }),
    });
    // A folder may vanish while a page requests its files.
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  }
  // Never close a connection that the browser reuses: no file of a service worker may fail.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    blank: `${origin}/blank.html`,
    base: `${origin}${prefix}`,
    upload(folder) {
      root = folder;
    },
    hold(pattern) {
      const mine = { pattern, waiting: [] as (() => void)[] };
      held = mine;
      return () => {
        held = null;
        for (const go of mine.waiting.splice(0)) go();
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isBelow(pathname: string, prefix: string, { anyCase }: HostHabits): boolean {
  return (anyCase ? pathname.toLowerCase() : pathname).startsWith(prefix);
}
