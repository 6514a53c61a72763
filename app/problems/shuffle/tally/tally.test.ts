import { beforeAll, describe, expect, it } from 'vitest';
import { scenarioSweep } from '../../../../engine/ensemble/sweep.ts';
import { wilson } from '../../../../engine/kernels/wilson.ts';
import { problem } from '../../../../engine/problems/shuffle/problem.ts';
import type { TallySide, TallyTold } from '../../../../engine/problems/shuffle/types.ts';
import { createScenario, presetScenario } from '../../../../engine/scenario/create-scenario.ts';
import { adjusted } from '../../../../engine/scenario/scenario.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import '../../../i18n/all-words.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import type { Mark } from '../../../charts/display-list.ts';
import { criterionWords, sideNames } from '../../../features/ensemble/ensemble-words.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { loadView } from '../../../session/view.ts';
import '../../index.ts';
import { RUNS } from '../run-words.ts';
import { TALLY, tallyKey } from './asked.ts';
import { shownTally } from './drawing.ts';
import { drawTally, rowAt } from './plot.ts';

const t = createTranslate('en');
beforeAll(() => loadView('shuffle'));

const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const side = (given: Partial<TallySide> = {}): TallySide => ({
  best: 0,
  other: 0,
  tie: 0,
  exact: 0,
  moving: 0,
  ...given,
});
const told = (given: Partial<TallyTold> = {}): TallyTold => ({
  starts: 20,
  done: 40,
  steps: 10_000,
  cost: 24,
  sides: {
    left: side({ best: 5, other: 8, tie: 7 }),
    right: side({ best: 12, other: 8, exact: 18, moving: 1 }),
  },
  ...given,
});
const LISTED = { best: { cost: 24, permutations: [], count: 1, within: 0 } };

const drawn = (
  known: TallyTold | null,
  size = { width: 500, height: 250 },
  pointed: number | null = null,
) => {
  const style = { scale: 1, palette: PALETTES.light };
  const input = { ...size, ...style, ...shownTally(LISTED, 20, known, t).picture };
  return { input, marks: drawTally({ ...input, pointed }) as readonly Mark[] };
};
const numbers = (text: string) => (text.match(/\d[\d,.]*/g) ?? []).map((one) => one.replace(/[,.]$/, ''));

describe('the picture of many starts', () => {
  it('parts of a bar tile it in the shares of best, ties and others; the interval lies about the first', () => {
    for (const size of [
      { width: 500, height: 250 },
      { width: 320, height: 150 },
      { width: 640, height: 900 },
    ]) {
      const { marks } = drawn(told(), size);
      const bars = marks.flatMap((mark) =>
        mark.kind === 'rect' && !mark.fill && mark.rect.width > 100 ? [mark.rect] : [],
      );
      // Outline and both bars.
      expect(bars).toHaveLength(3);
      for (const [i, name] of SIDES.entries()) {
        const bar = bars[i + 1]!;
        expect(bar.y + bar.height).toBeLessThanOrEqual(size.height);
        const { best, other, tie } = told().sides[name];
        const rects = marks.flatMap((mark) =>
          mark.kind === 'rect' && mark.fill && mark.rect.y === bar.y ? [mark.rect] : [],
        );
        const hatches = marks.flatMap((mark) =>
          mark.kind === 'hatch' && mark.polygon[1] === bar.y ? [mark.polygon[2]! - mark.polygon[0]!] : [],
        );
        expect(rects.map(({ width }) => width / bar.width)).toEqual([
          expect.closeTo(best / 20),
          expect.closeTo(other / 20),
        ]);
        expect(hatches.map((wide) => wide / bar.width)).toEqual(tie > 0 ? [expect.closeTo(tie / 20)] : []);
        expect(rects[1]!.x + rects[1]!.width).toBeCloseTo(bar.x + bar.width);
        const whisker = marks.find(
          (mark) =>
            mark.kind === 'path' && mark.lines[0]![1]! > bar.y && mark.lines[0]![1]! < bar.y + bar.height,
        );
        const { low, high } = wilson(best, 20);
        const [from, , to] = (whisker as unknown as { lines: number[][] }).lines[0]!;
        expect([from, to]).toEqual([
          expect.closeTo(bar.x + low * bar.width),
          expect.closeTo(bar.x + high * bar.width),
        ]);
      }
    }
  });

  it('before the first run there are bars without parts', () => {
    for (const known of [null, told({ done: 0, sides: { left: side(), right: side() } })]) {
      const { marks } = drawn(known);
      const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
      expect(texts.filter((text) => text.includes(' of '))).toEqual([]);
      expect(marks.filter((mark) => mark.kind === 'path')).toEqual([]);
    }
  });

  it('a pointer reads the row below it', () => {
    const { input, marks } = drawn(told(), undefined, 1);
    expect(rowAt(input, 5)).toBeNull();
    expect([40, 80, 160, 249].map((y) => rowAt(input, y))).toEqual([0, 0, 1, 1]);
    expect(marks.filter((mark) => 'role' in mark && mark.role === 'hover')).toHaveLength(1);
  });
});

