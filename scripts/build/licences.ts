import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Plugin } from 'vite';

/** A package of which something is in the build. */
interface Bundled {
  readonly name: string;
  readonly version: string;
  /** As its package.json names it. */
  readonly licence: string;
  /** Its whole text; empty where the package ships none. */
  readonly text: string;
}

interface PackageFile {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string | { readonly type: string };
}

/** The package that a file belongs to; null for the project's own files. */
function packageOf(id: string): Bundled | null {
  const file = id.replace(/^\0/, '').split('?')[0]!;
  const at = file.lastIndexOf(`${sep}node_modules${sep}`);
  if (at < 0) return null;
  for (let folder = dirname(file); folder.length > at; folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (!existsSync(path)) continue;
    const { name, version, license } = JSON.parse(readFileSync(path, 'utf8')) as PackageFile;
    // Within a package some folders have a package.json that names only the kind of their modules.
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

/** Writes the list of what is bundled and each licence once, below the packages that are under it. */
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
 * Lists the licences of everything that is bundled: the page, its workers, embed.html and the service worker are builds of their
 * own, each with a `collect()` among its plugins; the last one has `finish()` too, which writes licences.txt. `text()` is what it writes.
 * @throws where a package names no licence.
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
