import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes another version of the build in a new folder and returns that: the first script and files that name it are renamed, as after any
 * change. A real build takes both cores for seconds.
 */
export function makeNext(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'twin-descent-next-')), 'dist');
  cpSync(process.env.E2E_DIST ?? 'dist', folder, { recursive: true });
  const texts = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(js|html)$/.test(path))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
  const [, first] = /<script[^>]* src="[^"]*\/assets\/([^"]+\.js)"/.exec(texts.get('index.html')!)!;

  /** Renamed scripts; files that name one change, and their names too. */
  const others = new Set([first!]);
  const isOther = (text: string) => [...others].some((name) => text.includes(name));
  for (let known = 0; known < others.size; ) {
    known = others.size;
    for (const [path, text] of texts)
      if (path.startsWith('assets/') && isOther(text)) others.add(path.slice('assets/'.length));
  }
  const renew = (name: string) => name.replace(/.\.js$/, (end) => (end === '0.js' ? '1.js' : '0.js'));

  for (const [path, text] of texts) {
    let changed = text;
    for (const name of others) changed = changed.replaceAll(name, renew(name));
    if (changed === text) continue;
    texts.set(path, changed);
    writeFileSync(join(folder, path), changed);
  }
  for (const name of others) renameSync(join(folder, 'assets', name), join(folder, 'assets', renew(name)));
  // Files that keep their names have a checksum in the worker's list.
  const worker = texts
    .get('service-worker.js')!
    .replace(/"revision":"\w+","url":"([^"]+\.html)"/g, (entry, url: string) => {
      const sum = createHash('md5').update(texts.get(url)!).digest('hex');
      return entry.replace(/"revision":"\w+"/, `"revision":"${sum}"`);
    });
  writeFileSync(join(folder, 'service-worker.js'), worker);
  return folder;
}

export function scriptsOf(folder: string): string[] {
  return readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
}
