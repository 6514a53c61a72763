import '../../../i18n/all-words.ts';
import '../../index.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { CATALOG } from '../../../../engine/catalog.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { Values } from '../../../../engine/params.ts';
import weights from '../../../../engine/problems/denoiser/image/denoiser-weights.json' with { type: 'json' };
import { readImageFile } from '../../../../engine/problems/denoiser/image/given-image.ts';
import { imageReadings } from '../../../../engine/problems/denoiser/image/readings.ts';
import type { DenoiserInstance } from '../../../../engine/problems/denoiser/instance.ts';
import { problem as coming } from '../../../../engine/problems/denoiser/problem.ts';
import type { ImageInfo, ImagesReading, TwoStartsTold } from '../../../../engine/problems/denoiser/types.ts';
import { createScenario, presetScenario } from '../../../../engine/scenario/create-scenario.ts';
import { findAll } from '../../../../engine/search.ts';
import { spread } from '../../../../scripts/tier.mjs';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { clipSegment } from '../../../charts/geometry.ts';
import { marksOf, textsOf } from '../../../charts/marks/find-marks.ts';
import { formatNumberShort } from '../../../i18n/format.ts';
import { createTranslate, type Translate } from '../../../i18n/messages.ts';
import { boxOfEnd } from '../../../pictures/curve/curve-plot.ts';
import { describeCurve } from '../../../pictures/curve/describe-curve.ts';
import { lossNumber } from '../../../session/loss-number.ts';
import { type Canvas, drawNow, type Picture } from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import type { AppState } from '../../../session/store.ts';
import { loadView, viewOf } from '../../../session/view.ts';
import { playTo } from '../../kit/for-tests/play-to.ts';
import { imageTopics } from '../explain/image-topics.ts';
import { saidDecibels } from '../image-numbers.ts';
import type { Spot } from './board.ts';
import { CERTIFICATE } from './certificate-panel.tsx';
import { boardHint, createBoard, describeBoard, spotWords } from './drawing.ts';
import { SPOT } from './info.ts';
import { createPower, POWER, rowWords } from './power-panel.tsx';
import { ROUNDS, roundWords, shownStarts, startsHint, startsKey } from './starts-drawing.ts';
import { IMAGE_SIDE } from './tile-raster.ts';
import { createTruth } from './truth.ts';
import type { ImageStand } from './words.en.ts';

const problem = await coming;
const [t, zh] = [createTranslate('en'), createTranslate('zh')];
const SIDES: readonly SideName[] = ['left', 'right'];
const canvas: Canvas = {
  size: { width: 480, height: 312 },
  drawStyle: { scale: 1, palette: PALETTES.light },
  t,
};
beforeAll(() => loadView('denoiser'));

interface At extends Snapshot {
  readonly state: AppState;
  readonly info: ImageInfo;
  readonly told: NonNullable<ImagesReading['told']>;
  readonly instance: DenoiserInstance;
}

/** Runs by values, round and file, each computed once. */
const ran = new Map<string, ReturnType<typeof runTo>>();

/** Runs both sides to a round, with their readings. */
function runTo(values: Values, rounds: number, file?: object) {
  const scenario = createScenario('denoiser', values);
  const read = file ? readImageFile(file, scenario.values) : null;
  if (typeof read === 'string') throw new Error(read);
  const instance = problem.prepare(scenario.values, read && ({ drawn: read.drawn } as never));
  const played = playTo('denoiser', instance, scenario.values, rounds);
  const { lastOf } = played;
  const readings = imageReadings(instance, scenario.values);
  const told = findAll(readings.images({ left: lastOf('left'), right: lastOf('right') })!)!;
  const clean = findAll(readings.clean({ steps: rounds })!);
  return { scenario, instance, played, told, clean };
}

/** Reads `file` as the command line does. */
function at(values: Values, rounds: number, more: { file?: object; spot?: Spot; profile?: string } = {}): At {
  const key = JSON.stringify([values, rounds, more.file]);
  const run = ran.get(key) ?? runTo(values, rounds, more.file);
  ran.set(key, run);
  const { scenario, instance, played, told, clean } = run;
  const known = (value: unknown) => ({ landscape: 0, step: rounds, value });
  const state: AppState = {
    ...played.state,
    scenario: {
      ...scenario,
      values: { ...scenario.values, forecast: true, ...(more.profile && { profile: more.profile }) } as never,
    },
    frontier: rounds,
    readings: {
      images: known(told),
      clean: known(clean),
    },
    viewState: more.spot ? SPOT.put(played.state, more.spot) : {},
  };
  const info = instance.info as ImageInfo;
  const { trajectories } = played;
  return { store: { getState: () => state }, trajectories, state, info, told, instance } as unknown as At;
}

