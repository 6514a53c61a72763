import '../../index.ts';
import '../../../i18n/all-words.ts';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { SideName } from '../../../../engine/contract.ts';
import { DENOISER } from '../../../../engine/problems/denoiser/card.ts';
import { DENOISER_ENDS } from '../../../../engine/problems/denoiser/names.ts';
import { createPixelDenoiser } from '../../../../engine/problems/denoiser/pixels/denoiser.ts';
import { createPixelModel } from '../../../../engine/problems/denoiser/pixels/model.ts';
import type { PixelsInfo } from '../../../../engine/problems/denoiser/types.ts';
import { withDefaults } from '../../../../engine/scenario/scenario.ts';
import { formatDistance, formatNumberShort, formatPoint } from '../../../i18n/format.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { shownIterate } from '../../../session/run/kept-steps.ts';
import type { Session } from '../../../session/session.ts';
import { sessionsOf } from '../../../session/stub/open-sessions.ts';
import { viewOf } from '../../../session/view.ts';
import type { At } from '../../kit/define-view.ts';
import { words as presets } from '../card-words.en.ts';
import { pixelsOf } from '../denoiser-info.ts';
import { saidBound, toldApart } from '../witness.ts';
import { givenAt } from './curves-drawing.ts';
import { boundWords, levelWords } from './levels-drawing.ts';
import { aboutPixels, pixelFooting, pixelNote, pixelVerdict } from './told.ts';
import { words } from './words.en.ts';

/** Recomputes the verdicts' claims from values and states only. */

const t = createTranslate('en');
const SIDES = ['left', 'right'] as const;
const short = (value: number) => formatNumberShort(Number(value.toPrecision(4)));
const sessions = sessionsOf('denoiser', ({ store }) => {
  const { phase, target } = store.getState();
  expect([phase, target]).toEqual(['ready', null]);
});
const { preset } = sessions;
const open = (more: string, k = 0) => sessions.open(`&level=pixels&forecast=1${more}`, k);

/** Returns the state with the pixels open. */
const stateOf = ({ store }: Session) => store.getState() as At<PixelsInfo>;
const both = <Told>(of: (side: SideName) => Told) => SIDES.map(of);
const verdicts = (one: Session) => both((side) => pixelVerdict(one, stateOf(one), side, t));
const footings = (one: Session) => both((side) => pixelFooting(one, stateOf(one), side, t));
const infoOf = (one: Session) => pixelsOf(one.store.getState())!;

/** M of the free denoiser, by its formula. */
const steepest = (s: number, sigma: number) => {
  const v = s * s + sigma * sigma;
  return (s * s) / v + (sigma * sigma) / (4 * v * v);
};

describe('presets end as their words will be told', () => {
  it.each([
    [
      'pix-three',
      [
        'Stopped at (0.067, 1.011); nothing is proved.',
        'Settled: the only limit is (0.703, 0.622) (proved).',
      ],
    ],
    [
      'pix-cycle',
      ['Swings between 2 places and does not settle.', 'Settled: the only limit is (0.708, 0.625) (proved).'],
    ],
    ['pix-border', ['Stopped at (0.234, 1.008); nothing is proved.', /^Settled: /]],
    ['pix-hull', ['Stopped at (0.067, 1.011); nothing is proved.', /^Stopped at \(0\.\d+, 1\.000\); /]],
    ['pix-wide', ['Settled: the only limit is (0.688, 0.656) (proved).', /^Settled: /]],
  ])('%s', async (id, told) => {
    const found = verdicts(await preset(id, 2000));
    told.forEach((one, i) => {
      expect(found[i]).toMatch(typeof one === 'string' ? new RegExp(`^${quoted(one)}$`) : one);
    });
  });

  it('what their sentences say of their values', async () => {
    const cOf = (id: string) =>
      withDefaults('denoiser', DENOISER.presets.find((one) => one.id === id)!.values).values.c;
    expect(presets['preset.pix-cycle.sentence']).toContain('c = 1.98');
    expect(cOf('pix-cycle')).toBe(1.98);
    expect(presets['preset.pix-border.sentence']).toMatch(/^c = 1\.15 is below 1 \+ 1\/M\./);
    expect(cOf('pix-border')).toBe(1.15);
    expect(1.15).toBeLessThan(1 + 1 / steepest(0.05, 0.2));
    // Made for strong noise, its slopes are below 1.
    expect(steepest(0.05, 0.5)).toBeLessThan(1);
    expect(infoOf(await preset('pix-hull', 0)).sides.right.box).not.toBeNull();
  });
});

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

