import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROBLEM_IDS } from '../../engine/catalog.ts';

const here = import.meta.dirname;

const foldersWith = (place: string, files: readonly string[]) =>
  readdirSync(place).filter((name) => files.some((file) => existsSync(join(place, name, file))));

test('every folder of a problem has its line: the card in the catalog, the view in the list of views', () => {
  const cards = foldersWith(join(here, '../../engine/problems'), ['card.ts']);
  expect(cards, 'expected a line of each folder in engine/problems/cards.ts').toEqual(
    [...PROBLEM_IDS].sort(),
  );
  const list = readFileSync(join(here, 'index.ts'), 'utf8');
  const missing = foldersWith(here, ['view.ts', 'view.tsx']).filter(
    (name) => !list.includes(`./${name}/view.ts`),
  );
  expect(missing, 'expected a line of each folder in app/problems/index.ts').toEqual([]);
});
