/// <reference path="../../python/python.d.ts" />
import type { Vector } from '../../contract.ts';
import { oneLine, pythonFlag, pythonList, pythonNumber } from '../../python/literals.ts';
import type { PythonAsked, PythonRun } from '../../python/python-run.ts';
import type { FedValues } from './card.ts';
import federated from './federated.py?raw';
import type { FedInstance } from './instance.ts';
import symmetricEigen from './symmetric_eigen.py?raw';
import type { NetworkInfo, PlaneInfo } from './types.ts';

/** Products per number of a local step of the plane. */
const CALLS = 1000;

/** Counts passes over the weights: K per sample, forward and back. */
export function passes({ info }: FedInstance): number {
  return info.level === 'plane' ? CALLS * info.sides.left.local : 2 * info.samples * info.local;
}

export function writeRun(
  { info, network }: FedInstance,
  values: FedValues,
  { steps }: PythonAsked,
): PythonRun {
  const isPlane = info.level === 'plane';
  const { local, server } = isPlane ? info.sides.left : info;
  return {
    about: [
      `Twin Descent: federated averaging ${isPlane ? 'over the plane' : 'of a network, beside its linearisation at the start'}.`,
      '',
      isPlane
        ? 'Prints k,side,t1,t2,loss, and where each side rests.'
        : 'Prints k,side,loss, and what is proved of the right side.',
      '',
      "Sums run in the page's order, so that its numbers agree to the last bit.",
      ...(isPlane ? [] : ['The samples stand in it as numbers, since sines differ in the last bit.']),
    ],
    modules: [symmetricEigen, federated],
    lines: [
      `steps = ${steps}  # rounds`,
      `K = ${local}  # local steps a round`,
      `server = ${pythonNumber(server)}  # server step`,
      ...(isPlane ? planeLines(info, values) : networkLines(values)),
    ],
    ...(network && { definitions: dataOf(network.info, network.prepared.data.inputs) }),
  };
}

/** Writes the given eta, else c over the largest curvature. */
function stepOf({ step, c }: FedValues, largest: string): string {
  const eta = step === null ? `step_length(${pythonNumber(c)}, ${largest})` : pythonNumber(step);
  return `eta = ${eta}  # local step`;
}

const RIGHT = {
  ...{ rounds: 'plane', work: 'plane.together()', equal: 'plane.equal()', scaffold: 'plane' },
  prox: 'plane.proximal(mu)',
} as const;

function planeLines({ versus, sides, start }: PlaneInfo, values: FedValues): string[] {
  const { count, hessians, minima } = sides.left.clients;
  const t = `np.array(${pythonList(start)}, dtype=float)`;
  const drawn = [`H, b, t = draw_clients(${values.seed}, N=${count})`, ...(values.start ? [`t = ${t}`] : [])];
  const given = [
    `H = np.array(${pythonList(hessians)}, dtype=float).reshape(${count}, 2, 2)`,
    `b = np.array(${pythonList(minima)}, dtype=float).reshape(${count}, 2)`,
    `t = ${t}  # the start`,
  ];
  const K = versus === 'rounds' ? '1' : 'K';
  return [
    ...(values.quad === 'drawn' ? drawn : given),
    'plane = Plane(H, b)',
    stepOf(values, 'plane.largest'),
    'left = average_plane(plane, plane.F, t, eta, K, server, steps)',
    ...(versus === 'prox' ? [`mu = ${pythonNumber(values.mu)}  # weight of the proximal term`] : []),
    `other = ${RIGHT[versus]}`,
    versus === 'scaffold'
      ? 'right = scaffold_plane(other, plane.F, t, eta, K, server, steps)'
      : `right = average_plane(other, plane.F, t, eta, ${K}, server, steps)`,
    'print_rounds(left, right, ("t1", "t2"))',
    'print_rest("left", plane, plane.F, eta, K, server)',
    versus === 'scaffold'
      ? 'print_radius("right", other, eta, K, server)'
      : `print_rest("right", other, plane.F, eta, ${K}, server)`,
  ];
}

function networkLines(values: FedValues): string[] {
  const { seed, m, paired } = values;
  return [
    'X, y, client = data()',
    `W = draw_start(${seed}, m=${m}, paired=${pythonFlag(paired)})`,
    'tangent = Linearisation(X, y, client, W)',
    stepOf(values, 'tangent.largest'),
    'left = average_network(X, y, client, W, eta, K, server, steps)',
    'right = tangent.average(eta, K, server, steps)',
    'print_rounds(left, right)',
    'tangent.print_rates(eta, K, server)',
  ];
}

function dataOf({ samples, angles, labels, owners, names }: NetworkInfo, inputs: Vector): string {
  const called = names.map((name, c) => `${c}: ${oneLine(name)}`);
  return [
    'def data():',
    '# X is (cos, sin, 1/2) / sqrt(5/4) of these angles:',
    ...pythonList(angles)
      .split('\n')
      .map((line) => `#     ${line.trim()}`),
    ...called.map((line) => `# client ${line}`),
    `X = np.array(${pythonList(inputs)}, dtype=float).reshape(${samples}, 3)`,
    `y = np.array(${pythonList(labels)}, dtype=float)`,
    `client = np.array(${pythonList(owners)})`,
    'return X, y, client',
  ]
    .join('\n')
    .replaceAll('\n', '\n    ');
}
