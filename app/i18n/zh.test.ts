import { expect, test } from 'vitest';
import type { Phrase } from '../../engine/phrase.ts';
import { STATUSES } from '../../engine/run/status.ts';
import { describeNotice } from '../../engine/scenario/describe-notice.ts';
import { type Notice, type NoticeCode, notice } from '../../engine/scenario/notice.ts';
import type { VerdictFacts } from '../session/facts.ts';
import { allWords } from './all-words.ts';
import { createTranslate } from './messages.ts';

const english: Record<string, unknown> = allWords('en');
const chinese: Record<string, unknown> = allWords('zh');
const SOURCES = import.meta.glob<string>(['../**/*words.zh.ts', './phrase.zh.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Keyboard keys, programming languages and titles of works have one name in every language. */
const NAMES = /^(?:key|take\.language|explain\.source)\./;

test('what is the same in both languages is letters, mathematics and names, which stand in Chinese sentences too', () => {
  const same = Object.entries(chinese).filter(
    ([key, word]) => typeof word === 'string' && word === english[key] && !NAMES.test(key),
  );
  expect(same.length).toBeGreaterThan(50);
  const latin = /[A-Za-z]{4,}/g;
  const sentences = Object.values(chinese)
    .map(String)
    .filter((word) => /[\u4e00-\u9fff]/.test(word));
  const known = new Set(sentences.flatMap((word) => word.match(latin) ?? []));
  const left = same.filter(([, word]) =>
    String(word)
      .match(latin)
      ?.some((one) => !known.has(one)),
  );
  expect(left).toEqual([]);
});

test('a half-width mark does not end or divide a Chinese sentence', () => {
  const lines = Object.values(SOURCES).flatMap((source) => source.split('\n'));
  expect(lines.length).toBeGreaterThan(Object.keys(chinese).length);
  expect(lines.filter((line) => /[\u4e00-\u9fff][,;:?!.]|[,;:?!](?=[\u4e00-\u9fff])/.test(line))).toEqual([]);
});

/** Former names of things, and the one name in all words and lectures. */
const TERMS: readonly (readonly [RegExp, string])[] = [
  [/停留点|静止点/, '驻点'],
  [/认证/, '证明'],
  [/(?<![未已])经证明/, '已证明'],
  [/邻近映射/, '近端映射'],
  [/超出量/, '超额值'],
  [/\bmse\b/, '均方误差'],
  [/自由的?网络|自由训练/, '无约束网络，无约束训练'],
  [/学习的一步/, '学出来的一步'],
  [/不允许：/, '不可行'],
  [/(?:错误|最优|最近|权重最大)的角(?!度)|[每两三]个角(?!度)|B_n 的角/, '顶点'],
  [/被推大|被拉小/, '向外推，向内拉'],
  [/无可取整/, '无需取整'],
  [/旋出|旋入/, '螺旋向外，螺旋向内'],
  [/最近只能到此/, '最多只能接近到这里'],
  [/能混合出|换成 *列/, '阴影锥，这一边用 12 列'],
  [/\d[ \u00a0]%/, '41%, as Intl writes it'],
];

test('one thing has one name, and a percentage one form', () => {
  const all = import.meta.glob<string>('../**/*.zh.ts', { eager: true, query: '?raw', import: 'default' });
  // The spoken text only, without keys, facts and parameter names.
  const said = Object.values(all).flatMap((source) =>
    source
      .replace(/^\s*(?:'[\w.]+'|\w+):|\(\{[^()]*\}\) =>|\$\{[^{}]*\}|\{\{[^{}]*\}\}|\/\*[\s\S]*?\*\//gm, '')
      .split('\n')
      .filter((line) => /['`]/.test(line)),
  );
  expect(said.length).toBeGreaterThan(3000);
  for (const [other, called] of TERMS)
    expect(
      said.filter((line) => other.test(line)),
      called,
    ).toEqual([]);
});

/** One notice of every code, with all kinds of phrases. */
const NOTICES: Record<NoticeCode, Notice> = {
  'not-a-number': notice('not-a-number', 'c', { say: 'number', min: '0', max: '1e9' }, 'x'),
  'not-an-integer': notice(
    'not-an-integer',
    'n',
    { say: 'integer', min: '1', max: '9', infinite: true },
    '2.5',
  ),
  'not-a-choice': notice('not-a-choice', 'rule', 'gd, adam', 'z'),
  'not-a-flag': { ...notice('not-a-flag', 'std', { say: 'flag' }, 'z'), kept: true },
  'not-a-vector': notice('not-a-vector', 'view', { say: 'window' }, '1,2'),
  'not-text': notice('not-text', 'data', { say: 'letters', most: 9 }, '!'),
  'unknown-names': notice('unknown-names', 'hide', { say: 'control-names' }, 'zz'),
  clamped: notice('clamped', 'n', { say: 'range', min: '1', max: '9', beside: 'd = 3' }, '99'),
  'unknown-key': notice('unknown-key', 'zz'),
  'repeated-key': notice('repeated-key', 'zz'),
  'unknown-problem': notice('unknown-problem', 'problem', 'lift', 'zz'),
  'newer-version': notice('newer-version', 'v', '1', '2'),
  'unknown-lecture': notice('unknown-lecture', 'lecture', '', 'zz'),
  'lost-lecture': notice('lost-lecture', 'lecture', '', 'zz'),
  'long-names': notice('long-names', '', '120', '3'),
  'no-language': notice('no-language', 'lang', '', 'zz'),
  'not-a-link': notice('not-a-link', '', '', 'zz'),
  'and-more': notice('and-more', '', '', '7'),
  'too-long': notice('too-long', '', '8', '9'),
  'vector-length': notice('vector-length', 'start', '2', '3'),
  'csv-without-data': notice('csv-without-data', 'data'),
  'unknown-data': notice('unknown-data', 'data', 'trap', 'zz'),
  'broken-data': notice('broken-data', 'data'),
  'unreadable-file': notice('unreadable-file', 'data'),
  'no-row': notice('no-row', 'data', '', {
    say: 'refusals',
    count: 2,
    line: 3,
    reason: { say: 'bad-cell', cell: 'zz', column: 'q' },
  }),
  'no-feature': notice('no-feature', 'data', '', 'q'),
  'too-many-columns': notice('too-many-columns', 'data', '8', '9'),
  'too-many-means': notice('too-many-means', 'data', '50', '60'),
  'too-many-outputs': notice('too-many-outputs', 'outputs', '2', '3'),
  'too-many-classes': notice('too-many-classes', 'kind', '8', 'a'),
  'too-many-groups': notice('too-many-groups', 'kind', '16'),
  'rows-cut': notice('rows-cut', 'data', '8', '9'),
  'header-is-numeric': notice('header-is-numeric', '', '', '1, 2'),
  'repeated-column': notice('repeated-column', 'y'),
  'constant-column': notice('constant-column', 'q'),
  'decimal-comma': notice('decimal-comma', 'point', '1.5', '1,5'),
  'two-readings': notice('two-readings', 'comma', { say: 'reading', as: '1.5', not: '1500' }, '1.500'),
  'grouped-digits': notice('grouped-digits', 'comma', '1234', '1,234'),
  'columns-left-out': notice('columns-left-out', '"a", "b"', { say: 'column-kind', kind: 'dates' }, '2'),
  'no-column': notice('no-column', 'angle', 'angle = x1, y = x2'),
  'maybe-degrees': notice('maybe-degrees', 'angle', '', '359'),
  'ones-column': notice('ones-column', 'q'),
  'not-utf8': notice('not-utf8', 'data'),
  'not-a-table': notice('not-a-table', 'data', '', { say: 'file-kind', kind: 'json' }),
  'file-wanted': notice('file-wanted', 'data'),
  'data-not-in-link': notice('data-not-in-link', 'data', '8', '9'),
  'nothing-moves': notice('nothing-moves', ''),
  'zero-features': notice('zero-features', ''),
  size: notice('size', 'x1', { say: 'range', min: '1e-60', max: '1e+60' }, '1e+99'),
  'label-size': notice('label-size', 'y', { say: 'range', min: '0.0001', max: '100000000' }, '1e-9'),
  'uneven-columns': notice('uneven-columns', 'x2, x1', '10000', '1.00e+12'),
  'uneven-for-good': notice('uneven-for-good', 'x2, x1', '10000', '1.00e+12'),
  'not-with-infinite-n': notice('not-with-infinite-n', 'noise', '0', '1'),
  'ones-added': notice('ones-added', 'bias'),
  'one-feature-only': notice('one-feature-only', 'free', '', '3'),
  'without-effect': notice('without-effect', 'width2', 'network, brake', '40'),
  'nothing-to-aim-at': notice('nothing-to-aim-at', ''),
  projected: notice('projected', 'start', { say: 'doubly-stochastic' }, '0.25'),
  'long-step': notice('long-step', 'c', '2', '2.5'),
  'not-matrices': notice('not-matrices', '2', '2 to 10', { say: 'shape', rows: 7, columns: 3 }),
  'gave-way': notice('gave-way', 'shape', 'all', 'triangle'),
  symmetrised: notice('symmetrised', 'A', '', '0.5'),
  unproved: notice('unproved', 'ridge', 'max G <= 1', '1.2'),
  'mean-alone': notice('mean-alone', 'mask'),
  unusable: notice('unusable', 'level=image', '', 'weights: the file could not be loaded'),
  supplied: notice('supplied', 'sky, mask'),
};

test.each(Object.values(NOTICES))('the notice $code is a Chinese sentence with the same facts', (found) => {
  const sentence = createTranslate('zh')('notice', found);
  expect(sentence).toMatch(/[\u4e00-\u9fff].*[。？]$/);
  expect(sentence).not.toContain('undefined');
  expect(sentence).not.toBe(describeNotice(found));
  for (const fact of [found.expected, found.got])
    if (typeof fact === 'string' && fact !== '') expect(sentence).toContain(fact);
});

test.each<[Phrase, string]>([
  [{ say: 'empty' }, '第 7 行：空行'],
  [{ say: 'empty-cell', column: 'q' }, '第 7 行：“q”列为空'],
  [{ say: 'bad-cell', cell: 'zz', column: 'q' }, '第 7 行：“q”列的“zz”不是数'],
  [{ say: 'cells', expected: 3, got: 2 }, '第 7 行：单元格个数不对：应有 3 个，实有 2 个'],
  [{ say: 'endless', most: 9 }, '第 7 行：超过 9 个字符：是否有引号没有闭合？'],
])('the reason %j of a refused row is Chinese', (reason, words) => {
  expect(createTranslate('zh')('own.line', { line: 7, reason })).toBe(words);
});

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
  limit: false,
  certified: true,
  restarts: 0,
  lower: false,
  optimumKnown: false,
};

test('every status has a verdict of its own, and every end its criterion with the numbers of English', () => {
  const t = createTranslate('zh');
  const numbers = (text: string) => text.match(/\d[\d.e−⁻⁰¹²³⁴⁵⁶⁷⁸⁹]*/g);
  const verdicts = STATUSES.map((status) =>
    t('verdict', { ...FACTS, status, endedAt: status === 'moving' ? null : 30 }),
  );
  expect(new Set(verdicts).size).toBe(STATUSES.length);
  const lift: VerdictFacts = { ...FACTS, status: 'stationary', endedAt: 30, optimumKnown: true };
  expect(t('verdict', lift)).toBe('卡住：停在高于最优值处。');
  expect(t('verdict', { ...lift, atMinimum: true })).toBe('停在最优点。');
  expect(t('verdict', FACTS)).toBe('距星标 0.5，仍在移动。');
  for (const status of STATUSES) {
    const facts: VerdictFacts = { ...FACTS, status, endedAt: 30 };
    if (status === 'moving') continue;
    expect(t('criterion', facts)).not.toBe('');
    expect(numbers(t('criterion', facts))).toEqual(numbers(createTranslate('en')('criterion', facts)));
  }
});