test('what is said of sides that move: the certified radius, that they will settle, or nothing, each where it is so', async () => {
  const links = [
    '&k=0',
    '&c=1.15',
    '&c=1.18',
    '&c=1.98&start=0.5,0.5',
    '&c=1.98&cap=1',
    '&c=2.01&cap=1',
    '&c=2.03',
    '&c=2.1',
    '&sigma=0.5&c=1.98',
    '&sigma=0.5&c=2.3',
    '&sigma=0.3&cap=0.5&c=1.6',
  ];
  const seen = new Set<string>();
  for (const link of links)
    for (const k of [0, 3]) {
      const session = await open(link, k);
      const info = infoOf(session);
      const { spread, sigma, c } = info;
      const M = steepest(spread, sigma);
      const cap = Number(session.store.getState().scenario.values.cap);
      for (const side of SIDES) {
        const most = side === 'left' ? M : Math.min(M, cap);
        const q = most * Math.max(1, Math.abs(c - 1));
        const bound = 1 + 1 / most;
        const told = verdicts(session)[side === 'left' ? 0 : 1]!;
        const { below, why } = footings(session)[side === 'left' ? 0 : 1]!;
        const [slopes, cycles] = below.match(/[\d.]+/g)!.map(Number) as [number, number];
        // Rounded in the direction in which both stay true.
        expect([slopes >= most, cycles <= bound]).toEqual([true, true]);
        expect(below).toBe(`slopes ≤ ${slopes}, no cycle for c < ${cycles}`);
        expect([slopes / most, cycles / bound]).toEqual([expect.closeTo(1, 2), expect.closeTo(1, 2)]);
        const { step } = session.trajectories[side].series;
        const radius = (q / (1 - q)) * step![k]!;
        if (!/^(Limit|One|Will|Nothing)/.test(told)) continue;
        seen.add(told.split(' ')[0]!);
        if (q < 1)
          expect(told, link).toBe(
            k === 0
              ? 'One limit: every round shrinks all distances (proved).'
              : `Limit within ${saidBound(radius)}: the disc (proved).`,
          );
        else if (c < bound)
          expect(told, link).toBe(`Will settle: c = ${short(c)} < ${short(bound)} (proved).`);
        else expect(told, link).toBe(`Nothing is proved: c = ${short(c)} ≥ ${short(bound)}.`);
        if (q < 1) expect(why).toContain(`at most ${short(q)}`);
        else expect(why).toContain(`1 + 1/M = ${short(bound)}`);
      }
    }
  expect([...seen].sort()).toEqual(['Limit', 'Nothing', 'One', 'Will']);
});

test('a disc that is told holds the limit, which the run comes to later', async () => {
  for (const link of ['', '&c=1.5', '&c=1.98', '&cap=0.4', '&sigma=0.5&c=1.98']) {
    const early = await open(link, 4);
    const late = await open(link, 3000);
    for (const side of SIDES) {
      const [told] =
        /within (\S+(?: × 10\S+)?): the disc/.exec(verdicts(early)[side === 'left' ? 0 : 1]!)?.slice(1) ?? [];
      if (!told) continue;
      const [x, y] = shownIterate(early, side);
      const [u, v] = shownIterate(late, side);
      // The late one is within 1e-6 ||x|| of the limit.
      expect(Math.hypot(x! - u!, y! - v!), link).toBeLessThan(Number(told) + 2e-6);
    }
  }
});

test('the note is how far x is from the truth, the line below the name what M and the cap are', async () => {
  const session = await open('&truth=0.3,0.8', 5);
  const state = stateOf(session);
  for (const side of SIDES) {
    const [x, y] = shownIterate(session, side);
    expect(pixelNote(session, side, t)).toBe(`, error ${formatDistance(Math.hypot(x! - 0.3, y! - 0.8))}`);
  }
  expect(aboutPixels(state, 'left', t)).toBe(
    `The best possible denoiser: slopes up to M = ${steepest(0.05, 0.2).toFixed(2)}.`,
  );
  expect(aboutPixels(state, 'right', t)).toBe('Capped at 0.95.');
  const wide = await open('&sigma=0.5&cap=1');
  expect(aboutPixels(stateOf(wide), 'right', t)).toBe('Slopes ≤ 0.990.');
});

test('places are those of the states', async () => {
  const session = await preset('pix-three', 500);
  const [left] = verdicts(session);
  expect(left).toContain(formatPoint(shownIterate(session, 'left')));
});

test('on a projector few words stand, and none of them claims more', async () => {
  const session = await open('&profile=projector&c=1.98', 60);
  expect(verdicts(session)).toEqual(['Does not settle.', expect.stringMatching(/^Limit within \S+\.$/)]);
  const state = session.store.getState();
  expect(SIDES.map((side) => viewOf(state).title(state, side, t))).toEqual(['Free', 'Nonexpansive']);
});

test('criteria are said as the engine tests them', () => {
  const { settled, stationary, cycle, moves, diverged } = DENOISER_ENDS;
  expect([settled, stationary, cycle, moves, diverged]).toEqual([1e-6, 1e-10, 1e-10, 1e-3, 1e6]);
  expect(words['pixels.why.stationary']).toContain('10⁻¹⁰ max(1, ‖x‖)');
  expect(words['pixels.why.diverged']).toContain('10⁶');
  const stand = { at: '', k: 0, radius: 0, rate: 0, c: 1, bound: 1, period: 3, bare: false };
  expect(words['pixels.why.settled'](stand)).toContain('10⁻⁶ ‖x‖');
  expect(words['pixels.why.cycles'](stand)).toMatch(
    /10⁻¹⁰ max\(1, ‖x‖\) of where it was 3 rounds before.*10⁻³/,
  );
});

