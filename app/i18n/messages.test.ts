import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CATALOG, PROBLEM_IDS, scenarioParams } from '../../engine/catalog.ts';
import type { ProblemCard } from '../../engine/contract.ts';
import { STATUSES } from '../../engine/run/status.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../engine/scenario/languages.ts';
import { FORMAT_NAMES } from '../figure/formats.ts';
import { words as roundWords } from '../problems/round-words.en.ts';
import type { VerdictFacts } from '../session/facts.ts';
import { declaredWords } from '../ui/fields/declared-words.ts';
import { allWords, tablesOf } from './all-words.ts';
import { createTranslate, dynamicKey } from './messages.ts';
import { hasWord } from './words.ts';

const FACTS: VerdictFacts = {
  side: 'left',
  status: 'moving',
  passedAt: null,
  sizes: { labels: 1, weights: 1 },
  endedAt: null,
  k: 40,
  distance: 0.5,
  slow: false,
  flat: false,
  convex: false,
  growing: false,
  atMinimum: false,
  place: null,
  planted: true,
  hasPlant: true,
  c: 1,
  safe: true,
  optimumKnown: false,
  limit: false,
  certified: true,
  restarts: 0,
  lower: false,
};

const PARTS = tablesOf('en');
const words: Record<string, unknown> = allWords('en');
const zh = allWords('zh');

const app = join(import.meta.dirname, '..');
const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).map((name) =>
  name.replaceAll('\\', '/'),
);

const texts = new Map<string, string>();
function read(name: string): string {
  const text = texts.get(name) ?? readFileSync(join(app, name), 'utf8');
  texts.set(name, text);
  return text;
}

/** True for a language's name, which is stored with its tag. */
const isLanguage = (name: string, option: string) => name === 'lang' && option !== 'auto';

test('no word stands in two places', () => {
  const keys = PARTS.flatMap((part) => Object.keys(part));
  expect(keys).toHaveLength(Object.keys(words).length);
});

test('no card says another word than the page does', () => {
  const cards: ProblemCard[] = Object.values(CATALOG);
  const keys = cards.flatMap(({ words: own = {} }) => Object.keys(own));
  expect(keys.filter((key) => Object.hasOwn(words, key))).toEqual([]);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each(LANGUAGE_NAMES)('beside each file of English words stands one with the same words: %s', (lang) => {
  const wanted = files
    .filter((name) => name.endsWith('.en.ts'))
    .map((name) => name.replace(/en\.ts$/, `${lang}.ts`));
  expect(wanted.length).toBeGreaterThan(30);
  expect(
    wanted.filter((name) => !files.includes(name)),
    'files of words that are missing',
  ).toEqual([]);
  const said: Record<string, unknown> = allWords(lang);
  expect(Object.keys(said).sort()).toEqual(Object.keys(words).sort());
  for (const [key, word] of Object.entries(words)) expect(typeof said[key], key).toBe(typeof word);
});

test('every file of words is in a language that has its line', () => {
  const found = new Set(files.flatMap((name) => /\.(\w\w)\.ts$/.exec(name)?.[1] ?? []));
  expect([...found].sort(), 'expected a line of each in engine/scenario/languages.ts').toEqual(
    [...LANGUAGE_NAMES].sort(),
  );
});

test.each(LANGUAGE_NAMES)('who has a browser that is too old reads that: %s', (lang) => {
  expect(read('index.html'), 'expected a sentence in app/index.html').toContain(
    `<p lang="${LANGUAGES[lang].tag}">`,
  );
});

test.each(LANGUAGE_NAMES)(
  'every parameter, choice, group and preset of every problem, and every format of figures, has words: %s',
  (lang) => {
    const [said, declared] = [allWords(lang), declaredWords(lang)];
    const missing = new Set<string>();
    for (const format of FORMAT_NAMES)
      if (!hasWord(lang, `figure.format.${format}`)) missing.add(`figure.format.${format}`);
    for (const problem of PROBLEM_IDS) {
      const card: ProblemCard = CATALOG[problem];
      const need = (...parts: string[]) => {
        const key = dynamicKey(...parts);
        if (![card.words ?? {}, said, declared].some((all) => Object.hasOwn(all, key))) missing.add(key);
      };
      need('problem', problem);
      for (const [name, spec] of Object.entries(scenarioParams(problem))) {
        need('param', spec.called ?? name);
        need('group', spec.group);
        if (spec.unit) need(spec.unit);
        if (spec.kind === 'choice' && name !== 'rrule')
          for (const option of spec.options)
            if (!isLanguage(name, option)) need('choice', spec.called ?? name, option);
      }
      for (const { id } of CATALOG[problem].presets) {
        need('preset', id, 'title');
        need('preset', id, 'sentence');
      }
    }
    expect([...missing], 'words that are missing').toEqual([]);
  },
);

test('no declaration says another word than the page does', () => {
  expect(Object.keys(declaredWords('en')).filter((key) => Object.hasOwn(words, key))).toEqual([]);
});

test('every file of English words is loaded by the code that says them', () => {
  const code = files.filter((name) => /(?<!\.test)\.tsx?$/.test(name));
  const LOADS = /^import (?:\{[^}]*\} from )?'(\.[^']*words\.en\.ts)'/gm;
  const loaded = new Set(
    code.flatMap((name) => [...read(name).matchAll(LOADS)].map(([, path]) => join(name, '..', path!))),
  );
  // `card-words.ts` loads every problem's.
  const isOfCard = (name: string) => /^problems\/[\w-]+\/card-words\.en\.ts$/.test(name);
  expect(code.filter((name) => name.endsWith('words.en.ts') && !loaded.has(name) && !isOfCard(name))).toEqual(
    [],
  );
});

