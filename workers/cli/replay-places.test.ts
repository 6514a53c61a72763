import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvOf, linkInstance } from '../../engine/fixtures/instances.ts';
import planes from '../../engine/fixtures/plane.json';
import { addScaled, distance, dot, norm } from '../../engine/kernels/vector.ts';
import type { StationaryPoints } from '../../engine/landscapes/stationary-points.ts';
import { createNeuronLoss } from '../../engine/problems/one-neuron/loss.ts';
import { createPopulationLoss } from '../../engine/problems/one-neuron/population/loss.ts';
import { presetScenario } from '../../engine/scenario/create-scenario.ts';
import { formatLink } from '../../engine/scenario/scenario.ts';
import { runsAll } from '../../scripts/tier.mjs';
import { file } from './try-command.ts';
import { besideTables, OPENING, type Report, replay, report } from './try-replay.ts';

besideTables();

/** Relative tolerance, absolute below 1. */
function expectNear(value: number, expected: number, tolerance: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));
}

/** Computes a printed scenario's losses as sums, without sectors or slices, in original units. */
function directLosses(scenario: string) {
  const { instance, values } = linkInstance(scenario);
  const { features, labels, dimension, count } = instance.samples;
  return ([0, values.blend as number] as const).map((blend) =>
    Number.isFinite(count)
      ? createNeuronLoss({ features, labels, dimension, leak: values.leak as number, blend })
      : createPopulationLoss(instance.plant!, blend),
  );
}

describe('replay prints the stationary points', () => {
  const caseOf = (wanted: string) => planes.cases.find(({ name }) => name === wanted)!;
  type Expected = (typeof planes.cases)[number]['blends'][number];

  function expectPlaces(found: StationaryPoints, expected: Expected): void {
    const near = (value: number, reference: number) => expectNear(value, reference, 1e-9);
    const samePoint = (point: StationaryPoints['ridgeSaddles'][number], reference: typeof point) => {
      near(point.at[0], reference.at[0]);
      near(point.at[1], reference.at[1]);
      near(point.loss, reference.loss);
    };
    const byPlace = <P extends { at: readonly number[] }>(list: readonly P[]) =>
      [...list].sort((a, b) => a.at[0]! - b.at[0]!) as unknown as StationaryPoints['ridgeSaddles'];

    expect(found.minima.map(({ on }) => on)).toEqual(expected.minima.map(({ on }) => on));
    found.minima.forEach((minimum, k) => {
      samePoint(minimum, expected.minima[k] as unknown as typeof minimum);
    });
    expect(found.ridgeSaddles).toHaveLength(expected.ridgeSaddles.length);
    const saddles = byPlace(expected.ridgeSaddles);
    byPlace(found.ridgeSaddles).forEach((saddle, k) => {
      samePoint(saddle, saddles[k]!);
    });
    expect(found.valleys).toHaveLength(expected.valleys.length);
    found.valleys.forEach(({ fromAngle, toAngle, loss }, k) => {
      near(fromAngle, expected.valleys[k]!.fromAngle);
      near(toAngle, expected.valleys[k]!.toAngle);
      near(loss, expected.valleys[k]!.loss);
    });
    expect(found.plateaus).toHaveLength(expected.plateaus.length);
    found.plateaus.forEach(({ fromAngle, toAngle }, k) => {
      near(fromAngle, expected.plateaus[k]!.fromAngle);
      near(toAngle, expected.plateaus[k]!.toAngle);
    });
    near(found.stuckShare, expected.stuckShare);
  }

  function expectDirectLosses({ scenario, stationary }: Report): void {
    directLosses(scenario).forEach((landscape, side) => {
      const { minima, ridgeSaddles, valleys, plateaus } = [stationary!.left, stationary!.right][side]!;
      const expectLoss = (at: readonly number[], loss: number) =>
        expectNear(landscape.loss(Float64Array.from(at)), loss, 1e-12);
      for (const { at, loss } of [...minima, ...ridgeSaddles]) expectLoss(at, loss);
      for (const { start, end, through, loss } of valleys)
        for (const at of [start, through, end]) if (at) expectLoss(at, loss);
      for (const { fromAngle, toAngle, loss } of plateaus) {
        const middle = (fromAngle + toAngle) / 2;
        expectLoss([Math.cos(middle), Math.sin(middle)], loss);
      }
    });
  }

  const cases = ['spurious-0', 'kink-0', 'kink-1', 'noisy-8', 'slope-bias', 'planted-200'].flatMap((name) =>
    caseOf(name).blends.map((expected) => ({ name, blend: expected.blend, expected })),
  );
  it.each(cases)('of a file, as NumPy finds them: $name, blend $blend', async ({ name, blend, expected }) => {
    const { features, labels, blends } = caseOf(name);
    writeFileSync(file(`${name}.csv`), csvOf(features, labels));
    const printed = await report(
      ...['--data', `${name}.csv`, '--stationary', '--steps', '0', '--blend', `${blend}`],
    );
    expect(Object.keys(printed).at(-1)).toBe('stationary');
    expectPlaces(printed.stationary!.left, blends[0]!);
    expectPlaces(printed.stationary!.right, expected);
    expectDirectLosses(printed);
  });

  it.each(['trap', 'slope-bias'])('of the link of a preset: %s', async (name) => {
    const link = formatLink(presetScenario('one-neuron', name));
    const printed = await report('--link', link, '--steps', '0', '--stationary');
    const { blends } = caseOf(name);
    expectPlaces(printed.stationary!.left, blends[0]!);
    expectPlaces(printed.stationary!.right, blends[2]!);
    expectDirectLosses(printed);
    expect(printed.stationary!.left.plateaus).toHaveLength(name === 'trap' ? 0 : 1);
  });

  it('in original units where descent moves standardised weights: where the runs end', async () => {
    const printed = await report(
      ...['--data', 'cars.csv', '--bias', '--std', '--start', '1,0', '--steps', '3000', '--stationary'],
    );
    expectDirectLosses(printed);
    for (const side of ['left', 'right'] as const) {
      const nearest = Math.min(
        ...printed.stationary![side].minima.map(({ at }) =>
          distance(Float64Array.from(at), Float64Array.from(printed[side].iterates[3000]!)),
        ),
      );
      expect(nearest).toBeLessThan(1e-9);
    }
  });

  it('not unless asked', async () => {
    const printed = await report('--steps', '0', '--stationary', '0');
    expect(Object.keys(printed).at(-1)).toBe('right');
  });
});

