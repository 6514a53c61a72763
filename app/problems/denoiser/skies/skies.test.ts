import { beforeAll, describe, expect, it } from 'vitest';
import { scenarioSweep } from '../../../../engine/ensemble/sweep.ts';
import { createRandom } from '../../../../engine/kernels/random.ts';
import { wilson } from '../../../../engine/kernels/wilson.ts';
import type { Values } from '../../../../engine/params.ts';
import { aimOf } from '../../../../engine/problems/denoiser/aims.ts';
import type { DenoiserInstance } from '../../../../engine/problems/denoiser/instance.ts';
import { problem } from '../../../../engine/problems/denoiser/problem.ts';
import { denoiserReadings } from '../../../../engine/problems/denoiser/readings.ts';
import type { SkyTold } from '../../../../engine/problems/denoiser/types.ts';
import { createScenario, presetScenario } from '../../../../engine/scenario/create-scenario.ts';
import { adjusted } from '../../../../engine/scenario/scenario.ts';
import { findAll } from '../../../../engine/search.ts';
import { createAppStore } from '../../../session/store.ts';
import '../../../i18n/all-words.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import type { Mark } from '../../../charts/display-list.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { criterionWords, sideNames } from '../../../features/ensemble/ensemble-words.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { loadView } from '../../../session/view.ts';
import '../../index.ts';
import { median } from '../../kit/median.ts';
import { RUNS } from '../run-words.ts';
import { KNOWN_SKIES, SKIES_ROUNDS, skiesAsked, skiesKey } from './asked.ts';
import { countSkies, leadOf, methodsOf, type RightDenoiser } from './counts.ts';
import { shownSkies } from './drawing.ts';
import { drawSkies, FLOOR, skyAt } from './plot.ts';

const t = createTranslate('en');
beforeAll(() => loadView('denoiser'));

const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const numbers = (text: string) =>
  (plain(text).match(/−?\d[\d,.]*/g) ?? []).map((one) => one.replace(/[,.]$/, ''));

/** Skies of any numbers: some destroyed, one diverged. */
function anySkies(count: number, from = 5): SkyTold[] {
  const random = createRandom(7, 15);
  return Array.from({ length: count }, (_, i) => {
    const any = (low: number, high: number) => low + (high - low) * random.uniform();
    // The one that diverged was still near at its last finite round.
    const net = i === 1 ? 4 : any(-30, 25);
    const isStill = i % 3 === 0;
    return {
      seed: from + i,
      ...{
        dirty: any(-2, 5),
        clean: any(0, 8),
        ridge: any(2, 15),
        handmade: any(1, 12),
        net,
        netBest: net + 1,
      },
      settled: { net: isStill, ridge: true, handmade: i % 2 === 0 },
      diverged: { net: i === 1, ridge: false, handmade: false },
    };
  });
}

const shownOf = (told: readonly SkyTold[], right: RightDenoiser = 'ridge', seed = 6, say = t) => {
  const known = told.length > 0 ? { key: '', asked: { skies: 24, rounds: 200, from: 5 }, told } : null;
  return shownSkies(right, { seed, skies: 24, rounds: 200, from: 5, known }, say);
};
const STYLE = { scale: 1, palette: PALETTES.light };
const drawn = (
  told: readonly SkyTold[],
  pointed: number | null = null,
  size = { width: 500, height: 300 },
) => {
  const input = { ...size, ...STYLE, ...shownOf(told).picture };
  return { input, marks: drawSkies({ ...input, pointed }) as readonly Mark[] };
};
const flat = (marks: readonly Mark[]): Mark[] =>
  marks.flatMap((mark) => (mark.kind === 'clip' || mark.kind === 'group' ? flat(mark.marks) : [mark]));

