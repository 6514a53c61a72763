import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Files of all problems that may contain each code, with the reason beside it; app/problems/kit does it for all others. */
const MOST = {
  'createFrame(': 2,
  onKeyDown: 2,
  setPointerCapture: 2,
  'setState({ readings': 0,
} as const;

const problems = readdirSync('app/problems', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'kit')
  .map(({ name }) => `app/problems/${name}`);

/** Source files of problems, without tests. */
const sources = problems.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') })),
);

it.each(Object.entries(MOST))(
  '%s stands in at most %i files of all problems, with a reason',
  (code, most) => {
    const found = sources.filter(({ text }) => text.includes(code));
    expect(problems.length).toBeGreaterThan(5);
    expect(found.map(({ name }) => name).slice(most)).toEqual([]);
    for (const { name, text } of found) expect(text, name).toMatch(/^ *(?:\/\/|\/\*\*|\*) .*\bkit\b/m);
  },
);
