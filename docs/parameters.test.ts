import '../app/i18n/all-words.ts';
import { expect, test } from 'vitest';

import { createTranslate, dynamicKey } from '../app/i18n/messages.ts';
import { nameCards } from '../app/problems/card-words.ts';
import { CATALOG, DEFAULT_PROBLEM, PROBLEM_IDS, type ProblemId, scenarioParams } from '../engine/catalog.ts';
import { MAX_SEED } from '../engine/kernels/random.ts';
import { formatParam, type ParamSpec } from '../engine/params.ts';
import { FREE_KEYS, GROUPS, PAGE_CONTROLS } from '../engine/scenario/control-names.ts';

nameCards(CATALOG);
const t = createTranslate('en');

const AXIS = 'key of a number that the scenario uses, or `ratio` (n/d)';

const TEXTS: Readonly<Record<string, string>> = {
  data: 'name of a data set that ships, or packed data',
  lecture: 'name of a lecture that ships, or a packed one',
  xkey: AXIS,
  ykey: AXIS,
};

function takes(key: string, spec: ParamSpec): string {
  switch (spec.kind) {
    case 'choice':
      return spec.options.map((option) => `\`${option}\``).join(' ');
    case 'flag':
      return 'switch';
    case 'text':
      return TEXTS[key]!;
    case 'names':
      return spec.options
        ? `list of ${spec.options.map((name) => `\`${name}\``).join(' ')}`
        : 'list of controls (below)';
    case 'vector':
      return `list ${formatParam(spec.min)}…${formatParam(spec.max)}`;
    case 'integer':
      if (spec.max === MAX_SEED) return 'seed';
      return `integer ${formatParam(spec.min)}…${formatParam(spec.max)}${spec.infinite ? ' or `inf`' : ''}`;
    default:
      return `${formatParam(spec.min)}…${formatParam(spec.max)}`;
  }
}

function rowsOf(problem: ProblemId): string[] {
  return Object.entries(scenarioParams(problem)).map(([key, spec]) =>
    `\`${key}\` | ${t(dynamicKey('param', spec.called ?? key))} | ${takes(key, spec)} | ${formatParam(spec.default)}`.trimEnd(),
  );
}

const HEAD = 'key | what | takes | default\n--- | --- | --- | ---';
/** Rows identical for every problem. */
const shared = rowsOf(DEFAULT_PROBLEM).filter((row) => PROBLEM_IDS.every((id) => rowsOf(id).includes(row)));

/** Returns a problem's table. Rows shared by several are in the first one's; others name the key. */
function table(problem: ProblemId): string {
  const rows = rowsOf(problem).filter((row) => !shared.includes(row));
  const earlier = PROBLEM_IDS.slice(0, PROBLEM_IDS.indexOf(problem));
  const firstWith = (row: string) => earlier.find((id) => rowsOf(id).includes(row));
  const own = rows.filter((row) => !firstWith(row));
  const named = earlier.flatMap((id) => {
    const keys = rows.filter((row) => firstWith(row) === id).map((row) => row.split(' ')[0]!);
    return keys.length === 0 ? [] : [`As in \`${id}\`: ${keys.join(' ')}\n\n`];
  });
  const presets = CATALOG[problem].presets.map(({ id }) => `\`${id}\``);
  return `## \`problem=${problem}\`\n\n${HEAD}\n${own.join('\n')}\n\n${named.join('')}Presets: ${presets.join(' ')}\n`;
}

test('docs/parameters.md is what the declarations say (renew it with: npx vitest run docs -u)', async () => {
  const problems = PROBLEM_IDS.map(table);
  const page = `# Parameters

Made from the declarations by \`docs/parameters.test.ts\`. Every key works in a link (\`#v=1&key=value&…\`) and as a flag of
\`npm run -s replay -- --key value\`. A link holds only what differs from the default; defaults and meanings never change
within \`v=1\`. \`problem\` is \`${DEFAULT_PROBLEM}\` where it is left out. Vectors override their seeds; \`step\` overrides \`c\`.
Lists have commas between, a switch is \`0\` or \`1\`, a seed an integer 0…${MAX_SEED}. A key without a default has no value until given.

## Every problem

${HEAD}
${shared.join('\n')}

${problems.join('\n')}
## For a class: \`hide=\` and \`lock=\`

Both take comma-separated names: the page shows a hidden control's value in words instead, and a locked control that nobody can
use. A name is the key of a parameter (but ${FREE_KEYS.map((key) => `\`${key}\``).join(' ')}), a group of them
(${GROUPS.map((name) => `\`${name}\``).join(' ')}), or a part of the page (${PAGE_CONTROLS.map((name) => `\`${name}\``).join(' ')}).
A name that is both a key and a group means the group. Keys and gestures are locked too. \`keysoff=\` switches single keys off,
\`keys=0\` all of them. The help opens such a link without its limits.
`;
  await expect(page).toMatchFileSnapshot('parameters.md');
});
