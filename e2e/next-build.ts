import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes another version of the build, in a folder of its own, and returns that: the names of its first script, and of all that name it,
 * are other names, as after any change of the sources. A whole build takes both cores for some seconds.
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

  /** The scripts with another name; whatever names one of them has other contents, and another name too. */
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
  // What keeps its name has its contents' sum in the list of what is kept.
  const worker = texts
    .get('service-worker.js')!
    .replace(/"revision":"\w+","url":"([^"]+\.html)"/g, (entry, url: string) => {
      const sum = createHash('md5').update(texts.get(url)!).digest('hex');
      return entry.replace(/"revision":"\w+"/, `"revision":"${sum}"`);
    });
  writeFileSync(join(folder, 'service-worker.js'), worker);
  return folder;
}

/** The names of a build's scripts. */
export function scriptsOf(folder: string): string[] {
  return readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
}
