import fc from 'fast-check';
import { expect, it } from 'vitest';
import { activation, blends, CHECK, neuronCases, relu } from '../../../fixtures/arbitraries.ts';
import { instanceOf, ownInstance, type Prepared } from '../../../fixtures/instances.ts';
import { findAll } from '../../../search.ts';
import type { SampleLosses } from '../types.ts';
import { sampleReadings } from './reading.ts';
import { readSamples } from './terms.ts';

function read({ instance, values }: Prepared, left: Float64Array, right = left): SampleLosses | null {
  const asked = { left: Float64Array.from(left), right: Float64Array.from(right) };
  const search = sampleReadings(instance, values).sample(asked);
  return search && findAll(search);
}

it('the losses of a sample are those of the definition, their slope is what the sample is multiplied with in the gradient', () => {
  fc.assert(
    fc.property(neuronCases('free'), blends, (data, blend) => {
      const { features, labels, n, leak, w } = data;
      const own = ownInstance(features, labels, { leak, blend });
      const told = read(own, w);
      expect(told === null).toBe(Math.max(...labels) <= 0);
      if (!told) return;
      const { row, label: y, zs } = told;
      expect(y).toBe(labels[row]);
      const rows = Int32Array.from({ length: n }, (_, i) => i);
      const all = { rows, features: features.slice(), labels: labels.slice(), negative: 0, count: n };
      for (const side of ['left', 'right'] as const) {
        const b = side === 'left' ? 0 : blend;
        const { losses, z, loss, slope, active } = told[side];
        // With a label above zero g - f is 0 where the sample is active, else (1-s)(s z^2/2 - y z).
        const lossAt = (at: number) =>
          (relu(at, leak) - y) ** 2 / 2 + (at > 0 ? 0 : b * (1 - leak) * ((leak * at * at) / 2 - y * at));
        const room = 1e-12 * (1 + y * y + z * z);
        expect(z).toBe(activation(features, w, row));
        expect(Math.abs(loss - lossAt(z))).toBeLessThanOrEqual(room);
        for (const [i, at] of zs.entries())
          expect(Math.abs(losses[i]! - lossAt(at))).toBeLessThanOrEqual(4 * room);
        const terms = readSamples(own.instance, all, side, w, { leak, blend });
        expect(slope).toBe(terms.slopes[row]);
        expect(active).toBe(terms.on);
      }
      // The range includes 0, the label and the sample's z.
      expect(zs[(zs.length - 1) / 2]).toBe(0);
      const reach = zs.at(-1)!;
      for (const z of [y, told.left.z, told.right.z]) expect(Math.abs(z)).toBeLessThan(reach);
    }),
    CHECK,
  );
});

it('shows a sample with a penalty: inactive with a label above zero where there is one, none with a larger label', () => {
  fc.assert(
    fc.property(neuronCases('free'), (data) => {
      const { features, labels, n, w } = data;
      const told = read(ownInstance(features, labels), w);
      if (!told) return;
      const rows = Array.from({ length: n }, (_, i) => i).filter((i) => labels[i]! > 0);
      const inactive = rows.filter((i) => !(activation(features, w, i) > 0));
      const among = inactive.length > 0 ? inactive : rows;
      expect(told.label).toBe(Math.max(...among.map((i) => labels[i]!)));
      expect(among).toContain(told.row);
    }),
    CHECK,
  );
});

it('infinitely many samples show none, and weights that are not finite give NaN', () => {
  const endless = instanceOf({ n: Number.POSITIVE_INFINITY });
  expect(read(endless, endless.instance.start)).toBeNull();
  const told = read(instanceOf({}), Float64Array.of(Number.NaN, 1));
  expect(told!.left.loss).toBeNaN();
  expect(told!.right.active).toBe(0);
});
