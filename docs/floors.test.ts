import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';

/**
 * The floors of the house, the lowest first; rooms of one floor stand beside each other in a list. A file imports from its own room and
 * from lower floors, types counted. Rooms of problems and features never import each other.
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

/** What problems share is every problem's: the list, and the planar view. */
const SHARED: readonly string[] = ['app/problems', 'app/problems/planar', 'app/problems/fields'];

/** Imports from a lower floor to a higher one that are still there: the list only shrinks. */
const UPWARD: readonly string[] = [];

/** Circles that are still there: the list only shrinks. */
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

/** The floor of a file, and the room: a problem and a feature each have one of their own. */
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
        // A list of problems names its entries, and what problems share is theirs.
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
