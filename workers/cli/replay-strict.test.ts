import { writeFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { MOST_REFUSED } from '../../engine/data/table-reader.ts';
import { file } from './try-command.ts';
import { besideTables, OPENING, replay, report } from './try-replay.ts';

besideTables();

/** Decimal commas in every other row, as in European files. */
const HALF = `x;y\n${Array.from({ length: 10 }, (_, i) => (i % 2 ? `${i};${i}` : `${i}.oops;${i}`)).join('\n')}\n`;

/** Command lines with changed input, their stderr, and --strict's. */
const CHANGED: [string, string[], RegExp, RegExp][] = [
  [
    '--n 0 runs n = 1',
    ['--n', '0'],
    /^replay: n: expected 1 to 1000000; got 0\. The nearest bound is used\.\n$/,
    /^replay: n: expected 1 to 1000000; got 0\.\n$/,
  ],
  [
    "--link '#v=1&n=zzz' runs n = 40",
    ['--link', '#v=1&n=zzz'],
    /^replay: n: expected an integer .*; got "zzz"\. The default is used\.\n$/,
    /^replay: n: expected an integer .*; got "zzz"\.\n$/,
  ],
  [
    "--link '' runs the opening scene",
    ['--link', ''],
    /^replay: --link: expected a link; got "": #v=1&problem=one-neuron&.* was run instead\.\n$/,
    /^replay: --link: expected a link; got ""\n$/,
  ],
  [
    'a link of white space',
    ['--link', ' # '],
    /^replay: --link: expected a link; got "#": .* was run instead\.\n$/,
    /^replay: --link: expected a link; got "#"\n$/,
  ],
  [
    'the link of a lecture, whose scene only the page knows',
    ['--link', 'https://example.org/#v=1&lecture=always&scene=2'],
    /^replay: --link: expected the link of a scenario; got that of a lecture, .* was run instead\.\n$/,
    /^replay: --link: expected the link of a scenario; got that of a lecture, which only the page opens\n$/,
  ],
  [
    'unknown keys and vectors that do not fit',
    ['--link', '#v=1&zoom=2&plant=1,2,3'],
    /^replay: Unknown key "zoom": it was ignored\.\nreplay: plant: expected 2 numbers; got 3\. .*\n$/,
    /^replay: Unknown key "zoom"\. plant: expected 2 numbers; got 3\.\n$/,
  ],
  [
    'what does not go with n=inf',
    ['--n', 'inf', '--noise', '0.5'],
    /^replay: noise: with n=inf expected 0; got 0\.5\. It was ignored\.\n$/,
    /^replay: noise: with n=inf expected 0; got 0\.5\.\n$/,
  ],
];

describe('whatever could not be taken as given', () => {
  test.each(CHANGED)(
    '%s: stderr says so in either format, and --strict refuses it',
    async (_, args, said, refused) => {
      const csv = await replay(...args, '--steps', '1', '--format', 'csv');
      expect([csv.code, csv.stdout.split(',', 2)]).toEqual([0, ['k', 'side']]);
      expect(csv.stderr).toMatch(said);
      await report(...args, '--steps', '1'); // compares stderr with the JSON's notices
      const strict = await replay(...args, '--steps', '1', '--format', 'csv', '--strict');
      expect([strict.code, strict.stdout]).toEqual([2, '']);
      expect(strict.stderr).toMatch(refused);
    },
  );

  it('half of the rows of a CSV do not vanish silently: each is named', async () => {
    writeFileSync(file('half.csv'), HALF);
    const args = ['--data', 'half.csv', '--bias', '--steps', '0'];
    for (const format of ['csv', 'json']) {
      const { code, stderr } = await replay(...args, '--format', format);
      expect(code).toBe(0);
      const lines = stderr.trimEnd().split('\n');
      expect(lines).toEqual(
        [0, 2, 4, 6, 8].map(
          (i) => `replay: Line ${i + 2} was skipped: not a number: "${i}.oops" in column "x".`,
        ),
      );
    }
    const strict = await replay(...args, '--strict');
    expect([strict.code, strict.stdout]).toEqual([2, '']);
    expect(strict.stderr).toBe(
      'replay: Expected numbers in every row of the data; got 5 unusable rows (line 2: not a number: "0.oops" in column "x").\n',
    );
  });

  it('of very many refused rows the first are named and the others counted', async () => {
    writeFileSync(file('many.csv'), `x,y\n1,2\n${'a,1\n'.repeat(MOST_REFUSED + 7)}`);
    const { stderr } = await replay('--data', 'many.csv', '--steps', '0', '--format', 'csv');
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(MOST_REFUSED + 1);
    expect(lines.at(-1)).toBe('replay: 7 more rows of the data were skipped.');
  });
});

it('--strict takes what is taken as it came: the digits are the same, and stderr is empty', async () => {
  for (const args of [
    ['--link', OPENING],
    ['--link', 'https://example.org/'],
    ['--data', 'cars.csv', '--bias'],
  ]) {
    const plain = await replay(...args, '--steps', '3');
    expect(await replay(...args, '--steps', '3', '--strict')).toEqual(plain);
    expect([plain.code, plain.stderr]).toEqual([0, '']);
  }
});

it('--strict takes data that are merely too large for a link', async () => {
  const rows = Array.from({ length: 30_000 }, (_, i) => `${Math.sin(i)},${Math.cos(i)}`);
  writeFileSync(file('large.csv'), `x,y\n${rows.join('\n')}\n`);
  const { code, stderr } = await replay('--data', 'large.csv', '--steps', '0', '--format', 'csv', '--strict');
  expect(code).toBe(0);
  expect(stderr).toMatch(/^replay: Your packed data is .* The link does not include the data\.\n$/);
});
