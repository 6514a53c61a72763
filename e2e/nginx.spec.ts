import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findFreePort } from '../scripts/machine/free-port.mjs';
import { firstFiles } from './kept-files.ts';
import { expect, test } from './test.ts';

const NGINX = '/usr/sbin/nginx';
const dist = resolve(process.env.E2E_DIST ?? 'dist');

test.skip(!existsSync(NGINX), `this machine has no nginx: there is no ${NGINX}`);
test.describe.configure({ mode: 'serial' });

let folder: string;
let nginx: ChildProcess;
let base: string;

/** Starts nginx with the lines of docs/deploy.md and an additional header. */
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'twin-descent-nginx-'));
  const port = await findFreePort();
  const lines = /```nginx\n([\s\S]*?)```/
    .exec(readFileSync('docs/deploy.md', 'utf8'))![1]!
    .replaceAll('/srv/twin-descent/dist', dist);
  mkdirSync(join(folder, 'logs'));
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off;
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    pid nginx.pid;
    events {}
    http {
      include /etc/nginx/mime.types;
      default_type application/octet-stream;
      access_log off;
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${name};`).join('\n')}
      server {
        listen 127.0.0.1:${port};
        add_header X-Content-Type-Options nosniff;
        ${lines}
      }
    }`,
  );
  nginx = spawn(NGINX, ['-e', 'errors', '-p', `${folder}/`, '-c', 'nginx.conf'], { stdio: 'inherit' });
  base = `http://127.0.0.1:${port}/twin-descent`;
  await expect
    .poll(() =>
      fetch(base).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
});

test.afterAll(() => {
  nginx?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Returns an answer's head, requested as browsers do. */
async function head(path: string): Promise<{ status: number; header(name: string): string | null }> {
  const { status, headers } = await fetch(`${base}${path}`, {
    redirect: 'manual',
    headers: { 'accept-encoding': 'gzip' },
  });
  return { status, header: (name) => headers.get(name) };
}

test('nginx as documented has pages asked for anew, keeps assets for a year, and keeps the server’s own headers everywhere', async () => {
  for (const path of ['/', '/index.html', '/embed.html', '/service-worker.js', '/manifest.webmanifest']) {
    const { status, header } = await head(path);
    expect([path, status, header('cache-control')]).toEqual([path, 200, 'no-cache']);
    expect([path, header('x-content-type-options')]).toEqual([path, 'nosniff']);
  }
  for (const path of firstFiles().filter((name) => name.startsWith('assets/'))) {
    const { status, header } = await head(`/${path}`);
    expect([path, status, header('cache-control')]).toEqual([path, 200, 'max-age=31536000']);
    expect([path, header('x-content-type-options')]).toEqual([path, 'nosniff']);
  }
});

test('nginx as documented leads to the slash, names the manifest’s type, and compresses all text', async () => {
  const bare = await head('');
  expect([bare.status, bare.header('location')]).toEqual([301, `${base}/`]);
  expect((await head('/manifest.webmanifest')).header('content-type')).toBe('application/manifest+json');
  expect((await head('/assets/gone-12345678.js')).status).toBe(404);
  const texts = firstFiles().filter((name) => /\.(js|css)$/.test(name));
  for (const path of ['', 'embed.html', 'licences.txt', ...texts]) {
    const { header } = await head(`/${path}`);
    // nginx leaves files below 20 bytes; all modules are longer.
    expect([path, header('content-encoding')]).toEqual([path, 'gzip']);
  }
});

test('the page opens from nginx as documented, and what it loads later is found', async ({
  explorer,
  page,
}) => {
  await page.goto(`${base}#v=1&k=7`);
  await explorer.ready();
  await expect(explorer.step).toHaveText('7');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
});