describe('replay prints a grid of losses', () => {
  /** Expects the direct loss at each cell's centre, first row lowest. */
  function expectDirectGrid({ scenario, d, grid }: Report): void {
    const { size, view, left, right } = grid!;
    const [x0, x1, y0, y1] = view;
    const plane = [grid!.centre ?? [0, 0], grid!.p ?? [1, 0], grid!.q ?? [0, 1]] as const;
    expect('centre' in grid!).toBe(d > 2);
    directLosses(scenario).forEach((landscape, side) => {
      const losses = [left, right][side]!;
      expect(losses).toHaveLength(size * size);
      losses.forEach((loss, cell) => {
        const s = x0 + ((x1 - x0) * ((cell % size) + 0.5)) / size;
        const t = y0 + ((y1 - y0) * (Math.floor(cell / size) + 0.5)) / size;
        const w = plane[0].map((value, j) => value + s * plane[1][j]! + t * plane[2][j]!);
        expectNear(loss!, landscape.loss(Float64Array.from(w)), 1e-10);
      });
    });
  }

  it.each<[string, string[]]>([
    ['the plane', ['--n', '30', '--noise', '0.5']],
    ['a leak and a blend', ['--n', '30', '--leak', '0.1', '--blend', '0.25']],
    ['data in other units than descent', ['--data', 'cars.csv', '--bias', '--std']],
    ['infinitely many samples', ['--n', 'inf', '--plant', '1,0.5']],
    ['a plane through ends', ['--n', '20', '--d', '4']],
    ['a plane through paths, standardised', ['--n', '20', '--d', '3', '--plane', 'paths', '--std']],
    ['two of five weights of infinitely many samples', ['--n', 'inf', '--d', '5', '--plane', 'weights']],
  ])('at the centres of its cells, to the direct loss: %s', async (_, flags) => {
    const printed = await report(...flags, '--steps', '0', '--grid', '9', '--view', '-3,1,-2,4');
    expect(Object.keys(printed).at(-1)).toBe('grid');
    expect(printed.grid).toMatchObject({ size: 9, view: [-3, 1, -2, 4] });
    expectDirectGrid(printed);
  });

  it('of the plane that the link names: its centre and two unit vectors at right angles', async () => {
    const data = '#v=1&n=20&d=3&plant=1,2,-1&view=-1,1,-2,2';
    const asked = ['--steps', '5', '--grid', '3'];
    const weights = await report('--link', `${data}&plane=weights&pair=3,1`, ...asked);
    expect(weights.grid).toMatchObject({
      view: [-1, 1, -2, 2],
      centre: [0, 2, 0],
      p: [0, 0, 1],
      q: [1, 0, 0],
    });
    const ends = await report('--link', data, ...asked);
    const [p, q] = [Float64Array.from(ends.grid!.p!), Float64Array.from(ends.grid!.q!)];
    expect(ends.grid!.centre).toEqual([1, 2, -1]);
    for (const [value, expected] of [
      [norm(p), 1],
      [norm(q), 1],
      [dot(p, q), 0],
    ] as const)
      expect(value).toBeCloseTo(expected, 14);
    // Both losses are zero at the plant, the middle cell.
    expectNear(ends.grid!.left[4]!, 0, 1e-14);
    expectNear(ends.grid!.right[4]!, 0, 1e-14);
    const other = await report('--link', data, '--steps', '0', '--grid', '3');
    expect(other.grid).toEqual(ends.grid);
  });

  it('of the plane through start, plant and where the left run ends, however few steps are printed', async () => {
    const link = '#v=1&n=20&d=4&noise=0.5&view=-1,1,-1,1';
    const { left } = await report('--link', link, '--steps', '1000');
    const { grid } = await report('--link', link, '--steps', '0', '--grid', '1');
    const [centre, p, q] = [grid!.centre!, grid!.p!, grid!.q!].map((vector) => Float64Array.from(vector));
    expect(left.status).not.toBe('moving');
    expect(centre).toEqual(linkInstance(link).instance.plant);
    for (const iterate of [left.iterates[0]!, left.iterates[1000]!]) {
      const rest = Float64Array.from(iterate, (value, j) => value - centre![j]!);
      expect(norm(rest)).toBeGreaterThan(0.01);
      for (const axis of [p!, q!]) addScaled(rest, axis, -dot(rest, axis));
      expect(norm(rest)).toBeLessThan(1e-9);
    }
  });

  it('over the window of the flag rather than of the link, beside the stationary points', async () => {
    const printed = await report(
      ...['--link', `${OPENING}&view=0,1,0,1`, '--view', '0.5,1.5,-0.3,0.7', '--grid', '1', '--stationary'],
    );
    expect(printed.scenario).toBe(`${OPENING}&view=0.5,1.5,-0.3,0.7`);
    expect(Object.keys(printed).slice(-2)).toEqual(['stationary', 'grid']);
    expect([printed.grid!.left, printed.grid!.right].flat().map((loss) => loss! < 1e-30)).toEqual([
      true,
      true,
    ]);
    expectDirectGrid(printed);
  });

  it('of numbers that cannot be squared is refused in words', async () => {
    writeFileSync(file('huge.csv'), 'a,b,y\n1e200,1,1\n1,2,3\n');
    const { code, stderr } = await replay(
      '--data',
      'huge.csv',
      '--steps',
      '0',
      '--grid',
      '1',
      '--view',
      '0,2,0,2',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('a: expected 0, or a largest absolute number of 1e-60 to 1e+60; got 1e+200.');
  });

  it('of half a million numbers, of two million under `npm run test:all`', async () => {
    const size = runsAll ? 1024 : 512;
    const printed = await report('--steps', '0', '--grid', `${size}`, '--view', '-3,3,-3,3');
    const { left, right } = printed.grid!;
    expect([left.length, right.length]).toEqual([size * size, size * size]);
    const corner = Float64Array.of(3 - 3 / size, 3 - 3 / size);
    directLosses(printed.scenario).forEach((landscape, side) => {
      expectNear([left, right][side]!.at(-1)!, landscape.loss(corner), 1e-10);
    });
  });
});
