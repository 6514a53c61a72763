import { expect, test } from 'vitest';
import '../app/messages/en-panels.ts';
import { createTranslate, dynamicKey, loadMoreWords } from '../app/messages/messages.ts';
import { CATALOG, DEFAULT_PROBLEM, type ProblemId, scenarioParams } from '../engine/catalog.ts';
import { formatParam, type ParamSpec } from '../engine/params.ts';

await loadMoreWords();
const t = createTranslate('en');

/** What a parameter takes, in a few words. */
function takes(spec: ParamSpec): string {
  switch (spec.kind) {
    case 'choice':
      return spec.options.map((option) => `\`${option}\``).join(' ');
    case 'flag':
      return '`0` `1`';
    case 'text':
      return 'name of a data set that ships, or packed data';
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
      `| \`${key}\` | ${t(dynamicKey(spec.message))} | ${takes(spec)} | ${formatParam(spec.default) || 'none'} |`,
  );
  const presets = CATALOG[problem].presets.map(
    ({ id }) =>
      `- **${t(dynamicKey('preset', id, 'title'))}** (\`${id}\`): ${t(dynamicKey('preset', id, 'sentence'))}`,
  );
  return `## \`problem=${problem}\`\n\n| key | what | takes | default |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n\nPresets:\n\n${presets.join('\n')}\n`;
}

test('docs/parameters.md is what the declarations say (write it anew with: npx vitest run docs -u)', async () => {
  const problems = (Object.keys(CATALOG) as ProblemId[]).map(table);
  const page = `# Parameters

Made from the declarations by \`docs/parameters.test.ts\`. Every key works in a link (\`#v=1&key=value&…\`) and as a flag of
\`npm run -s replay -- --key value\`. Only what differs from the default stands in a link; defaults and meanings never change
within \`v=1\`. \`problem\` is \`${DEFAULT_PROBLEM}\` where it is left out. Vectors override their seeds; \`step\` overrides \`c\`.

${problems.join('\n')}`;
  await expect(page).toMatchFileSnapshot('parameters.md');
});
