import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Files of a problem that may contain each code; app/problems/kit does it for all others. */
const MOST = {
  'createFrame(': 2,
  onKeyDown: 2,
  setPointerCapture: 2,
  'setState({ readings': 0,
} as const;

const problems = readdirSync('app/problems', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'kit')
  .map(({ name }) => `app/problems/${name}`);

/** Returns a folder's source files without tests. */
const sourcesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`);

it.each(Object.entries(MOST))('no problem has %s in more than %i files', (code, most) => {
  const found = problems.map((folder) =>
    sourcesIn(folder).filter((file) => readFileSync(file, 'utf8').includes(code)),
  );
  expect(problems.length).toBeGreaterThan(5);
  expect(found.filter(({ length }) => length > most)).toEqual([]);
});