test.each([
  ['the page', ['shell/main.ts', 'shell/mount.tsx', 'problems/one-neuron/opening.ts']],
  [
    'an embed',
    ['features/embed/main.tsx', 'features/embed/start-embed.tsx', 'problems/one-neuron/opening.ts'],
  ],
])('the code that %s begins with brings the words that it says', (_, roots) => {
  const IMPORTS = /^(?:import|export)\b(?! type)[^'";]*'(\.[^']*\.tsx?)'/gm;
  const begun = new Set<string>();
  const load = (file: string): void => {
    if (begun.has(file) || file.startsWith('..')) return;
    begun.add(file);
    for (const [, path] of read(file).matchAll(IMPORTS)) load(join(file, '..', path!));
  };
  roots.forEach(load);
  const here = [...begun].filter((file) => file.endsWith('words.en.ts')).map(read);
  const says = [...begun].flatMap((file) =>
    [...read(file).matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key]) => key!),
  );
  expect(says.length).toBeGreaterThan(20);
  // Words of bookmarks and of ensembles load with them.
  const later = ['present.bookmarkAt', 'ensemble.left.side'];
  const missing = says.filter(
    (key) => !here.some((text) => text.includes(`'${key}':`) || text.includes(` ${key}:`)),
  );
  expect([...new Set(missing)].filter((key) => !later.includes(key))).toEqual([]);
});

test('a text may say something else to a person who uses a finger', () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  onTestFinished(() => void vi.unstubAllGlobals());
  for (const lang of ['en', 'zh'] as const) {
    const t = createTranslate(lang);
    for (const key of ['help.intro', 'explain.symbols.note'] as const) expect(t(key)).toBe(t(`${key}.touch`));
  }
  expect(createTranslate('en')('help.intro')).not.toMatch(/beside Play starts|Drag the map/);
  expect(createTranslate('en')('explain.symbols.note')).not.toMatch(/Hover/);
});

test('a word of another unit stands in place of one that takes the same', () => {
  const counted = Object.keys(roundWords);
  expect(counted.length).toBeGreaterThan(20);
  for (const key of counted) {
    const base = key.slice(0, -'.round'.length);
    expect([base, typeof words[base]]).toEqual([base, typeof words[key]]);
    expect(String(words[key])).not.toMatch(/\bsteps?\b/i);
  }
  expect(createTranslate('en', 'round')('play.step')).toBe('round');
  expect(createTranslate('zh', 'round')('play.step')).toBe('轮数');
  expect(createTranslate('en', 'round')('play.play')).toBe('Play');
  expect(createTranslate('en')('play.step')).toBe('step');
});

