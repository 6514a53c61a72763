import { describe, expect, it } from 'vitest';
import type { SideName } from '../../../../engine/contract.ts';
import { FEDERATED } from '../../../../engine/problems/federated/card.ts';
import { createLinearFlow } from '../../../../engine/problems/federated/linear-rounds.ts';
import { curvesOf } from '../../../../engine/problems/federated/network/curves.ts';
import { problem } from '../../../../engine/problems/federated/problem.ts';
import type { CurvesReading, NetworkInfo } from '../../../../engine/problems/federated/types.ts';
import { createScenario } from '../../../../engine/scenario/create-scenario.ts';
import { findAll } from '../../../../engine/search.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { marksOf, textsOf } from '../../../charts/marks/find-marks.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { describeCurve } from '../../../pictures/curve/describe-curve.ts';
import { type Canvas, drawNow } from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import type { AppState } from '../../../session/store.ts';
import { loadView } from '../../../session/view.ts';
import '../../index.ts';
import { playTo } from '../../kit/for-tests/play-to.ts';
import { POINTS } from '../federated-readings.ts';
import { ANGLE, circleInput, circleOf, createCircle } from './circle-drawing.ts';
import { circlePlane } from './circle-ground.ts';
import type { CircleInput } from './circle-plot.ts';
import { circleWords } from './circle-words.ts';
import { NETWORK_CURVES } from './curves.ts';
import { describeKernel } from './describe-kernel.ts';
import { describeCircle } from './describe-network.ts';
import { createKernel, kernelWords } from './kernel-drawing.ts';
import { kernelRect } from './kernel-plot.ts';

const t = createTranslate('en');
const SIDES: readonly SideName[] = ['left', 'right'];
const canvas: Canvas = {
  size: { width: 440, height: 440 },
  drawStyle: { scale: 1, palette: PALETTES.light },
  t,
};
await loadView('federated');

interface At extends Snapshot {
  readonly info: NetworkInfo;
  readonly told: CurvesReading['told'];
}

/** The network at a round as the page has it. */
function at(values: Parameters<typeof createScenario>[1], rounds: number, angle: number | null = null): At {
  const scenario = createScenario('federated', { level: 'network', ...values });
  const instance = problem.prepare(scenario.values, null);
  const { trajectories, state: played, lastOf } = playTo('federated', instance, scenario.values, rounds);
  const asked = { left: lastOf('left'), right: lastOf('right'), points: POINTS };
  const told = findAll(curvesOf(instance.network!, asked));
  const state: AppState = {
    ...played,
    scenario: createScenario('federated', { level: 'network', ...values, forecast: true }),
    frontier: rounds,
    readings: { curves: { landscape: 0, step: rounds, value: told } },
    viewState: angle === null ? {} : ANGLE.put(played, angle),
  };
  return { store: { getState: () => state }, trajectories, info: instance.info as NetworkInfo, told };
}

const OPENING = {};
const runOf = (snapshot: Snapshot, side: SideName, isRead = false) =>
  drawNow(createCircle(side, isRead).run, snapshot, canvas);
const ground = (snapshot: Snapshot, side: SideName) => drawNow(createCircle(side).ground, snapshot, canvas);
const inputOf = (snapshot: Snapshot, side: SideName): CircleInput =>
  circleInput(createCircle(side, true).run.select(snapshot, t), side, canvas)!;
const pairs = (flat: ArrayLike<number>) =>
  Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!] as const);