const preset = (id: string) => presetScenario('denoiser', id).values;
const verdict = (one: At, side: SideName, say: Translate = t) =>
  viewOf(one.state).verdict(one, one.state, side, say);
const why = (one: At, side: SideName, say: Translate = t) =>
  viewOf(one.state).footing(one, one.state, side, say).why;
const about = (one: At, side: SideName) => viewOf(one.state).about!(one.state, side, t);
const series = (one: At, side: SideName, name: string) => [
  ...one.trajectories[side].series[name]!.subarray(0, one.trajectories[side].count),
];
const draw = (picture: Picture, one: At) => drawNow(picture, one, canvas);
const kit = {
  drawStyle: canvas.drawStyle,
  t,
  blocks: null,
  draw: (create: () => Picture, one: Snapshot) => draw(create(), one as At),
};
const drawPanel = (panel: typeof POWER, one: At) => panel.picture!.draw(kit as never, one, canvas.size);

const { W, S } = weights.ridge;
const withRidge = (ridge: object) => ({ weights: { ...weights, ridge: { W, S, ...ridge } } });

describe('the opening image', () => {
  it('begins with nothing certified of the left, and one limit of the right', () => {
    const one = at(preset('img-opening'), 0);
    expect(verdict(one, 'left')).toBe('Ready.');
    expect(verdict(one, 'right')).toBe('One limit from every start (proved).');
    expect(about(one, 'left')).toBe('2,625 weights, trained freely.');
    expect(about(one, 'right')).toBe(`784 weights, rate ${one.info.rate!.toFixed(3)}`);
  });

  it('says the best SNR and the witness that have been up to the round', () => {
    const one = at(preset('img-opening'), 40);
    const snr = series(one, 'left', 'snr');
    const ratio = series(one, 'left', 'ratio');
    const best = Math.max(...snr);
    expect(verdict(one, 'left')).toBe(
      `Not nonexpansive: ratio ${Math.max(...ratio.filter(Number.isFinite)).toFixed(3)}. Best: ${best.toFixed(2)} dB at round ${snr.indexOf(best)}.`,
    );
    const radius = series(one, 'right', 'radius').at(-1)!;
    expect(verdict(one, 'right')).toBe(
      `The limit is within ${Number(radius.toPrecision(3))} of this (proved).`,
    );
    const { rate } = one.info;
    expect(why(one, 'right')).toContain(`${Math.ceil(rate! / (1 - rate!))} times the last step`);
    expect(why(one, 'left')).toMatch(/One such pair proves that D is not nonexpansive/);
  });

  it('counts the pixels beyond the scale, which stays, and is told on a projector in few words', () => {
    const one = at(preset('img-opening'), 100);
    const { iterates, dimension, count } = one.trajectories.left;
    const image = iterates.slice((count - 1) * dimension, count * dimension);
    const above = image.filter((value) => value > 1);
    expect(above.length).toBe(33);
    const largest = Number(Math.max(...above).toPrecision(3));
    expect(textsOf(draw(createBoard('left'), one))).toContain(`33 pixels above 1, up to ${largest}`);
    expect(textsOf(draw(createBoard('right'), one))).toEqual(['estimate x']);
    expect(boardHint(one, 'left', t)).toMatch(/^The scale stays at 0 to 1: 33 pixels are beyond it/);
    const bare = at(preset('img-opening'), 100, { profile: 'projector' });
    expect(textsOf(draw(createBoard('left'), bare))).toContain('33 above 1');
    expect(verdict(bare, 'left')).toMatch(/^Ratio 1\.\d+ > 1\. Best 6\.77 dB\.$/);
  });

  it('ends: the left diverges, the right settles', () => {
    const one = at(preset('img-opening'), 300);
    expect(verdict(one, 'left')).toBe('Diverged at round 266. Best: 6.77 dB at round 11.');
    const radius = formatNumberShort(Number(series(one, 'right', 'radius').at(-1)!.toPrecision(3)));
    expect(verdict(one, 'right')).toBe(`Settled at round 124: the only limit is within ${radius} (proved).`);
    expect(why(one, 'right')).toContain('is at most 10⁻⁶ ‖x‖');
    expect(verdict(one, 'left', zh)).toBe('第 266 轮发散。最好：第 11 轮 6.77 dB。');
  });
});

