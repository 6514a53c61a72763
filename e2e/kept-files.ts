import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = () => process.env.E2E_DIST ?? 'dist';

/** A page of any browser. */
export interface Asked {
  evaluate(expression: string): Promise<unknown>;
}

/** Returns the build's files to store, sorted: all but KaTeX's fonts in formats that no supported browser loads. */
export function builtFiles(): string[] {
  return readdirSync(folder(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.replace(/^.*?dist\//, '').replaceAll('\\', '/'))
    .filter((path) => !/^\.vite\/|^service-worker\.js$|\.(?:woff|ttf)$/.test(path))
    .sort();
}

/** Returns the files that the service worker stores at installation, sorted. */
export function firstFiles(): string[] {
  const worker = readFileSync(join(folder(), 'service-worker.js'), 'utf8');
  const files = JSON.parse(/\[\{"(?:first|revision)".*?\}\]/.exec(worker)![0]) as {
    url: string;
    first?: true;
  }[];
  return files
    .filter(({ first }) => first)
    .map(({ url }) => url)
    .sort();
}

/** Returns the browser's stored files of an address, sorted. */
export async function keptFiles(page: Asked, base: string): Promise<string[]> {
  const kept = (await page.evaluate(`(async () => {
    const all = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) all.push(url.split('?')[0]);
    return all;
  })()`)) as string[];
  return kept.map((url) => url.replace(base, '')).sort();
}