describe('a model over the circle', () => {
  it('passes through every angle that the engine was asked for, and stems join labels to its outputs', () => {
    const snapshot = at(OPENING, 3);
    for (const side of SIDES) {
      const list = runOf(snapshot, side);
      const { toPixel } = circlePlane(inputOf(snapshot, side));
      const { from, angles } = circleOf(snapshot.info);
      const line = pairs(marksOf(list, 'path', `curve-${side}`)[0]!.lines[0]!);
      snapshot.told[side].curve.forEach((value, j) => {
        const angle = (2 * Math.PI * j) / POINTS;
        const [x, y] = toPixel(angle < from + 2 * Math.PI ? angle : angle - 2 * Math.PI, value);
        expect(line.some(([px, py]) => Math.hypot(px - x, py - y) < 1e-6)).toBe(true);
      });
      // A whole turn, and the circle closes.
      expect(line[0]![1]).toBeCloseTo(line.at(-1)![1], 9);
      const [stems] = marksOf(list, 'path', 'residuals');
      stems!.lines.forEach((stem, i) => {
        const [x, y] = toPixel(angles[i]!, snapshot.info.labels[i]!);
        const [, end] = toPixel(angles[i]!, snapshot.told[side].outputs[i]!);
        expect(Array.from(stem)).toEqual([x, y, x, end]);
      });
      expect(stems!.lines).toHaveLength(12);
    }
  });

  it('says at the samples what its loss says', () => {
    const snapshot = at({ m: 16, split: 'shuffled' }, 7);
    const { labels } = snapshot.info;
    for (const side of SIDES) {
      const squares = snapshot.told[side].outputs.reduce((sum, f, i) => sum + (f - labels[i]!) ** 2, 0);
      const { series, count } = snapshot.trajectories[side];
      expect(squares / 2 / series.loss![count - 1]!).toBeCloseTo(1, 9);
    }
  });

  it('has a line of its own colour and dash for each client’s model, and each sample’s client on it', () => {
    const snapshot = at({ clients: 4 }, 1);
    const list = runOf(snapshot, 'left');
    const locals = marksOf(list, 'path', 'locals').map(({ strokes }) => strokes!.at(-1)!);
    expect(new Set(locals.map(({ color }) => color)).size).toBe(4);
    expect(new Set(locals.map(({ dash }) => String(dash))).size).toBe(4);
    const dots = marksOf(list, 'symbols', 'samples');
    expect(dots.map(({ points }) => points.length / 2)).toEqual([3, 3, 3, 3]);
    expect(dots.map(({ fill }) => fill)).toEqual(locals.map(({ color }) => color));
    expect(textsOf(list)).toEqual(Array.from(snapshot.info.owners, (owner) => String(owner + 1)));
  });

  it('draws symbols where dots have no room for a number, a different one for each client', () => {
    const list = runOf(at({ clients: 12, n: 40, split: 'shuffled' }, 1), 'left');
    expect(textsOf(list)).toEqual([]);
    const looks = marksOf(list, 'symbols', 'samples').map(({ shape, fill }) => `${shape} ${fill}`);
    expect(new Set(looks).size).toBe(12);
  });

  it('has each client’s arc below it once, and of dealt samples one stretch each', () => {
    const arcs = marksOf(ground(at(OPENING, 0), 'left'), 'rect', 'strip');
    expect(arcs).toHaveLength(3);
    expect(new Set(arcs.map(({ fill }) => fill)).size).toBe(3);
    const widths = arcs.map(({ rect }) => rect.width);
    expect(Math.max(...widths) / Math.min(...widths)).toBeLessThan(1.3);
    expect(marksOf(ground(at({ split: 'shuffled' }, 0), 'left'), 'rect', 'strip')).toHaveLength(12);
  });

  it('keeps its axis on both sides and while a run plays', () => {
    const heights = [0, 1, 5, 40].flatMap((k) => {
      const snapshot = at(OPENING, k);
      return SIDES.map((side) => inputOf(snapshot, side).heights);
    });
    for (const each of heights) expect(each).toEqual(heights[0]);
  });

  it('keeps its axis where the other side has left for good', () => {
    const snapshot = at({ c: 3 }, 20);
    expect(snapshot.store.getState().sides.right.status).toBe('diverged');
    expect(inputOf(snapshot, 'left').heights).toEqual(inputOf(at(OPENING, 0), 'left').heights);
  });

  it('is told in words: how far it misses, and how far the clients drift from it', () => {
    const snapshot = at(OPENING, 1);
    const { labels } = snapshot.info;
    const words = describeCircle('right')(snapshot, snapshot.store.getState(), t);
    const { outputs, curve, locals } = snapshot.told.right;
    const off = Math.max(...outputs.map((f, i) => Math.abs(f - labels[i]!)));
    const drift = Math.max(...locals.map((f, i) => Math.abs(f - curve[i % POINTS]!)));
    expect(words).toContain('12 samples of 3 clients.');
    expect(words).toContain(`misses a label by ${Number(off.toPrecision(3))} at most`);
    expect(words).toContain(`lie up to ${Number(drift.toPrecision(3))} from it.`);
  });
});