describe('other ends', () => {
  it('a side at rest is not certified', () => {
    const one = at({ seed: 3, share: 0.6 }, 40);
    expect(verdict(one, 'left')).toBe('Stopped at round 37; nothing is proved.');
    expect(why(one, 'left')).toMatch(/at most 10⁻¹⁰ max\(1, ‖x‖\)/);
  });

  it('what swings never rests', () => {
    const one = at({ seed: 2, share: 1, c: 1.98, strength: 3 }, 30);
    expect(verdict(one, 'left')).toBe('Swings between 2 images: it does not settle.');
    expect(why(one, 'left')).toMatch(/where it was 2 rounds ago, while the last step is longer than 0\.001/);
  });

  it('the handmade one comes to rest, without a rate', () => {
    const one = at({ right: 'handmade' }, 5);
    expect(about(one, 'right')).toBe('Haar shrinkage, no rate');
    expect(verdict(one, 'right')).toBe('Will settle from every start (proved), at an unknown rate.');
    expect(textsOf(drawPanel(CERTIFICATE, one)).join(' ')).toContain('3. Every run settles');
    const long = at({ right: 'handmade', c: 2.5 }, 5);
    expect(verdict(long, 'right')).toMatch(/^Nothing is proved\./);
    expect(textsOf(drawPanel(CERTIFICATE, long)).join(' ')).toContain('3. No proof that runs settle');
  });
});

it('no number of a proof is rounded to nothing', () => {
  const one = at({ strength: 0.5 }, 5, { file: withRidge({ S: S.with(3, 1e-5) }) });
  const words = textsOf(drawPanel(CERTIFICATE, one)).join(' ');
  expect(words).toContain('10⁻⁵');
  expect(words).not.toMatch(/(?<![\d.])0\.0+(?!\d)/);
});

describe('weights that fail their certificate', () => {
  const laws: [string, object, RegExp][] = [
    ['gain', withRidge({ W: W.map((tap) => 1.01 * tap) }), /^fails: gain 1\.02\d* > 1$/],
    ['least-slope', withRidge({ S: S.with(3, -0.1) }), /^fails: slope −0\.1 < 0$/],
    ['most-slope', withRidge({ S: S.with(3, 1.2) }), /^fails: slope 1\.2 > 1$/],
  ];
  it.each(laws)('%s: title, line, verdict and proof say so', (_, file, words) => {
    const one = at({ strength: 0.5 }, 5, { file });
    expect(viewOf(one.state).title(one.state, 'right', t)).toBe('Not certified');
    expect(about(one, 'right')).toMatch(words);
    expect(verdict(one, 'right')).toMatch(/^Nothing is proved\./);
    expect(why(one, 'right')).toMatch(/these fail it: /);
    const list = drawPanel(CERTIFICATE, one);
    expect(marksOf(list, 'symbols', 'wrong').length).toBe(2);
    expect(textsOf(list).join(' ')).toContain('these weights are shown without a certificate');
  });

  it.each(laws)('%s: nothing that is drawn or told calls the right nonexpansive', (_, file) => {
    const one = at({ strength: 0.5 }, 5, { file });
    const { instance, state } = one;
    const starts = findAll(imageReadings(instance, state.scenario.values)['two-starts']({ rounds: 5 })!)!;
    for (const [say, claim] of [
      [t, /(?<!not )nonexpansive/i],
      [zh, /(?<!不是)非扩张/],
    ] as const) {
      const view = viewOf(state);
      const on = { ...canvas, t: say };
      const told = SIDES.flatMap((side) => [
        view.title(state, side, say),
        view.short(state, side, say),
        verdict(one, side, say),
        why(one, side, say),
        view.footing(one, state, side, say).below,
        describeBoard(side)(one, state, say),
      ]);
      const curves = view.curves.flatMap((curve) => [
        ...textsOf(drawNow(curve.createPicture(), one, on)),
        describeCurve(curve)(one, state, say),
        ...(curve.more?.(one, say) ?? []).map(({ label }) => label),
      ]);
      const panels = [
        ...textsOf(shownStarts(one.info, null, say).draw(on, null)),
        ...textsOf(drawNow(createPower(null) as Picture, one, on)),
      ];
      const hints = [
        roundWords(one.info, starts, 3, say),
        startsHint(one.info, starts, say),
        rowWords(state, 0, say),
      ];
      const explained = imageTopics(one.info, [], (_mark, tex) => tex)
        .filter(({ id }) => id === 'dnRound')
        .flatMap(({ lines }) => lines.map((line) => say((line.say ?? '') as 'explain.say.dnSides')));
      for (const words of [...told, ...curves, ...panels, ...hints, ...explained])
        expect(words).not.toMatch(claim);
    }
  });

  it('weights that keep it have none of that', () => {
    const one = at({}, 2);
    expect(marksOf(drawPanel(CERTIFICATE, one), 'symbols', 'wrong')).toEqual([]);
    expect(textsOf(drawPanel(CERTIFICATE, one)).join(' ')).toContain('1. max G(k) = 0.999985 ≤ 1');
  });

  it('the counts of weights are those of the file', () => {
    expect(weights.net.flat().length).toBe(2625);
    expect(W.flat().length + S.flat().length).toBe(784);
  });
});

