import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';
import { CATALOG, PROBLEM_IDS } from '../engine/catalog.ts';

/**
 * Layers, lowest first, and their rooms. A file imports from its own room and from lower layers, types included. Rooms of problems and
 * features never import each other.
 */
const FLOORS: readonly (readonly string[])[] = [
  ['engine'],
  ['workers'],
  ['app/i18n'],
  ['app/charts'],
  ['app/session'],
  ['app/storage', 'app/pictures'],
  ['app/ui'],
  ['app/problems'],
  ['app/figure'],
  ['app/features'],
  ['app/shell'],
];

/** Shared by all problems. */
const SHARED: readonly string[] = [
  'app/problems',
  'app/problems/kit',
  'app/problems/planar',
  'app/problems/fields',
];

/** Remaining imports of higher layers; the list only shrinks. */
const UPWARD: readonly string[] = [];

/** Remaining cycles; the list only shrinks. */
const CIRCLES: readonly string[] = [];

const IMPORT = /(?:^(?:import|export)\b[^'";]*|\bimport\(\s*|^declare module )'(\.{1,2}\/[^'?]+)/gm;

const files = ['app', 'engine', 'workers'].flatMap((layer) =>
  readdirSync(layer, { recursive: true, encoding: 'utf8' })
    .map((name) => `${layer}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name)),
);
const imports = new Map(
  files.map((file) => [
    file,
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, to]) => normalize(join(dirname(file), to!))),
  ]),
);

/** Returns a file's layer and room: each problem and feature has its own. */
function placeOf(file: string): { floor: number; room: string } {
  const floor = FLOORS.findIndex((rooms) => rooms.some((room) => file.startsWith(`${room}/`)));
  const parts = file.split('/');
  const isNested = parts.length > 3 && /^app\/(problems|features)\//.test(file);
  return { floor, room: parts.slice(0, isNested ? 3 : file.startsWith('app/') ? 2 : 1).join('/') };
}

it('every file stands in a room of the plan', () => {
  expect(files.filter((file) => placeOf(file).floor < 0)).toEqual([]);
});

it('no file imports from a higher floor, and no problem or feature from another', () => {
  const found = [...imports].flatMap(([file, targets]) =>
    targets
      .filter((to) => {
        const [from, at] = [placeOf(file), placeOf(to)];
        if (at.floor < 0) return false;
        // A list names its entries, and problems may use shared code.
        const isList = from.room === 'app/problems' || from.room === 'app/features';
        return (
          at.floor > from.floor ||
          (at.floor === from.floor && at.room !== from.room && !isList && !SHARED.includes(at.room))
        );
      })
      .map((to) => `${file} -> ${to}`),
  );
  expect(found.sort()).toEqual([...UPWARD].sort());
});

it('no level of a problem imports from another level', () => {
  /** Returns a file's folder within a problem; a folder that the page has too is a level. */
  const levelOf = (file: string) => {
    const [, id, level] = /^(?:app|engine)\/problems\/([\w-]+)\/([\w-]+)\//.exec(file) ?? [];
    const isLevel = PROBLEM_IDS.some((one) => one === id) && existsSync(`app/problems/${id}/${level}`);
    return isLevel ? level : undefined;
  };
  const found = [...imports].flatMap(([file, targets]) =>
    targets
      .filter((to) => levelOf(file) && levelOf(to) && levelOf(file) !== levelOf(to))
      .map((to) => `${file} -> ${to}`),
  );
  expect(found).toEqual([]);
  expect(files.filter(levelOf).length).toBeGreaterThan(200);
});

it('no files import each other in a circle, types counted', () => {
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    for (const to of imports.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  expect(circles.sort()).toEqual([...CIRCLES].sort());
});

/** Most files from the page's root to where a key is read or a picture drawn, inclusive. */
const MOST_PASSED = 11;

/** Lists a file's imports but types, including dynamic imports, workers and problems loaded by name. */
function codeOf(file: string): string[] {
  const CODE = /(?:^(?:import|export)(?! type)\b[^'";]*|\bimport\(\s*|\bnew URL\()['`](\.{1,2}\/[^'`?]+)/gm;
  const named = [...readFileSync(file, 'utf8').matchAll(CODE)].map(([, to]) =>
    normalize(join(dirname(file), to!)),
  );
  return named.flatMap((to) =>
    to.includes('${')
      ? files.filter((one) => new RegExp(`^${to.replace(/\$\{\w+\}/g, '[^/]+')}$`).test(one))
      : [to],
  );
}

/** Returns each file reachable from the root, with its importer on the shortest path. */
function waysFrom(root: string): Map<string, string | null> {
  const ways = new Map<string, string | null>([[root, null]]);
  for (const file of ways.keys())
    for (const to of codeOf(file)) if (files.includes(to) && !ways.has(to)) ways.set(to, file);
  return ways;
}

const ways = waysFrom('app/shell/main.ts');
const wayTo = (file: string): string[] => {
  const before = ways.get(file);
  return before ? [...wayTo(before), file] : [file];
};

const comeTo = (folder: string) => [...ways.keys()].filter((file) => file.startsWith(`${folder}/`));

it.each(PROBLEM_IDS)(
  'a key of %s passes at most 11 files down to where it is read, and a picture as many',
  (id) => {
    const { params } = CATALOG[id];
    const code = comeTo(`engine/problems/${id}`).map((file) => [file, readFileSync(file, 'utf8')] as const);
    expect(code.length).toBeGreaterThan(1);
    const drawn = comeTo(`app/problems/${id}`);
    expect(drawn.length).toBeGreaterThan(1);
    const read = Object.keys(params).flatMap((key) =>
      code.filter(([, text]) => new RegExp(`\\b${key}\\b`).test(text)).map(([file]) => file),
    );
    const tooLong = [...new Set([...read, ...drawn])].map(wayTo).filter((way) => way.length > MOST_PASSED);
    expect(tooLong.map((way) => way.join(' -> '))).toEqual([]);
    expect(read.some((file) => wayTo(file).includes('workers/serve.ts'))).toBe(true);
  },
);

/** Keys whose ways app/README.md draws: from the page to the engine's last reader, and to a drawing of the result. */
const DRAWN_WAYS = {
  blend: ['engine/problems/one-neuron/data/blend-weights.ts', 'app/problems/planar/landscape-drawing.ts'],
  strength: ['engine/problems/denoiser/image/round.ts', 'app/problems/denoiser/image/tile-raster.ts'],
};

it('app/README.md draws the ways of two keys as the code imports them (renew it with: npx vitest run docs -u)', async () => {
  let page = readFileSync('app/README.md', 'utf8');
  for (const [key, ends] of Object.entries(DRAWN_WAYS)) {
    const drawn = ends
      .map((end) =>
        wayTo(end)
          .map((file) => `${file}\n`)
          .join(''),
      )
      .join('\n');
    expect(drawn).toContain('app/shell/main.ts\n');
    page = page.replace(new RegExp(`(?<=\`${key}\`[^\`]*\`\`\`\\n)[\\s\\S]*?(?=\`\`\`)`), () => drawn);
    expect(page).toContain(drawn);
  }
  await expect(page).toMatchFileSnapshot('../app/README.md');
});