it('a side that diverges leaves the plot, and no mark has a place that is no number', () => {
  const snapshot = at({ c: 400, local: 50 }, 12, 1);
  expect(SIDES.map((side) => snapshot.store.getState().sides[side].status)).toEqual(['diverged', 'diverged']);
  for (const side of SIDES) {
    const list = runOf(snapshot, side, true);
    const places = list
      .flatMap((mark) => (mark.kind === 'clip' ? mark.marks : [mark]))
      .flatMap((mark) =>
        mark.kind === 'path'
          ? mark.lines.flatMap((line) => Array.from(line))
          : mark.kind === 'symbols'
            ? Array.from(mark.points)
            : [],
      );
    expect(places.length).toBeGreaterThan(24);
    for (const place of places) expect(Math.abs(place)).toBeLessThan(2000);
    expect(describeCircle(side)(snapshot, snapshot.store.getState(), t)).not.toMatch(/NaN|Infinity/);
    expect(circleWords(snapshot.store.getState(), side, t)).not.toMatch(/NaN|Infinity|\d{12}/);
  }
});

describe('an angle is read', () => {
  it('at a sample: its label, the exact output and each client’s model, on both sides', () => {
    const { angles } = circleOf(at(OPENING, 0).info);
    const snapshot = at(OPENING, 2, angles[5]!);
    for (const side of SIDES) {
      const words = circleWords(snapshot.store.getState(), side, t);
      const { outputs } = snapshot.told[side];
      expect(words).toContain('client 2, sample 6 at ');
      expect(words.replaceAll('−', '-')).toContain(
        `label ${snapshot.info.labels[5]!.toFixed(3)}, f ${outputs[5]!.toFixed(3)}`,
      );
      expect(words).toMatch(/\nclients after 5 steps: 1 \S+, 2 \S+, 3 \S+$/);
    }
  });

  it('between samples: at the nearest angle that the engine answered for', () => {
    const j = 33;
    const snapshot = at({ clients: 6 }, 1, (2 * Math.PI * j) / POINTS);
    const { curve, locals } = snapshot.told.left;
    const all = Array.from({ length: 6 }, (_, c) => locals[c * POINTS + j]!);
    const words = circleWords(snapshot.store.getState(), 'left', t).replaceAll('−', '-');
    expect(words).toContain(`angle 0.86: f ${curve[j]!.toFixed(3)}\n`);
    // Of many clients the range is told.
    expect(words).toContain(
      `clients after 5 steps: between ${Math.min(...all).toFixed(2)} and ${Math.max(...all).toFixed(2)}`,
    );
    expect(marksOf(runOf(snapshot, 'left', true), 'symbols', 'hover')).toHaveLength(7);
    expect(marksOf(runOf(snapshot, 'left'), 'symbols', 'hover')).toHaveLength(0);
  });
});

