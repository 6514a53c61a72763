import { describe, expect, it } from 'vitest';
import { createRandom, fillNormal } from '../../kernels/random.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { findAll } from '../../search.ts';
import { answerOf, UNDECIDED, writeOutputs } from './answers.ts';
import { VECTOR_OUTPUT } from './card.ts';
import { createNetworkReader } from './network-reading.ts';
import { problem } from './problem.ts';
import { atomsOf, neuronsOf } from './program/output-program.ts';
import { outputReadings } from './readings.ts';
import { wedgesOf } from './surface/wedges.ts';

type Values = Parameters<typeof createScenario>[1];
const of = (values: Values) => problem.prepare(createScenario('vector-output', values).values, null);

/** The network whose outputs have other names: number k of it is number order[k] of the first. */
const renamed = (neurons: Float64Array, d: number, order: readonly number[]) =>
  neurons.map((value, at) => {
    const [j, c] = [Math.floor(at / (d + order.length)), at % (d + order.length)];
    return c < d ? value : neurons[j * (d + order.length) + d + order[c - d]!]!;
  });

/** An order of K numbers other than their own. */
const orderOf = (outputs: number) => Array.from({ length: outputs }, (_, k) => (k + 1) % outputs);

describe('a tie is no answer', () => {
  it('whatever classes are called: 300 random networks, half of whose inputs or outputs are silent', () => {
    const random = createRandom(12, 9);
    let ties = 0;
    for (let trial = 0; trial < 300; trial++) {
      const d = 1 + random.integer(4);
      const outputs = 2 + random.integer(4);
      const neurons = new Float64Array((1 + random.integer(4)) * (d + outputs));
      fillNormal(neurons, random);
      for (let at = 0; at < neurons.length; at++) if (trial % 2 && random.integer(2)) neurons[at] = 0;
      const order = orderOf(outputs);
      const other = renamed(neurons, d, order);
      const name = (k: number) => (k < 0 ? k : order[k]!);
      const row = new Float64Array(d);
      const output = new Float64Array(outputs);
      const answer = (network: Float64Array) => answerOf(output, writeOutputs(output, network, row));
      for (let point = 0; point < 20; point++) {
        fillNormal(row, random);
        const found = answer(neurons);
        const most = Math.max(...output);
        expect(found < 0).toBe(output.filter((value) => value === most).length > 1);
        expect(name(answer(other))).toBe(found);
        if (found < 0) ties++;
      }
      if (d !== 2) continue;
      const wedges = wedgesOf(neurons, outputs);
      const same = wedgesOf(other, outputs);
      expect([...same.classes].map(name)).toEqual([...wedges.classes]);
    }
    expect(ties).toBeGreaterThan(500);
  });

  it('nor is what rounding makes of one: outputs that cancel, and a height that would be zero', () => {
    const output = new Float64Array(2);
    const answer = (neurons: number[], row: number[]) =>
      answerOf(output, writeOutputs(output, Float64Array.from(neurons), row));
    // 0.1 + 0.2 against 0.3: the outputs differ in the last digit.
    expect(answer([1, 0.1, 0.3, 1, 0.2, 0], [1])).toBe(UNDECIDED);
    expect(output[0]).not.toBe(output[1]);
    // A height of 5.6e-17 in place of 0.
    expect(answer([0.3, -0.1, -0.2, 1, 0], [1, 1, 1])).toBe(UNDECIDED);
    expect(answer([0.1, 0.2, -0.3, 1, 0], [1, 1, 1])).toBe(UNDECIDED);
    expect(answer([1e-9, 1e-9, 0], [1e-9])).toBe(0);
    expect(answer([], [1])).toBe(UNDECIDED);
    expect(answer([1, Number.NaN, 1], [1])).toBe(UNDECIDED);
  });

  it.each(VECTOR_OUTPUT.presets.map(({ id, values }) => ({ id, values: values as Values })))(
    'in the preset $id under any names of the classes: at both starts and at the optimum',
    ({ values }) => {
      const instance = of(values);
      const { data, info } = instance;
      const { columns: d, outputs, classes } = data;
      const solver = instance.createSolver();
      const networks = [neuronsOf(instance.start, 'left', info), atomsOf(solver, d + outputs)];
      for (let round = 0; round < 3 && solver.status === 'moving'; round++) solver.step();
      networks.push(atomsOf(solver, d + outputs));
      const read = createNetworkReader(data).read;
      if (!classes) {
        expect(read(networks[0]!).answers).toBeNull();
        return;
      }
      const order = orderOf(outputs);
      const others = createNetworkReader({ ...data, classes: classes.map((k) => order.indexOf(k)) }).read;
      for (const network of networks) {
        const [one, other] = [read(network), others(renamed(network, d, order))];
        expect(Array.from(other.answers!, (k) => (k < 0 ? k : order[k]!))).toEqual([...one.answers!]);
        expect(other.accuracy).toBe(one.accuracy);
      }
      // The program begins without a neuron: it says nothing of any sample.
      expect(new Set(read(networks[1]!).answers)).toEqual(new Set([UNDECIDED]));
      expect(read(networks[1]!).accuracy).toBe(0);
    },
  );

  it.each([
    ['words', {}],
    ['rotated words', { rotate: true }],
  ])('of a class that the optimum has forgotten, whichever of %s it is', (_, more) => {
    for (const sizes of [
      [3, 4, 5],
      [5, 4, 3],
      [4, 3, 5],
    ]) {
      const instance = of({ features: 'words', sizes, beta: 0.15, ...more });
      const solver = instance.createSolver();
      while (solver.status === 'moving') solver.step();
      const told = createNetworkReader(instance.data).read(atomsOf(solver, instance.data.columns + 3));
      const small = sizes.indexOf(3);
      expect([...told.answers!]).toEqual(
        Array.from(instance.data.classes!, (k) => (k === small ? UNDECIDED : k)),
      );
      expect(told.accuracy).toBe(9 / 12);
    }
  });

  it('on the map of a network that says nothing', () => {
    const view = { x0: -1, x1: 1, y0: -1, y1: 1 };
    const none = new Float64Array(0);
    const { left } = findAll(outputReadings(of({})).regions!({ left: none, right: none, view, size: 3 })!);
    expect(new Set(left)).toEqual(new Set([UNDECIDED]));
  });
});
