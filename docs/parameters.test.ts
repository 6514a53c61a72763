import { expect, test } from 'vitest';
import '../app/messages/en-ensemble.ts';
import '../app/messages/en-panels.ts';
import { createTranslate, dynamicKey, loadMoreWords } from '../app/messages/messages.ts';
import { CATALOG, DEFAULT_PROBLEM, PROBLEM_IDS, type ProblemId, scenarioParams } from '../engine/catalog.ts';
import { formatParam, type ParamSpec } from '../engine/params.ts';
import { FREE_KEYS, GROUPS, PAGE_CONTROLS } from '../engine/scenario/control-names.ts';

await loadMoreWords(CATALOG);
const t = createTranslate('en');

const AXIS = 'a number of the scenario that does something in it, or `ratio` (n/d)';

/** What each text is. */
const TEXTS: Readonly<Record<string, string>> = {
  data: 'name of a data set that ships, or packed data',
  lecture: 'name of a lecture that ships, or a packed one',
  xkey: AXIS,
  ykey: AXIS,
};

/** What a parameter takes, in a few words. */
function takes(key: string, spec: ParamSpec): string {
  switch (spec.kind) {
    case 'choice':
      return spec.options.map((option) => `\`${option}\``).join(' ');
    case 'flag':
      return '`0` `1`';
    case 'text':
      return TEXTS[key]!;
    case 'names':
      return spec.options
        ? `some of ${spec.options.map((name) => `\`${name}\``).join(' ')}, with commas between`
        : 'names of controls with commas between (below)';
    case 'vector':
      return `numbers with commas between, ${formatParam(spec.min)} to ${formatParam(spec.max)}`;
    case 'integer':
      return `integer, ${formatParam(spec.min)} to ${formatParam(spec.max)}${spec.infinite ? ', or `inf`' : ''}`;
    default:
      return `number, ${formatParam(spec.min)} to ${formatParam(spec.max)}`;
  }
}

function table(problem: ProblemId): string {
  const rows = Object.entries(scenarioParams(problem)).map(
    ([key, spec]) =>
      `| \`${key}\` | ${t(dynamicKey(spec.message))} | ${takes(key, spec)} | ${formatParam(spec.default) || 'none'} |`,
  );
  const presets = CATALOG[problem].presets.map(
    ({ id }) =>
      `- **${t(dynamicKey('preset', id, 'title'))}** (\`${id}\`): ${t(dynamicKey('preset', id, 'sentence'))}`,
  );
  return `## \`problem=${problem}\`\n\n| key | what | takes | default |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n\nPresets:\n\n${presets.join('\n')}\n`;
}

test('docs/parameters.md is what the declarations say (write it anew with: npx vitest run docs -u)', async () => {
  const problems = PROBLEM_IDS.map(table);
  const page = `# Parameters

Made from the declarations by \`docs/parameters.test.ts\`. Every key works in a link (\`#v=1&key=value&…\`) and as a flag of
\`npm run -s replay -- --key value\`. Only what differs from the default stands in a link; defaults and meanings never change
within \`v=1\`. \`problem\` is \`${DEFAULT_PROBLEM}\` where it is left out. Vectors override their seeds; \`step\` overrides \`c\`.

${problems.join('\n')}
## For a class: \`hide=\` and \`lock=\`

Both take names with commas between: a hidden control gives its place to its value in words, a locked one is shown and cannot be
used. A name is the key of a parameter (but ${FREE_KEYS.map((key) => `\`${key}\``).join(' ')}), a group of them
(${GROUPS.map((name) => `\`${name}\``).join(' ')}), or a part of the page (${PAGE_CONTROLS.map((name) => `\`${name}\``).join(' ')}).
A name that is both a key and a group means the group. What is locked is locked for keys and gestures too. Single keys are switched
off by \`keysoff=\`, all at once by \`keys=0\`. The help opens such a link without its limits.
`;
  await expect(page).toMatchFileSnapshot('parameters.md');
});
