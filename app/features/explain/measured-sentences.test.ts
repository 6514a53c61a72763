import '../../i18n/all-words.ts';
import '../../problems/index.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOG } from '../../../engine/catalog.ts';
import { LANGUAGE_NAMES, type Language } from '../../../engine/scenario/languages.ts';
import { createTranslate, dynamicKey, type MessageKey } from '../../i18n/messages.ts';

/**
 * Measured sentences must give draws, seeds and a 95 % interval of each share; those without draws name a preset or settings. Each problem's
 * `measured-words.test.ts` checks the numbers.
 */

const PROBLEMS = join(import.meta.dirname, '../../problems');
const sources = readdirSync(PROBLEMS, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|words\./.test(file))
  .map((file) => readFileSync(join(PROBLEMS, file), 'utf8'));

/** Keys of measured sentences. */
const KEYS = [
  ...new Set(
    sources.flatMap((source) =>
      Array.from(source.matchAll(/say:([^{}]*?),\s*standing: 'measured'/g), ([, said]) => said!).flatMap(
        (said) => said.match(/explain\.say\.\w+/g) ?? [],
      ),
    ),
  ),
];

/** Matches counted draws or their statistics. */
const COUNTS: Readonly<Record<Language, RegExp>> = {
  en: /\d[\d,]*(?: of \d[\d,]*)?(?: (?:random|weighted|evenly drawn|such|data)){0,2} (?:seeds|starts|draws|runs|games|pairs|matrices|skies|instances|sets)\b|\bmedian|\bmean PSNR|\b(?:seeds|starts) \d|\boften\b|\brarely\b/i,
  zh: /\d[\d,]* ?(?:个种子|个起点|次运行|场博弈|对(?! ?\d)|片天空|次抽取)|中位数|种子 ?\d|起点 ?\d|常常|很少/,
};
/** A grid of starts is not a draw. */
const GRID = /\d+ × \d+ (?:starts|个起点)/g;
const SEEDS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:seeds?|starts) (\d[\d,]*)(?: to (\d[\d,]*))?|\bby seed\b/,
  zh: /(?:种子|起点) ?(\d[\d,]*)(?: 至 (\d[\d,]*))?|按种子/,
};
/** Matches a source without draws: a quoted preset or topic, or settings. */
const NAMED = /[“”]|[=＝]|\d+ × \d+|every preset|每个预设|every row|各行|these skies|这些天空/;

/** Sentences with fewer than 200 draws: a draw takes over 50 ms, or the page computes it on demand. */
const FEW: readonly string[] = [
  // 1,000 steps each, of three data sets at two step lengths.
  'explain.say.outputsHoveringSeen',
  // 5,000 and 6,000 steps each.
  'explain.say.outputsStartsSeen',
  'explain.say.outputsRotated',
  // Ten and thirty starts per pair.
  'explain.say.shuffleWhoStarts',
  'explain.say.shuffleWhoTriangle',
  // 200 rounds of a network on an image, 16 times per sky.
  'explain.say.dnSkies',
  'explain.say.dnAhead',
  'explain.say.dnFails',
  'explain.say.dnStopped',
  'explain.say.dnSlow',
  'explain.say.dnBehind',
  'explain.say.dnPsnr',
];

/** Matches a value followed by its interval, and a percentage that is a setting or a level. */
const TOLD = /\d[\d.]* ?%? \([^()]* to [^()]*\)|95 %|with \d+ %/g;
/** Matches one interval stated for all shares. */
const FOR_ALL = /to either side|points at most/;

const number = (text = '') => Number(text.replaceAll(',', ''));

function missingIn(text: string, language: Language, isFew: boolean): string[] {
  if (!COUNTS[language].test(text.replaceAll(GRID, ''))) {
    return /\d/.test(text) && !NAMED.test(text) ? [`neither a preset nor settings: ${text}`] : [];
  }
  const missing: string[] = [];
  const seeds = SEEDS[language].exec(text);
  if (!seeds) missing.push(`no seeds: ${text}`);
  if (!/95 ?%/.test(text)) missing.push(`no interval: ${text}`);
  const draws = seeds?.[2]
    ? number(seeds[2]) - number(seeds[1]) + 1
    : Math.max(0, ...(text.match(/\d[\d,]{2,}/g) ?? []).map(number));
  // Chinese has the same numbers.
  if (language === 'en' && !FOR_ALL.test(text) && /\d ?%/.test(text.replaceAll(TOLD, '')))
    missing.push(`a share without its interval: ${text}`);
  if (draws < 200 && !isFew) missing.push(`${draws} draws: ${text}`);
  return missing;
}

describe.each(LANGUAGE_NAMES)('what is called measured, in %s', (language) => {
  const say = createTranslate(language) as (key: MessageKey) => string;

  it.each(KEYS)('%s', (key) => {
    expect(missingIn(say(key as MessageKey), language, FEW.includes(key))).toEqual([]);
  });

  it('quotes presets that there are', () => {
    const titles = Object.values(CATALOG).flatMap(({ presets }) =>
      presets.map(({ id }) => say(dynamicKey('preset', id, 'title'))),
    );
    const quoted = KEYS.flatMap((key) =>
      Array.from(say(key as MessageKey).matchAll(/“([^”]+)”/g), ([, title]) => title!),
    );
    expect(quoted.length).toBeGreaterThan(20);
    expect(quoted.filter((title) => !titles.includes(title))).toEqual([]);
  });
});

describe('the law', () => {
  it('is of all problems that measure', () => {
    expect(KEYS.length).toBeGreaterThan(55);
    expect(FEW.filter((key) => !KEYS.includes(key))).toEqual([]);
  });

  it('finds what was said before', () => {
    const missing = (text: string) => missingIn(text, 'en', false).map((found) => found.split(':')[0]);
    expect(missing('With m = 5 for each of 16 seeds: 2 games arrive.')).toEqual([
      'no seeds',
      'no interval',
      '0 draws',
    ]);
    expect(missing('Over 20 draws of five starts each, 97 of 100 runs.')).toEqual([
      'no seeds',
      'no interval',
      '100 draws',
    ]);
    expect(missing('Of seeds 1 to 200 (95 % intervals) 7 % (4 to 11 %) arrive, and 42 % stop.')).toEqual([
      'a share without its interval',
    ]);
    expect(missing('The largest gap (median of seeds 1 to 12; 95 % interval).')).toEqual(['12 draws']);
    expect(missing('We found it, but rarely.')).toEqual(['no seeds', 'no interval', '0 draws']);
    expect(missing('The loss is 0.5 and 0.3.')).toEqual(['neither a preset nor settings']);
    expect(missing('In “Narrow network” the loss is 0.5.')).toEqual([]);
  });
});
