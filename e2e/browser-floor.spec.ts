import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spread } from '../scripts/tier.mjs';
import { expect, test } from './test.ts';

type Versions = readonly [chrome: number, firefox: number, safari: number];

const assets = join(process.env.E2E_DIST ?? 'dist', 'assets');
const page = readFileSync('app/index.html', 'utf8');
const stated = /Chrome or Edge ([\d.]+), Firefox ([\d.]+), Safari ([\d.]+)/.exec(page)!.slice(1).map(Number);

/** Recent browser features: pattern in built scripts or style sheets, and first versions (MDN, caniuse). */
const SCRIPTS: readonly (readonly [string, RegExp, Versions])[] = [
  ['static blocks of classes', /[{;}]static ?\{/, [94, 93, 16.4]],
  ['looking behind in a pattern', /\(\?<[=!]/, [62, 78, 16.4]],
  ['patterns with v', /\/[dgimsy]*v[dgimsy]*\.(?:test|exec)\(/, [112, 116, 17]],
  ['Array at', /\.at\(/, [92, 90, 15.4]],
  ['Object.hasOwn', /Object\.hasOwn\(/, [93, 92, 15.4]],
  ['findLast', /\.findLast(?:Index)?\(/, [97, 104, 15.4]],
  ['copies of arrays', /\.to(?:Sorted|Spliced|Reversed)\(/, [110, 115, 16]],
  ['roundRect', /\.roundRect\(/, [99, 112, 16]],
  ['throwIfAborted', /\.throwIfAborted\(/, [100, 97, 15.4]],
  ['AbortSignal.any', /AbortSignal\.any\(/, [116, 124, 17.4]],
  ['structuredClone', /\bstructuredClone\(/, [98, 94, 15.4]],
  ['randomUUID', /\.randomUUID\(/, [92, 95, 15.4]],
  ['workers that are modules', /type: ?[`'"]module[`'"]/, [80, 114, 15]],
  ['OffscreenCanvas', /new OffscreenCanvas\b/, [69, 105, 16.4]],
  ['isWellFormed', /\.(?:isWellFormed|toWellFormed)\(/, [111, 119, 16.4]],
  ['groupBy', /\b(?:Object|Map)\.groupBy\(/, [117, 119, 17.4]],
  ['withResolvers', /Promise\.withResolvers\(/, [119, 121, 17.4]],
  ['Promise.try', /Promise\.try\(/, [128, 134, 18.2]],
  ['URL.canParse', /URL\.canParse\(/, [120, 115, 17]],
  ['Array.fromAsync', /Array\.fromAsync\(/, [121, 115, 16.4]],
  ['iterator helpers', /\.(?:values|keys|entries)\(\)\.(?:map|filter|take|drop|toArray)\(/, [122, 131, 18.4]],
  ['sets united', /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/, [122, 127, 17]],
  ['RegExp.escape', /RegExp\.escape\(/, [136, 134, 18.2]],
  ['streams that decompress', /new (?:Dec|C)ompressionStream\(/, [80, 113, 16.4]],
  ['popovers', /\.(?:show|hide|toggle)Popover\(/, [114, 125, 17]],
];
const STYLES: typeof SCRIPTS = [
  [':has()', /:has\(/, [105, 121, 15.4]],
  ['color-mix()', /color-mix\(/, [111, 113, 16.2]],
  ['dvh', /\ddvh\b/, [108, 101, 15.4]],
  ['accent-color', /accent-color:/, [93, 92, 15.4]],
  ['ranges in media queries', /@media[^{]*[<>]=/, [104, 102, 16.4]],
  ['containers', /@container\b/, [105, 110, 16]],
  ['nested rules', /[;{]&/, [120, 117, 17.2]],
  ['layers', /@layer\b/, [99, 97, 15.4]],
  ['@scope', /@scope\b/, [118, 146, 17.4]],
  ['@starting-style', /@starting-style\b/, [117, 129, 17.5]],
  ['@property', /@property\b/, [85, 128, 16.4]],
  ['light-dark()', /light-dark\(/, [123, 120, 17.5]],
  ['oklch()', /oklch\(/, [111, 113, 15.4]],
  ['subgrid', /:subgrid\b/, [117, 71, 16]],
];

/** Returns the features used in built files of a kind. */
function used(list: typeof SCRIPTS, kind: string): { name: string; versions: Versions; files: string[] }[] {
  const texts = readdirSync(assets)
    .filter((name) => name.endsWith(kind))
    .map((name) => [name, readFileSync(join(assets, name), 'utf8')] as const);
  return list
    .map(([name, pattern, versions]) => ({
      name,
      versions,
      files: texts.filter(([, text]) => pattern.test(text)).map(([file]) => file),
    }))
    .filter(({ files }) => files.length > 0);
}

test('the build uses nothing that is newer than the browsers that the page asks for', () => {
  const all = [...used(SCRIPTS, '.js'), ...used(STYLES, '.css')];
  // The scan finds known features.
  expect(all.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'static blocks of classes',
      'copies of arrays',
      'roundRect',
      ':has()',
      'color-mix()',
    ]),
  );
  expect(all.filter(({ versions }) => versions.some((version, i) => version > stated[i]!))).toEqual([]);
});

test('the page asks for no newer browsers than the build needs', () => {
  const all = [...used(SCRIPTS, '.js'), ...used(STYLES, '.css')];
  expect(stated).toEqual([0, 1, 2].map((i) => Math.max(...all.map(({ versions }) => versions[i]!))));
});

const tooOld = '#too-old';

test('a browser that the page runs in is told nothing of newer ones', async ({ explorer, page: shown }) => {
  await explorer.open('#v=1');
  await expect(shown.locator(tooOld)).toBeHidden();
});

for (const [what, take] of spread(
  [
    ['has no copies of arrays', () => Reflect.deleteProperty(Array.prototype, 'toSorted')],
    [
      'does not know :has()',
      () => {
        const { supports } = CSS;
        CSS.supports = (...given: string[]) =>
          !given[0]!.includes(':has') && supports.apply(CSS, given as [string]);
      },
    ],
    [
      'does not mix colours',
      () => {
        const { supports } = CSS;
        CSS.supports = (...given: string[]) => given[0] !== 'color' && supports.apply(CSS, given as [string]);
      },
    ],
    [
      'cannot look behind',
      () => {
        const Own = RegExp;
        window.RegExp = new Proxy(Own, {
          construct(_, given) {
            if (String(given[0]).includes('(?<=')) throw new SyntaxError('invalid group');
            return new Own(given[0], given[1]);
          },
        });
      },
    ],
    ['has no CSS.supports', () => Reflect.deleteProperty(window, 'CSS')],
  ] as const,
  2,
))
  test(`a browser that ${what} is told in both languages which ones the page needs`, async ({
    page: shown,
  }) => {
    await shown.addInitScript(take);
    await shown.goto('/');
    await expect(shown.locator(tooOld)).toBeVisible();
    await expect(shown.locator(tooOld)).toContainText('Twin Descent needs a newer browser than this one');
    await expect(shown.locator(`${tooOld} [lang=zh-Hans]`)).toContainText('本页需要更新的浏览器');
  });