test('a bound is told in three digits and never smaller than it is, and numbers that differ do not look the same', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1e5, noNaN: true }), (value) => {
      const told = Number(saidBound(value).replace(/ × 10/, 'e').replace(/,/g, '').replace('−', '-'));
      return Number.isNaN(told) || (told >= value && told <= value * 1.011);
    }),
  );
  expect(['1.23449', '0.9996', '0.999'].map((value) => saidBound(Number(value)))).toEqual([
    '1.24',
    '1',
    '0.999',
  ]);
  expect(toldApart(1.1786, 1.17873)).toEqual(['1.1786', '1.1787']);
  expect(toldApart(1, 1.17873)).toEqual(['1', '1.179']);
});

test('a cap of 1 with c = 2 may cycle, and its segment of rest points is not counted as none', async () => {
  const most = async (link: string) => boundWords((await open(link)).store.getState(), 'cap', t);
  expect(await most('&c=1.98')).toContain('No cap cycles here (proved).');
  expect(await most('&c=2&cap=1')).toContain('No cycle for a cap below 1 (proved).');
  const state = (await open('&cap=1')).store.getState();
  const level = { rests: [], cycles: [] };
  const info = infoOf({ store: { getState: () => state } } as Session);
  const of = [...info.phi, info.y, info.sigma, info.spread, info.sides.right.cap].join();
  const value = { of, values: Float64Array.of(1), sides: { left: [level], right: [level] } };
  const known = {
    ...state,
    readings: { ...state.readings, 'levels-c': { landscape: state.landscape, step: null, value } },
  };
  expect(levelWords(known, 'c', 1, t)).toBe('c 1: free 0 stable.');
});

test('the ends of the knobs are what they are called, and the step has the bounds of both sides as marks', async () => {
  const session = await open('&pictures=all');
  const state = session.store.getState();
  const view = viewOf(state);
  const [cap, step] = [view.knob!(state)!, view.knobBeside!(state)!];
  expect([cap.low, cap.high]).toEqual([1, 0.3]);
  expect([words['pixels.knob.keeps'], words['pixels.knob.pulls']]).toEqual(['cap 1', 'cap 0.3']);
  const M = steepest(0.05, 0.2);
  expect(step.marks!(state, t)).toEqual({
    [`Left: 1 + 1/M = ${short(1 + 1 / M)}: no cycle below`]: expect.closeTo(1 + 1 / M, 12),
    [`Right: 1 + 1/M = ${short(1 + 1 / 0.95)}: no cycle below`]: expect.closeTo(1 + 1 / 0.95, 12),
  });
});

test('what D is given is told by the page as the engine steps, on random values', () => {
  const number = fc.double({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(
      number,
      number,
      number,
      number,
      number,
      fc.double({ min: 0.01, max: 4, noNaN: true }),
      (p, q, y, a, b, c) => {
        fc.pre(p * p + q * q > 1e-3);
        const given = { phi: [p, q] as const, y, step: c / (p * p + q * q) };
        const stepped = new Float64Array(2);
        const model = createPixelModel(createPixelDenoiser({ spread: 0.05, sigma: 0.2, cap: null }), given);
        model.round(new Float64Array(2), Float64Array.of(a, b), stepped);
        expect(Array.from(givenAt(given as never, [a, b]))).toEqual(Array.from(stepped));
      },
    ),
  );
});

describe('before the end, without a forecast', () => {
  const asked = (id: string, k: number, more = '') => sessions.open(`&${formatScenario(id)}${more}`, k);
  const formatScenario = (id: string) =>
    Object.entries(DENOISER.presets.find((one) => one.id === id)!.values)
      .map(([key, value]) => `${key}=${value}`)
      .join('&');

  it.each(['pix-three', 'pix-cycle', 'pix-border', 'pix-hull', 'pix-wide'])(
    '%s tells no theory',
    async (id) => {
      const one = await asked(id, 0);
      expect(verdicts(one)).toEqual(['Ready.', 'Ready.']);
      expect(footings(one).map(({ below, why }) => below + why)).toEqual(['', '']);
      expect(viewOf(stateOf(one)).knobBeside!(stateOf(one))).toBeNull();
      const all = await asked(id, 0, '&pictures=all');
      expect(viewOf(stateOf(all)).knobBeside!(stateOf(all))!.marks!(stateOf(all), t)).toEqual({});
      const told = await asked(id, 0, '&forecast=1');
      expect(verdicts(told).join()).toMatch(/proved/);
      expect(footings(told)[0]!.below).toContain('no cycle');
    },
  );
});
