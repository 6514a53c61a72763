import { expect, it } from 'vitest';
import { predict } from '../network/loss.ts';
import { constantAsNeuron } from './free-constant.ts';

it('makes the same outputs, the constant included', () => {
  const weights = Float64Array.of(1, -0.5, -2, 0.25, 3, -1, 0.7);
  const features = Float64Array.of(-1, 1, 0, 1, 0.75, 1, 2, 1);
  const outputs = new Float64Array(4);
  const network = constantAsNeuron(weights);
  predict(outputs, features, network, 3);
  const direct = (x: number) => 3 * Math.max(0, x - 0.5) - Math.max(0, -2 * x + 0.25) + 0.7;
  expect([...outputs]).toEqual([-1, 0, 0.75, 2].map(direct));
  expect(network).toHaveLength(9);
});