describe('what is counted', () => {
  it('who is ahead of the right, what is destroyed, what has settled', () => {
    const told = anySkies(40);
    for (const right of ['ridge', 'handmade'] as const) {
      const counts = countSkies(told, right);
      const leads = told.map((sky) => sky.net - sky[right]);
      const ahead = leads.filter((lead) => lead > 0).length;
      expect(counts).toMatchObject({ of: 40, ahead, ...wilson(ahead, 40), lead: median(leads) });
      expect([counts.least, counts.most]).toEqual([Math.min(...leads), Math.max(...leads)]);
      expect(counts.destroyed).toBe(told.filter(({ net }, i) => net < 0 || i === 1).length);
      expect(counts.freeSettled).toBe(14);
      expect(counts.rightSettled).toBe(right === 'ridge' ? 40 : 20);
      for (const method of methodsOf(right))
        expect(counts.medians[method]).toBe(median(told.map((sky) => sky[method])));
      expect(methodsOf(right).slice(-2)).toEqual([right, 'net']);
    }
  });
});

describe('the picture of many skies', () => {
  it('the last stretch of each has the colour of who is ahead', () => {
    const told = anySkies(40);
    const { marks } = drawn(told);
    const ahead = countSkies(told, 'ridge').ahead;
    const stretches = (side: 'left' | 'right') =>
      flat(marks).flatMap((mark) =>
        mark.kind === 'path' &&
        mark.strokes?.[0]?.color === sideStyle(side, STYLE).color &&
        mark.lines[0]!.length === 4
          ? mark.lines.filter((line) => line[2]! - line[0]! > 50)
          : [],
      );
    expect([stretches('left').length, stretches('right').length]).toEqual([ahead, 40 - ahead]);
    for (const line of stretches('left')) expect(line[3]).toBeLessThan(line[1]!);
    for (const line of stretches('right')) expect(line[3]).toBeGreaterThan(line[1]!);
  });

  it('what is below the floor stands at it, counted; the rest is a disc where it settled, else a ring', () => {
    const told = anySkies(40);
    const { marks } = drawn(told);
    const { color } = sideStyle('left', STYLE);
    const symbols = (shape: string, ofColor = (mark: { fill?: string }) => mark.fill === color) =>
      flat(marks).flatMap((mark) =>
        mark.kind === 'symbols' && mark.shape === shape && ofColor(mark) && mark.points.length > 2
          ? Array.from({ length: mark.points.length / 2 }, (_, i) => mark.points[2 * i + 1]!)
          : [],
      );
    const lost = told.filter(({ net }) => net < FLOOR);
    expect(lost.length).toBeGreaterThan(3);
    const down = symbols('down');
    expect(down).toHaveLength(lost.length);
    expect(new Set(down).size).toBe(1);
    const kept = told.filter(({ net }) => net >= FLOOR);
    expect(symbols('dot')).toHaveLength(kept.filter(({ settled }) => settled.net).length);
    expect(symbols('ring', () => true)).toHaveLength(kept.filter(({ settled }) => !settled.net).length);
    const texts = flat(marks).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(texts).toContain(`${lost.length} below −10`);
    const { medians } = countSkies(told, 'ridge');
    for (const method of methodsOf('ridge'))
      expect(texts).toContain(medians[method].toFixed(1).replace('-', '−'));
  });

  it('a pointer reads the sky whose line is nearest, in every size', () => {
    const told = anySkies(9);
    for (const size of [
      { width: 500, height: 300 },
      { width: 330, height: 320 },
      { width: 760, height: 520 },
    ]) {
      const { input } = drawn(told, null, size);
      for (let sky = 0; sky < 9; sky++) {
        const { marks } = drawn(told, sky, size);
        const read = flat(marks).find((mark) => 'role' in mark && mark.role === 'hover');
        const line = (read as unknown as { lines: number[][] }).lines[0]!;
        expect(line).toHaveLength(10);
        for (let at = 0; at < 10; at += 2) {
          expect(line[at]! >= 0 && line[at]! <= size.width && line[at + 1]! <= size.height).toBe(true);
          const found = skyAt(input, line[at]!, line[at + 1]!)!;
          // If two lines cross, either may be read.
          if (found !== sky) expect(told[found]!.net < FLOOR && told[sky]!.net < FLOOR).toBe(true);
        }
      }
    }
    expect(skyAt(drawn([]).input, 100, 100)).toBeNull();
  });

  it('the sky that the page shows has a line of its own until another is read', () => {
    const ink = (marks: readonly Mark[]) =>
      flat(marks).filter(
        (mark) =>
          mark.kind === 'path' &&
          mark.lines[0]!.length === 10 &&
          mark.strokes?.at(-1)?.color === STYLE.palette.ink,
      );
    expect(ink(drawn(anySkies(9)).marks)).toHaveLength(1);
    expect(ink(drawn(anySkies(9), 4).marks).every((mark) => 'role' in mark && mark.role === 'hover')).toBe(
      true,
    );
    expect(ink(drawn(anySkies(9).slice(3)).marks)).toHaveLength(0);
    expect(drawn([]).marks.length).toBeGreaterThan(3);
  });
});