describe('the kernel', () => {
  it('is an image by client: equal entries have equal colours, blocks hold a client’s own samples', () => {
    const snapshot = at({ split: 'shuffled' }, 0);
    const list = drawNow(createKernel(), snapshot, canvas);
    const [image] = marksOf(list, 'raster', 'colours');
    const { kernel, owners, samples: n } = snapshot.info;
    const order = Array.from(owners.keys()).sort((i, j) => owners[i]! - owners[j]! || i - j);
    const times = image!.columns / n;
    const pixel = (r: number, c: number) => {
      const from = 4 * (Math.floor((r + 0.5) * times) * image!.columns + Math.floor((c + 0.5) * times));
      return Array.from(image!.rgba.subarray(from, from + 3));
    };
    const sum = ([r, g, b]: number[]) => r! + g! + b!;
    for (let r = 0; r < n; r++)
      for (let c = 0; c < n; c++) {
        expect(pixel(r, c)).toEqual(pixel(c, r));
        // Above 0 a larger entry is darker.
        const [one, other] = [kernel[order[r]! * n + order[c]!]!, kernel[order[r]! * n + order[r]!]!];
        if (one > 0 && other > one + 0.02) expect(sum(pixel(r, c))).toBeGreaterThan(sum(pixel(r, r)));
      }
    const blocks = marksOf(list, 'rect', 'regions').map(({ rect }) => rect);
    const whole = kernelRect({ ...canvas.size, scale: 1 });
    expect(blocks.map(({ width }) => width / whole.width)).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(marksOf(list, 'rect', 'strip')).toHaveLength(6);
  });

  it('is drawn once for an instance, whatever is read', () => {
    const snapshot = at(OPENING, 0);
    const rgba = ([0, 3] as const).map(
      (i) => marksOf(drawNow(createKernel([i, i]), snapshot, canvas), 'raster', 'colours')[0]!.rgba,
    );
    expect(rgba[0]).toBe(rgba[1]);
  });

  it('is read entry by entry, and told with its least eigenvalue and rank', () => {
    const snapshot = at({ split: 'shuffled' }, 0);
    const { info } = snapshot;
    // By client the second sample is number 4.
    expect(kernelWords(info, [1, 0], t)).toBe(
      `H ${Number(info.kernel[3 * 12]!.toPrecision(3))}: samples 4 (client 1) and 1 (client 1)`,
    );
    expect(kernelWords(info, [0, 0], t)).toContain('sample 1 of client 1 with itself');
    const words = describeKernel(snapshot, snapshot.store.getState(), t);
    expect(words).toContain(`λmin ${Number(info.smallest.toPrecision(3))}, rank 12 of 12.`);
    const narrow = at({ m: 8, labels: 'square', seed: 5, local: 20 }, 0);
    expect(describeKernel(narrow, narrow.store.getState(), t)).toContain('λmin 0, rank 10 of 12.');
  });
});