describe('a pixel that is read', () => {
  it('has the numbers of the run', () => {
    const spot: Spot = { plane: 'image', row: 4, column: 29 };
    const one = at(preset('img-opening'), 11, { spot });
    const i = IMAGE_SIDE * spot.row + spot.column;
    for (const side of SIDES) {
      const { iterates, dimension, count } = one.trajectories[side];
      const value = iterates[(count - 1) * dimension + i]!;
      const truth = one.info.truth![i]!;
      const said = (number: number) =>
        number
          .toFixed(3)
          .replace(/^-(?=0\.000)/, '')
          .replace('-', '−');
      expect(spotWords(one, side, t)).toBe(
        `Row 5, column 30: estimate ${said(value)}, truth ${said(truth)}, error ${said(value - truth)}.`,
      );
    }
  });

  it('says of a frequency whether it is measured', () => {
    const measured = at({}, 3, { spot: { plane: 'frequency', row: 15, column: 15 } });
    expect(spotWords(measured, 'left', t)).toBe(
      `Frequency (0, 0), measured: |Fx| ${measured.told.left.spectrum[0]!.toFixed(3)}, |Y| ${measured.info.measured[0]!.toFixed(3)}.`,
    );
    const index = measured.info.mask.indexOf(0);
    const wave = [Math.floor(index / IMAGE_SIDE), index % IMAGE_SIDE].map((k) =>
      k > 16 ? k - IMAGE_SIDE : k,
    );
    const spot: Spot = { plane: 'frequency', row: wave[0]! + 15, column: wave[1]! + 15 };
    expect(spotWords(at({}, 3, { spot }), 'right', t)).toBe(
      `Frequency (${wave.join(', ').replaceAll('-', '−')}), not measured: |Fx| ${measured.told.right.spectrum[index]!.toFixed(3)}. Here D acts alone.`,
    );
  });

  it('without a truth has no error', () => {
    const dirty = Array.from({ length: 1024 }, (_, i) => (i % 7) / 7);
    const one = at({}, 3, { file: { dirty }, spot: { plane: 'image', row: 0, column: 0 } });
    expect(spotWords(one, 'left', t)).toMatch(/^Row 1, column 1: estimate [\d.]+\.$/);
    expect(textsOf(draw(createTruth(), one))).not.toContain('truth');
    expect(verdict(one, 'left')).toBe('Nothing is proved.');
  });
});

it('an image that differs from the truth by rounding alone is called exact, in every place', () => {
  const sky = Array.from({ length: 1024 }, (_, i) => (i % 7) / 7);
  const one = at({ right: 'handmade', threshold: 0, share: 1, noise: 0 }, 3, {
    file: { sky, noise: sky.map(() => 0) },
  });
  expect(series(one, 'right', 'snr').at(-1)).toBeGreaterThan(240);
  const view = viewOf(one.state);
  expect(view.readout(lossNumber(one, 'right'), t, one.state)).toBe('SNR exact');
  expect(view.readout(lossNumber(one, 'right'), zh, one.state)).toBe('SNR 精确');
  expect([saidDecibels(313.43), saidDecibels(Number.POSITIVE_INFINITY), saidDecibels(6.77)]).toEqual([
    '∞',
    '∞',
    '6.77',
  ]);
  const stand = {
    best: saidDecibels(313.43),
    bestAt: 3,
    isBest: false,
    ratio: '',
    bare: false,
  } as ImageStand;
  expect(t('image.moving.free', stand)).toBe('Nothing is proved. Best: exact at round 3.');
});

/** The least room that the page gives a curve, and a common one. */
const CHARTS = [
  { width: 245, height: 84 },
  { width: 300, height: 106 },
  { width: 300, height: 160 },
];