describe('what is said of many skies', () => {
  it('has the counts, and reads a sky, in both languages with the same numbers', () => {
    const zh = createTranslate('zh');
    const told = anySkies(40);
    for (const right of ['ridge', 'handmade'] as const) {
      const [own, other] = [t, zh].map((say) => shownOf(told, right, 6, say));
      const { ahead, destroyed, most, least, lead, freeSettled, rightSettled } = countSkies(told, right);
      const dB = (value: number) => Math.abs(value).toFixed(1);
      for (const number of [ahead, 40, dB(lead), dB(least), dB(most), destroyed, freeSettled, rightSettled])
        expect(numbers(own!.hint)).toContain(String(number));
      const sorted = (text: string) => numbers(text).sort();
      for (const one of [own!.hint, own!.alt, own!.read(3), own!.read(1)])
        expect(numbers(one).length).toBeGreaterThan(4);
      expect(sorted(other!.hint)).toEqual(sorted(own!.hint));
      expect(sorted(other!.alt)).toEqual(sorted(own!.alt));
      for (const sky of [0, 1, 2]) expect(sorted(other!.read(sky))).toEqual(sorted(own!.read(sky)));
      expect(own!.read(1)).toContain('diverged');
      expect(sorted(shownOf([], right, 6, zh).hint)).toEqual(sorted(shownOf([], right).hint));
    }
  });

  it('as a table: the medians, then a sky a row', () => {
    const told = anySkies(5);
    const { head, rows } = shownOf(told, 'handmade');
    expect(rows().map((row) => row.length)).toEqual(new Array(6).fill(head.length));
    expect(plain(head.join(' '))).toContain(
      'Free, dB Handmade, dB Ridge, dB CLEAN, dB Dirty, dB Free − handmade, dB',
    );
    expect(rows()[1]!.slice(0, 2)).toEqual(['5', told[0]!.net.toFixed(1).replace('-', '−')]);
    expect(rows()[2]!.slice(-2)).toEqual(['diverged', 'still moving']);
    expect(shownOf([]).rows()).toEqual([]);
  });
});

