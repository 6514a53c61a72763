import { expect, it } from 'vitest';
import { stepScale } from '../../kernels/step-scale.ts';
import { createRun, type RunValues } from '../../run/create-run.ts';
import { presetScenario } from '../../scenario/create-scenario.ts';
import { TWO_LAYER } from './card.ts';
import { problem as twoLayer } from './problem.ts';

it('is the curvature of a network of the size of the start or of what the labels ask for', () => {
  const labels = Float64Array.of(3, -4);
  const rms = Math.sqrt(12.5);
  expect(stepScale(Float64Array.of(0.1, 0.2), labels, 2, 4, 0.5)).toBeCloseTo(4 * ((2 * rms) / 2) + 0.5, 12);
  expect(stepScale(Float64Array.of(10, 20), labels, 2, 4, 0.5)).toBeCloseTo(4 * (500 / 4) + 0.5, 12);
  expect(stepScale(Float64Array.of(1), labels, 2, 0, 0.25)).toBe(0.25);
});

it.each(TWO_LAYER.presets.map(({ id }) => id))('%s: descent with c = 1 does not leave for infinity', (id) => {
  const { values } = presetScenario('two-layer', id);
  const run = createRun(twoLayer.prepare(values, null), { ...values, c: 1 } as unknown as RunValues);
  const { loss: first } = run.first().left.series;
  const { series, status } = run.advance(300).left;
  expect(status).not.toBe('diverged');
  expect(series.loss!.at(-1)!).toBeLessThan(first![0]!);
});