describe('the curves', () => {
  const [LOSS, GAP, FLIPPED] = NETWORK_CURVES;
  const drawn = (curve: typeof LOSS, snapshot: Snapshot) =>
    drawNow(curve.createPicture(), snapshot, { ...canvas, size: { width: 440, height: 180 } });

  it('of the loss have the certified band as two lines from the right’s present point', () => {
    const snapshot = at(OPENING, 10);
    const list = drawn(LOSS, snapshot);
    const edges = marksOf(list, 'path', 'band-edge').map(({ lines }) => Array.from(lines[0]!));
    expect(edges).toHaveLength(2);
    expect(edges[0]!.slice(0, 2)).toEqual(edges[1]!.slice(0, 2));
    const [end] = pairs(marksOf(list, 'path', 'curve-right')[0]!.lines[0]!).slice(-1);
    expect(edges[0]![0]).toBeCloseTo(end![0], 6);
    expect(edges[0]![1]).toBeCloseTo(end![1], 6);
    // The loss goes by the squares of the ends; a decade and a round are as long as along the right's curve.
    const [start] = pairs(marksOf(list, 'path', 'curve-right')[0]!.lines[0]!);
    const { loss } = snapshot.trajectories.right.series;
    const decade = (end![1] - start![1]) / Math.log10(loss![0]! / loss![10]!);
    const round = (end![0] - start![0]) / 10;
    edges.forEach(([x0, y0, x1, y1], i) => {
      const factor = snapshot.info.bracket![i]!;
      expect((y1! - y0!) / (x1! - x0!)).toBeCloseTo((-2 * Math.log10(factor) * decade) / round, 6);
    });
    expect(textsOf(list)).toContain('Loss (late: ×0.966 per round)');
    expect(LOSS.told!(snapshot, t)[0]).toContain('(proved)');
  });

  it('of the loss hold in the long run what the band says', () => {
    const snapshot = at(OPENING, 400);
    const { series, count } = snapshot.trajectories.right;
    const [low, high] = snapshot.info.bracket!;
    const ratio = Math.sqrt(series.loss![count - 1]! / series.loss![count - 2]!);
    expect(ratio).toBeGreaterThan(low);
    expect(ratio).toBeLessThan(high);
  });

  it('have no band where no rate is certified, and say so; a rest above the least is a line over a floor', () => {
    const snapshot = at({ m: 8, labels: 'square', seed: 5, local: 20 }, 5);
    const list = drawn(LOSS, snapshot);
    // The rest alone.
    expect(marksOf(list, 'path', 'band-edge')).toHaveLength(1);
    expect(marksOf(list, 'path', 'bound')).toHaveLength(1);
    expect(textsOf(list)).toContain('Loss');
    expect(LOSS.told!(snapshot, t).join(' ')).toContain('stops at loss 1.04; its minimum is 0.735');
  });

  it('of the loss say in their name what the curve does in the long run', () => {
    const PRESETS = FEDERATED.presets.flatMap(({ values }) => (values.level === 'network' ? [values] : []));
    let told = 0;
    for (const values of [
      ...PRESETS,
      ...[1.5, 1.95, 2.1].map((c) => ({ c, local: 1 })),
      ...[{ server: 1.7 }, { split: 'shuffled' }, { clients: 1 }, { n: 5 }, { c: 0.01 }, { c: 3, local: 1 }],
    ]) {
      const scenario = createScenario('federated', { level: 'network', ...values });
      const { network } = problem.prepare(scenario.values, null);
      const title = textsOf(drawn(LOSS, at(values, 0)))[0]!;
      const { rank, samples, rest } = network!.info;
      if (rank < samples && rest!.loss > 1e-12) {
        expect(title).toBe('Loss');
        continue;
      }
      told++;
      const flow = createLinearFlow(
        network!.rounds,
        Float64Array.from([...network!.prepared.residual, ...network!.prepared.residual]),
      );
      flow.look();
      const loss = () => flow.u.reduce((sum, u) => sum + u * u, 0) / 2;
      // A linear map: the residuals may be made longer again on the way.
      for (let k = 0; k < 40_000; k++) {
        if (k % 50 === 0) {
          const size = Math.sqrt(loss());
          for (const [i, u] of flow.u.entries()) flow.u[i] = u / size;
          flow.look();
        }
        flow.round();
      }
      const before = loss();
      flow.round();
      const said = Number(/^Loss \(late: ×(\S+) per round\)$/.exec(title)![1]);
      const unit = 10 ** -(String(said).split('.')[1]?.length ?? 0);
      expect(Math.abs(said - loss() / before), `${JSON.stringify(values)} ${title}`).toBeLessThan(
        0.51 * unit,
      );
    }
    expect(told).toBeGreaterThan(10);
  });

  it('count rounds', () => {
    for (const curve of NETWORK_CURVES) {
      const picture = curve.createPicture();
      const list = drawNow(picture, at(OPENING, 3), { ...canvas, t: createTranslate('en', 'round') });
      expect(textsOf(list)).toContain('round');
      expect(textsOf(list)).not.toContain('step');
    }
  });

  it('promise no rest to a linearisation that leaves', () => {
    const snapshot = at({ clients: 1, m: 6, labels: 'square', n: 14, seed: 185439, c: 1.5, server: 2 }, 3);
    const { rest, isRankSure, expected } = snapshot.info;
    expect([rest!.loss > 1e-3, isRankSure, expected > 1.001]).toEqual([true, true, true]);
    expect(LOSS.told!(snapshot, t).join(' ')).not.toContain('linearisation stops');
  });

  it('of the gap and of flipped signs are one number, told and drawn as one', () => {
    const snapshot = at({ m: 16 }, 30);
    const state = snapshot.store.getState();
    for (const curve of [GAP, FLIPPED]) {
      expect(curve.isOne!(state)).toBe(true);
      const list = drawn(curve, snapshot);
      expect(marksOf(list, 'path', 'curve-left')[0]!.lines).toHaveLength(1);
      expect(textsOf(list)).not.toContain('network');
      const [name] = describeCurve(curve)(snapshot, state, t).split(':');
      expect(name).toContain(curve.title(state, t));
    }
    const flipped = snapshot.trajectories.left.series.flipped!;
    expect(FLIPPED.valueAt(snapshot, 'left', 30, t)).toBe(flipped[30]);
    expect(GAP.more!(snapshot, t)[0]!.at(30)).toBe(snapshot.trajectories.left.series.drift![30]);
  });
});