describe('what is said of many starts', () => {
  it('reads each side: counts, interval, ends at a permutation, runs that still move', () => {
    const { read, rows, head } = shownTally(LISTED, 20, told(), t);
    expect(plain(read(0))).toBe(
      'Relaxed and rounded: a best permutation in 5 of 20 (95 % interval 11.2 % to 46.9 %), another in 8, a tie in 7. At a permutation without rounding: 0; still moving after 10,000 steps: 0.',
    );
    expect(numbers(plain(read(1)))).toEqual([
      '12',
      '20',
      '95',
      '38.7',
      '78.1',
      '8',
      '0',
      '18',
      '10,000',
      '1',
    ]);
    expect(rows().map((row) => row.length)).toEqual([head.length, head.length]);
    expect(plain(rows()[1]!.join(' '))).toBe('penalised 20 12 38.7 % to 78.1 % 8 0 18 1');
  });

  it('says the same numbers in Chinese', () => {
    const chinese = createTranslate('zh');
    for (const listed of [LISTED, { best: null }])
      for (const row of [0, 1]) {
        const [own, other] = [t, chinese].map((say) => shownTally(listed, 20, told(), say));
        const sorted = (text: string) => numbers(plain(text)).sort();
        expect(sorted(other!.read(row))).toEqual(sorted(own!.read(row)));
        expect(sorted(other!.hint)).toEqual(sorted(own!.hint));
      }
  });

  it('beyond n = 8 the least cost that was found counts, and no best is claimed', () => {
    const of = (known: TallyTold | null) => shownTally({ best: null }, 20, known, t);
    for (const known of [null, told({ cost: 1.25 }), told({ cost: Number.NaN })]) {
      const { hint, picture, read, head } = of(known);
      const all = [hint, ...Object.values(picture.names), read(0), read(1), ...head].join(' ');
      expect(all).not.toMatch(/best permutation/i);
      expect(hint).toContain('nobody knows whether it is the best');
    }
    expect(of(told({ cost: 1.25 })).hint).toContain('counts, here 1.25; nobody');
    expect(of(told({ cost: Number.NaN })).hint).toContain('counts; nobody');
  });
});

describe('what a tally is of', () => {
  const stateOf = (given: object) => ({ scenario: createScenario('shuffle', given as never), own: null });
  const state = (given: object) => stateOf(given) as never;

  it('its number of starts and all that shapes the run but a given start', () => {
    const key = tallyKey(state({}));
    for (const same of [{ start: [1, 0, 0] }, { speed: 5 }, { runs: 50 }])
      expect(tallyKey(state(same))).toBe(key);
    for (const other of [
      { starts: 50 },
      { lambda: 0.2 },
      { ramp: 5 },
      { sseed: 2 },
      { spread: 1 },
      { c: 0.5 },
      { shape: 'all' },
    ])
      expect(tallyKey(state(other)), JSON.stringify(other)).not.toBe(key);
  });

  it('of another scenario it is not known', () => {
    const known = { asked: null, from: 0, told: told() };
    const viewState = TALLY.put(state({}), known);
    expect(TALLY.of({ ...stateOf({}), viewState } as never)).toBe(known);
    expect(TALLY.of({ ...stateOf({ lambda: 0.3 }), viewState } as never)).toBeNull();
  });
});

describe('diagrams that are ready', () => {
  const presets = ['wrong-corner', 'nothing-to-round', 'noisy-copy', 'shuffle-layers'];

  it('are sweeps of what is shown, or of laws, and their criterion and sides are said', () => {
    for (const id of presets) {
      const scenario = presetScenario('shuffle', id);
      const { info } = problem.prepare(scenario.values, null);
      const offers = RUNS.offers!({ scenario, opened: { info } } as never);
      expect(offers.map(({ name }) => name.replace('shuffle.offer.', ''))).toEqual([
        'lambda',
        'ramp',
        'both',
        'noise',
        'nodes',
      ]);
      for (const { name, values } of offers) {
        const asked = adjusted(createScenario('shuffle', { ...scenario.values, ...values })).scenario;
        const sweep = scenarioSweep(asked);
        expect(sweep.cells, name).toBeGreaterThan(3);
        expect(criterionWords(sweep, t)).toMatch(/^A side “arrives” if the permutation nearest/);
        const { right } = sideNames(sweep, t);
        expect(right).toContain('Penalised');
        expect(right.includes('λ')).toBe(!name.endsWith('lambda') && !name.endsWith('both'));
      }
    }
  });

  it('beyond n = 8 are of laws alone', () => {
    const scenario = createScenario('shuffle', { graphs: 'copy', n: 9, shape: 'all' });
    const { info } = problem.prepare(scenario.values, null);
    expect(RUNS.offers!({ scenario, opened: { info } } as never)).toHaveLength(2);
  });
});
