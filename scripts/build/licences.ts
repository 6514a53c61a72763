import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Plugin } from 'vite';

/** A package in the build. */
interface Bundled {
  readonly name: string;
  readonly version: string;
  /** From its package.json. */
  readonly licence: string;
  /** Full text; empty if the package has none. */
  readonly text: string;
}

interface PackageFile {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string | { readonly type: string };
}

/** Returns a file's package; null for the project's files. */
function packageOf(id: string): Bundled | null {
  const file = id.replace(/^\0/, '').split('?')[0]!;
  const at = file.lastIndexOf(`${sep}node_modules${sep}`);
  if (at < 0) return null;
  for (let folder = dirname(file); folder.length > at; folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (!existsSync(path)) continue;
    const { name, version, license } = JSON.parse(readFileSync(path, 'utf8')) as PackageFile;
    // Some inner package.json files name only a module kind.
    if (!name || !version) continue;
    const texts = readdirSync(folder).filter((entry) => /^(?:licen[cs]e|copying|notice)/i.test(entry));
    return {
      name,
      version,
      licence: (typeof license === 'string' ? license : license?.type) ?? '',
      text: texts.map((entry) => readFileSync(join(folder, entry), 'utf8').trim()).join('\n\n'),
    };
  }
  return null;
}

const RULE = '-'.repeat(100);

/** Lists the bundled packages, then each licence once below its packages. */
function write(bundled: readonly Bundled[]): string {
  const byText = new Map<string, string[]>();
  for (const { name, version, licence, text } of bundled) {
    const said = text || `(The package ships no text of its licence, ${licence}.)`;
    byText.set(said, [...(byText.get(said) ?? []), `${name} ${version}`]);
  }
  const parts = [...byText].flatMap(([text, names]) => [RULE, ...names, '', text, '']);
  return [
    'Twin Descent is under the MIT licence. Of these packages something is in its files:',
    '',
    ...bundled.map(({ name, version, licence }) => `${name} ${version} (${licence})`),
    '',
    ...parts,
  ].join('\n');
}

/**
 * Collects the licences of everything bundled. The page, its workers, embed.html and the service worker are separate builds, each with a
 * `collect()` plugin; the last also has `finish()`, which writes licences.txt, the result of `text()`. @throws if a package names no
 * licence.
 */
export function createLicences() {
  const found = new Map<string, Bundled>();
  const text = () => write([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, bundled]) => bundled));
  return {
    text,
    collect(): Plugin {
      return {
        name: 'licences-collect',
        generateBundle() {
          for (const id of this.getModuleIds()) {
            const bundled = packageOf(id);
            if (!bundled) continue;
            if (!bundled.licence)
              throw new Error(`expected a licence of ${bundled.name}; its package.json names none`);
            found.set(`${bundled.name} ${bundled.version}`, bundled);
          }
        },
      };
    },
    finish(): Plugin {
      return {
        name: 'licences-finish',
        writeBundle({ dir }) {
          writeFileSync(join(dir!, 'licences.txt'), text());
        },
      };
    },
  };
}

export type Licences = ReturnType<typeof createLicences>;
