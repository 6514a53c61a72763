import { describe, expect, it } from 'vitest';
import { createRandom, fillNormal } from '../../../kernels/random.ts';
import { createNetworkLoss } from '../network/loss.ts';
import { rebalance } from '../network/neurons.ts';
import { makeTeacherData } from '../teacher.ts';
import { attainedObjective } from './attained.ts';
import { createExactSolver } from './exact-solver.ts';
import { constantAsNeuron } from './free-constant.ts';
import { createHingeLoss } from './hinge-loss.ts';

const { features, labels, teacher } = makeTeacherData({
  features: 'gauss',
  n: 30,
  columns: 2,
  xmin: -1,
  xmax: 1,
  spacing: 'even',
  neurons: 3,
  negative: 1,
  noise: 0,
  seed: 3,
  pseed: 3,
});
const beta = 0.005;
const input = { features, labels, beta, neurons: 3, constant: false };

describe('what is attained', () => {
  it('by the teacher is beta times its lengths, without noise', () => {
    expect(attainedObjective(input, [teacher])).toBeCloseTo(3 * beta, 14);
  });

  it('is nothing where every known network is wider', () => {
    expect(attainedObjective({ ...input, neurons: 2 }, [teacher])).toBeNaN();
    expect(attainedObjective(input, [])).toBeNaN();
  });

  it('is the program where its neurons are few enough, and then the least', () => {
    const solver = createExactSolver(features, labels, beta);
    while (solver.status === 'moving') solver.step();
    const state = new Float64Array(solver.dimension);
    solver.write(state);
    const wide = attainedObjective({ ...input, neurons: 20 }, [teacher, state]);
    expect(Math.abs(wide - solver.objective)).toBeLessThanOrEqual(1e-14);
    expect(attainedObjective(input, [teacher, state])).toBeCloseTo(3 * beta, 14);
  });

  it('is F of the balanced network, however it came', () => {
    const network = new Float64Array(9);
    fillNormal(network, createRandom(4, 9));
    const attained = attainedObjective(input, [network]);
    rebalance(network, 2);
    const { loss } = createNetworkLoss({ features, labels, neurons: 3, beta, trainOutput: true });
    expect(Math.abs(attained - loss(network))).toBeLessThanOrEqual(1e-14 * (1 + attained));
  });

  it('with free biases counts slopes alone, and no constant', () => {
    const x = Float64Array.of(-1, 0, 0.5, 2);
    const rows = Float64Array.of(-1, 1, 0, 1, 0.5, 1, 2, 1);
    const y = Float64Array.of(0.5, 1, 0.2, 0);
    // Slopes and output weights alike in size.
    const weights = Float64Array.of(0.5, 3, -2, 1, 0.5, -2, 0.75);
    const { loss } = createHingeLoss({ x, labels: y, neurons: 2, beta, trainOutput: true, constant: true });
    const free = { features: rows, labels: y, beta, neurons: 2, constant: true };
    expect(
      Math.abs(attainedObjective(free, [constantAsNeuron(weights)]) - loss(weights)),
    ).toBeLessThanOrEqual(1e-14);
    expect(attainedObjective({ ...free, neurons: 1 }, [constantAsNeuron(weights)])).toBeNaN();
  });
});