it('no name in a curve lies over the line that it is about, in any preset and room', () => {
  for (const { id } of spread(
    CATALOG.denoiser.presets.filter(({ id }) => id.startsWith('img-')),
    3,
  )) {
    const one = at(preset(id), 60);
    for (const size of CHARTS) {
      const curve = viewOf(one.state).curves.find(({ name }) => name === 'ratio')!;
      const list = drawNow(curve.createPicture(), one, { ...canvas, size });
      const [label] = list.flatMap((mark) =>
        mark.kind === 'text' && mark.text.startsWith('round') ? [mark] : [],
      );
      if (!label) continue;
      const box = boxOfEnd(label);
      for (const side of SIDES)
        for (const line of marksOf(list, 'path', `curve-${side}`).flatMap(({ lines }) => lines))
          for (let i = 0; i + 3 < line.length; i += 2)
            expect(
              clipSegment(line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!, box),
              `${id}, ${size.width} x ${size.height}`,
            ).toBeNull();
    }
  }
});

describe('two starts', () => {
  const one = at(preset('img-two-answers'), 0);
  const told = findAll(
    imageReadings(one.instance, one.state.scenario.values)['two-starts']({ rounds: ROUNDS })!,
  ) as TwoStartsTold;
  it('draws the distances, their bound and the four images', () => {
    const before = shownStarts(one.info, null, t).draw(canvas, null);
    expect(marksOf(before, 'raster', 'colours')).toEqual([]);
    const list = shownStarts(one.info, told, t).draw(canvas, 40);
    expect(marksOf(list, 'raster', 'colours')).toHaveLength(4);
    for (const role of ['curve-left', 'curve-right', 'bound'] as const)
      expect(marksOf(list, 'path', role)[0]!.lines[0]!.length).toBeGreaterThan(100);
    expect(marksOf(list, 'circle', 'hover').length).toBeGreaterThanOrEqual(2);
    expect(textsOf(list)).toContain(`from 0: ${told.snr.left[0].toFixed(2).replace('-', '−')} dB`);
  });

  it('says that the left finds another image and the right the same one', () => {
    const norm = Math.hypot(...one.info.truth!);
    const share = Math.round((100 * told.apart.left.at(-1)!) / norm);
    expect(startsHint(one.info, told, t)).toContain(`(${share} %) apart`);
    expect(startsHint(one.info, told, t)).toMatch(/there is one limit \(proved\)\.$/);
    expect(roundWords(one.info, told, 40, t)).toContain(
      `at most ${Number(told.bound![40]!.toPrecision(3))} (proved)`,
    );
    expect(told.apart.right[40]).toBeLessThan(told.bound![40]!);
    expect(
      shownStarts(one.info, told, t)
        .rows()
        .map(([k]) => k),
    ).toEqual(['0', '1', '2', '5', '10', '20', '50', '100', '200', '300']);
  });

  it('says of the right as well that a run has diverged', () => {
    const { left, right } = told.apart;
    const cut = { ...told, bound: null, apart: { left, right: right.subarray(0, 76) } };
    expect(startsHint(one.info, cut, t)).toMatch(/apart, a run of the right has diverged\.$/);
  });

  it('is of its scenario alone', () => {
    const other = at({ strength: 2 }, 0);
    expect(startsKey(other.state)).not.toBe(startsKey(one.state));
    expect(startsHint(one.info, null, t)).toMatch(/Does each find the same image twice\?$/);
  });
});

describe('power by frequency', () => {
  it('has a mark of each side in each row, in the order of the numbers', () => {
    const one = at(preset('img-opening'), 60);
    const list = drawPanel(POWER, one);
    const xs = (side: SideName) =>
      marksOf(list, 'symbols', `head-${side}`).map(({ points }) => (points as number[])[0]!);
    const rows = (['measured', 'unmeasured'] as const).flatMap((which) => [
      [one.told.left.power[which], one.told.right.power[which]],
      [one.told.left.errorPower![which], one.told.right.errorPower![which]],
    ]);
    expect(rows).toHaveLength(4);
    for (const [i, [left, right]] of rows.entries())
      expect(xs('left')[i]! > xs('right')[i]!).toBe(left! > right!);
    expect(textsOf(list)).toContain(`${one.info.visibilities} measured`);
  });
});

it('every sentence is whole in both languages', () => {
  for (const values of [preset('img-opening'), preset('img-restless'), { right: 'handmade' }])
    for (const k of [0, 7])
      for (const say of [t, zh]) {
        const one = at(values, k);
        for (const side of SIDES) {
          const told = [
            viewOf(one.state).title(one.state, side, say),
            viewOf(one.state).about!(one.state, side, say),
            verdict(one, side, say),
            why(one, side, say),
            viewOf(one.state).footing(one, one.state, side, say).below,
            describeBoard(side)(one, one.state, say),
            boardHint(one, side, say),
          ];
          for (const words of told) expect(words).toMatch(/^(?!.*(undefined|NaN|null|\[object)).+$/);
        }
      }
});