test('every word is used: its key stands in a source, or begins as one that a source puts together', () => {
  const sources = files
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path) && !/words\.\w\w\.ts$/.test(path))
    .map(read)
    .join('\n');
  const found = (pattern: RegExp) => [...sources.matchAll(pattern)].map(([, text]) => text!);
  const units = PROBLEM_IDS.flatMap((id) => Object.values(scenarioParams(id)).map(({ unit }) => unit));
  // A formula names words by @.
  const whole = new Set([...found(/'([\w.]+)'/g), ...found(/@([a-zA-Z.]+)/g), ...units]);
  const firsts = [
    ...found(/[`@](\w+\.[\w.]*)\$\{/g),
    ...found(/dynamicKey\(\s*'([\w.]+)',/g).map((one) => `${one}.`),
  ];
  const middles = found(/dynamicKey\(\w+, '(\w+)',/g).map((one) => `.${one}.`);
  const unused = Object.keys(words).filter(
    (key) =>
      !whole.has(key) &&
      !whole.has(key.replace(/\.(?:touch|round|plain)$/, '')) &&
      !firsts.some((first) => key.startsWith(first)) &&
      !middles.some((middle) => key.includes(middle)),
  );
  expect(unused).toEqual([]);
});

test('the page says “the star”, never “the plant”', () => {
  const said = [
    ...files.filter((name) => name.endsWith('.en.ts')),
    '../engine/scenario/describe-notice.ts',
    '../engine/phrase.ts',
  ];
  const textOf = (name: string) => read(name).replace(/^\s*(\/\/|\/?\*).*$/gm, '');
  expect(said.filter((name) => /\bthe plant\b/i.test(textOf(name)))).toEqual([]);
});

test('every status has a verdict of its own, and every end its criterion', () => {
  const t = createTranslate('en');
  const verdicts = STATUSES.map((status) =>
    t('verdict', { ...FACTS, status, endedAt: status === 'moving' ? null : 30 }),
  );
  expect(new Set(verdicts).size).toBe(STATUSES.length);
  for (const status of STATUSES)
    if (status !== 'moving') expect(t('criterion', { ...FACTS, status, endedAt: 30 })).not.toBe('');
});

test('what is only the best of 32 starts is called that in the verdict too', () => {
  const facts: VerdictFacts = { ...FACTS, hasPlant: false, planted: false, restarts: 32 };
  const told = (more: Partial<VerdictFacts>) => {
    const whole = { ...facts, ...more };
    return [createTranslate('en')('verdict', whole), zh.verdict(whole)];
  };
  expect(told({ certified: false })).toEqual([
    '0.5 from the best known point, still moving.',
    '距已知最好的点 0.5，仍在移动。',
  ]);
  expect(told({ certified: true })).toEqual([
    '0.5 from its minimum, still moving.',
    '距最小点 0.5，仍在移动。',
  ]);
  expect(told({ certified: false, lower: true })).toEqual([
    'Lower than the best end from 32 starts, still moving.',
    '低于 32 个起点中最好的终点，仍在移动。',
  ]);
});

test('a verdict is not told before the step at which it came', () => {
  const t = createTranslate('en');
  const facts: VerdictFacts = { ...FACTS, status: 'reached', endedAt: 76, k: 75 };
  expect(t('verdict', facts)).toBe('0.5 from the star, still moving.');
  expect(t('verdict', { ...facts, k: 76 })).toBe('Reached the star at step 76.');
});

test('rest on a convex loss is its minimum only where the loss is the reference’s', () => {
  const t = createTranslate('en');
  const facts: VerdictFacts = { ...FACTS, side: 'right', status: 'stationary', endedAt: 30, convex: true };
  expect(t('verdict', { ...facts, atMinimum: true })).toBe('At the minimum of this convex loss.');
  expect(t('verdict', facts)).toBe('Stopped: the gradient is below the threshold.');
  const other = { ...facts, convex: false, atMinimum: true };
  expect(t('verdict', other)).toBe('At the lowest minimum.');
  // The best of several starts need not be the lowest.
  expect(t('verdict', { ...other, certified: false })).not.toContain('minimum');
});

test('divergence says c against 2', () => {
  const t = createTranslate('en');
  expect(t('criterion', { ...FACTS, status: 'diverged', endedAt: 12, c: 6, safe: false })).toContain('c = 6');
  expect(t('criterion', { ...FACTS, status: 'diverged', endedAt: 12, c: 6, safe: false })).toContain(
    'below 2',
  );
});

test('an unknown language falls back to English', () => {
  expect(createTranslate('__proto__')('play.play')).toBe('Play');
});
