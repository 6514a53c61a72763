import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import retired from './fixtures/retired-sentences.json' with { type: 'json' };

/*
 * Sentences that were replaced because no native speaker would write them (`fixtures/retired-sentences.json`). None comes back,
 * with whatever numbers, in any message of the page, a lecture or a notice.
 */

const NOTICES = {
  en: ['engine/scenario/describe-notice.ts', 'engine/phrase.ts'],
  zh: ['app/i18n/phrase.zh.ts'],
};
const ALL = readdirSync('app', { recursive: true, encoding: 'utf8' }).map(
  (name) => `app/${name.replaceAll('\\', '/')}`,
);

/** Files whose texts people read in a language. */
const filesOf = (lang: 'en' | 'zh') => [
  ...NOTICES[lang],
  ...ALL.filter((name) => name.endsWith(`words.${lang}.ts`) || name.endsWith(`.${lang}.ts`)),
];

/** With # for numbers and for what a message is told with. */
function withoutNumbers(words: string): string {
  let plain = words.replace(/\{\{.*?\}\}/g, '#');
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(/\$\{[^{}]*\}/g, '#');
  }
  return plain
    .replace(/\d+(?:[.,]\d+)*(?:e[−-]?\d+)?/g, '#')
    .replaceAll('# %', '#')
    .replaceAll('\u00a0', ' ');
}

/** The source of a file without its comments: as it stands, and without numbers. */
function textOf(file: string): string {
  const source = readFileSync(file, 'utf8').replace(/^\s*(\/\/|\/?\*).*$/gm, '');
  return `${source}\n${withoutNumbers(source)}`;
}

/** Shorter words are a label, and must be all of a message. */
const SENTENCE = 12;

function isSaid(text: string, words: string): boolean {
  const plain = withoutNumbers(words);
  if (plain.length >= SENTENCE || /[\u4e00-\u9fff]/.test(plain)) return text.includes(plain);
  return ["'", '`', '"'].some((quote) => text.includes(quote + plain + quote));
}

it.each(['en', 'zh'] as const)('no retired sentence is said (%s)', (lang) => {
  const files = filesOf(lang);
  expect(files.length).toBeGreaterThan(30);
  const found = files.flatMap((file) => {
    const text = textOf(file);
    return retired[lang].filter((words) => isSaid(text, words)).map((words) => `${file}: ${words}`);
  });
  expect(found).toEqual([]);
});

it('the page says “the star”, never “the plant”', () => {
  expect(filesOf('en').filter((file) => /\bthe plant\b/i.test(textOf(file)))).toEqual([]);
});