describe('what a tally is of', () => {
  const stateOf = (given: Values) => ({
    ...createAppStore().getState(),
    scenario: createScenario('denoiser', given),
  });
  const keyOf = (given: Values) => skiesKey(stateOf(given));
  const known = (given: Values, from: number) => ({
    ...stateOf(given),
    viewState: KNOWN_SKIES.put(stateOf({}), {
      asked: { skies: 9, rounds: SKIES_ROUNDS, from },
      told: anySkies(9, from),
      from,
    }),
  });

  it('all that shapes the run but the seed', () => {
    for (const same of [{ seed: 9 }, { skies: 50 }, { speed: 5 }, { runs: 50 }, { measure: 'rest' }])
      expect(keyOf(same)).toBe(keyOf({}));
    for (const other of [
      { share: 0.3 },
      { strength: 2 },
      { c: 1.98 },
      { noise: 0.1 },
      { right: 'handmade' },
      { from: 'noise' },
      { positive: false },
    ])
      expect(keyOf(other), JSON.stringify(other)).not.toBe(keyOf({}));
    expect(keyOf({ right: 'handmade', threshold: 0.02 })).not.toBe(keyOf({ right: 'handmade' }));
  });

  it('a sky that is opened is one of it, and is not where the next begins', () => {
    expect(KNOWN_SKIES.of(known({ seed: 12 }, 5))?.told).toHaveLength(9);
    expect(skiesAsked(known({ seed: 12, skies: 50 }, 5))).toEqual({
      skies: 50,
      rounds: 200,
      from: 5,
    });
    expect(skiesAsked(known({ seed: 99 }, 5)).from).toBe(99);
    expect(skiesAsked(known({ seed: 12, share: 0.3 }, 5)).from).toBe(12);
  });
});

describe('diagrams that are ready', () => {
  it('are sweeps of what is shown; what they count is said', () => {
    for (const id of ['img-opening', 'img-restless', 'pix-cycle']) {
      const scenario = presetScenario('denoiser', id);
      const isImage = scenario.values.level === 'image';
      const offers = RUNS.offers!({ scenario, opened: null });
      expect(offers).toHaveLength(isImage ? 5 : 1);
      for (const { name, values } of offers) {
        const asked = adjusted(createScenario('denoiser', { ...scenario.values, ...values })).scenario;
        const sweep = scenarioSweep(asked);
        expect(sweep.cells, name).toBeGreaterThan(4);
        expect(RUNS.aim(asked.values)).toBe(aimOf(asked.values as never).name);
        expect(criterionWords(sweep, t)).toMatch(
          isImage
            ? values.measure === 'error'
              ? /^A side “arrives” if its image at the end, after at most 200 rounds, has .* at most 0\.5 times .* New for each run: data\.$/
              : /^A side “arrives” if its last step .*, after at most 200 rounds, is at most 10⁻⁴\./
            : /^A side “arrives” if its last step .*, after at most 1,000 rounds from the start on the page, is at most 10⁻⁶\..* Nothing varies/,
        );
        expect(sideNames(sweep, t)).toEqual({
          left: 'Left (free)',
          right: isImage ? 'Right (ridge)' : 'Right (slopes capped)',
        });
      }
    }
  });

  it('along the axis of the right denoiser it is called neither', () => {
    const sweep = scenarioSweep(createScenario('denoiser', { xkey: 'right', xat: [0, 1] }));
    expect(sideNames(sweep, t).right).toBe('Right (nonexpansive)');
  });
});

describe('what is said before the first tally is measured', () => {
  const skyOf = async (given: Values) => {
    const { values } = createScenario('denoiser', given);
    const instance = (await problem).prepare(values, null) as DenoiserInstance;
    const asked = { skies: 1, rounds: SKIES_ROUNDS, from: values.seed as number };
    return findAll(denoiserReadings(instance, values).skies(asked)!)[0]!;
  };

  it('the free one wins by 9 dB on one sky, and destroys another', async () => {
    const won = await skyOf({ seed: 3, share: 0.3, strength: 1 });
    const destroyed = await skyOf({ seed: 1, share: 0.15, strength: 0.5 });
    expect(Math.floor(leadOf(won, 'ridge'))).toBe(9);
    expect(countSkies([won, destroyed], 'ridge')).toMatchObject({ ahead: 1, destroyed: 1 });
    for (const say of [t, createTranslate('zh')]) {
      const { hint } = shownOf([], 'ridge', 1, say);
      expect(numbers(hint)).toEqual(expect.arrayContaining(['9', '3', '0.3', '1', '0.15', '0.5', '200']));
    }
  });
});
