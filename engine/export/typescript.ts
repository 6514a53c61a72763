import type { TableSource } from './table.ts';

/** Input of the other languages: link, steps, and a file for data that no link carries. */
export interface RunCode {
  readonly source: TableSource;
  /** Fragment (`#v=1&…`). */
  readonly fragment: string;
  readonly steps: number;
  /** File of own data that the link omits; null if it carries everything. */
  readonly file: string | null;
  /**
   * Printed output of both sides: weights of two losses over the same weights; losses and bounds of networks, whose weights are many and
   * differ in number; all series by name if no side descends.
   */
  readonly prints: 'weights' | 'losses' | 'records';
}

const PRINT_WEIGHTS = `const { width } = frames[0]!.left;
const names = Array.from({ length: width }, (_, j) => \`w\${j + 1}\`);
console.log(['k', 'side', ...names, 'loss'].join(','));
for (const side of ['left', 'right'] as const)
  for (const { first, [side]: frame } of frames)
    for (let k = 0; k < frame.count; k++) {
      const w = frame.iterates.subarray(k * width, (k + 1) * width);
      console.log([first + k, side, ...w, frame.series.loss![k]].join(','));
    }
`;

const PRINT_LOSSES = `// loss is what a side descends on; objective is F, the loss that the page shows of both and compares them by.
console.log('k,side,loss,objective,lower_bound');
for (const side of ['left', 'right'] as const)
  for (const { first, [side]: { series } } of frames)
    series.loss!.forEach((loss, k) => {
      const bound = series.bound?.[k] ?? Number.NaN; // NaN where nothing is certified
      const row = [first + k, side, loss, series.objective?.[k] ?? loss, Number.isNaN(bound) ? '' : bound];
      console.log(row.join(','));
    });
`;

const PRINT_RECORDS = `const names = [...new Set([frames[0]!.left, frames[0]!.right].flatMap(({ series }) => Object.keys(series)))];
console.log(['k', 'side', ...names].join(','));
for (const side of ['left', 'right'] as const)
  for (const { first, [side]: { count, series } } of frames)
    for (let k = 0; k < count; k++)
      console.log([first + k, side, ...names.map((name) => series[name]?.[k] ?? '')].join(','));
`;

const PRINT = { weights: PRINT_WEIGHTS, losses: PRINT_LOSSES, records: PRINT_RECORDS };

/** Writes a TypeScript module that reproduces the run with the engine; it runs directly if types are stripped. */
export function writeTypeScript({ source, fragment, steps, file, prints }: RunCode): string {
  const own = file
    ? `
// The link does not carry the data: it is read from the file.
const table = readTable(await readFile(${quoted(file)}, 'utf8'), 1_000_000);`
    : '';
  return `// The run of Twin Descent at
// ${plainLine(source.link)} by its own engine (twin-descent-engine, built as its README says): the same digits to the last bit. Written by
// Twin Descent ${plainLine(source.build)}.
${file ? "\nimport { readFile } from 'node:fs/promises';\n" : '\n'}import { createRun, loadProblem, parseLink, runValues${file ? ', readTable' : ''} } from 'twin-descent-engine';
${own}
const { scenario } = parseLink(
  ${quoted(fragment)},
);
const problem = await loadProblem(scenario.problem, scenario.values);
const instance = problem.prepare(scenario.values, ${file ? '{ table }' : 'null'});
const race = createRun(instance, runValues(scenario.values));

// Step 0 is the start; then so many steps of both sides in lockstep.
const steps = ${steps};
const frames = [race.first(), race.advance(steps)];

${PRINT[prints]}`;
}

/** Writes the POSIX shell commands that print the run (and related data) in full precision. */
export function writeCommandLine({ source, fragment, steps, file }: RunCode, extras: CommandExtras): string {
  const data = file ? ` --data ${shellQuoted(file)}` : '';
  const run = (...flags: string[]) =>
    `npm run -s replay -- --link ${shellQuoted(fragment)}${data} ${flags.join(' ')}`;
  return [
    `# The run of Twin Descent at`,
    `# ${plainLine(source.link)}`,
    `# in a checkout of the project (npm ci first). Written by Twin Descent ${plainLine(source.build)}.`,
    ...(file ? ['# The link does not carry the data: it is read from the file.'] : []),
    '',
    '# Every step of both sides as one JSON object',
    run('--steps', String(steps)),
    ...(extras.csv ? ['', '# The same as CSV', run('--steps', String(steps), '--format csv')] : []),
    ...(extras.stationary
      ? ['', '# Every stationary point of both losses', run('--steps 0', '--stationary')]
      : []),
    ...(extras.view
      ? [
          '',
          '# Both losses over the window',
          run('--steps 0', '--grid 64', `--view=${extras.view.join(',')}`),
        ]
      : []),
    ...(extras.gap
      ? ['', '# The optimum, to a relative gap of 1e-9', run('--steps', String(steps), '--gap 1e-9')]
      : []),
    '',
  ].join('\n');
}

export interface CommandExtras {
  readonly csv: boolean;
  readonly stationary: boolean;
  readonly view: readonly number[] | null;
  readonly gap: boolean;
}

function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** Returns a string literal; escapes quotes, backslashes and line breaks. */
function quoted(text: string): string {
  return `'${text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').replace(/[\\']/g, '\\$&')}'`;
}

function shellQuoted(text: string): string {
  return `'${text.replace(/[\p{Cc}]/gu, ' ').replaceAll("'", "'\\''")}'`;
}
