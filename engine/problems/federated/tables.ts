import type { SideName, Vector } from '../../contract.ts';
import type { TableRequest, TableShape } from '../../export/kinds.ts';
import { column, type ExportTable, type TableColumn } from '../../export/table.ts';
import { sidesShapes, sidesTable } from '../../export/tables/sides-table.ts';
import { walkSteps } from '../../export/tables/steps.ts';
import type { RunValues } from '../../run/create-run.ts';
import { SIDES } from '../../side-names.ts';
import { MAX_LOCAL } from './card.ts';
import type { FedInstance } from './instance.ts';
import { curvesOf } from './network/curves.ts';
import { planeRound } from './plane/round.ts';
import type { CurvesReading, NetworkInfo, PlaneInfo } from './types.ts';

/** Series of both sides. */
const RECORDED = { plane: 8, network: 6 };

export function fedShapes({ info, sides }: Pick<FedInstance, 'info' | 'sides'>): Record<string, TableShape> {
  const recorded = 1 + RECORDED[info.level];
  const run = sidesShapes(recorded, sides.left.dimension + sides.right.dimension);
  if (info.level === 'plane') {
    const points = SIDES.reduce((sum, side) => {
      const { clients, local } = info.sides[side];
      return sum + clients.count * (local + 1);
    }, 0);
    return {
      ...run,
      localpaths: { columns: 5, rows: { others: points }, steps: 'shown' },
      ...(info.sides.left.limit && { rests: { columns: 5, rows: { others: MAX_LOCAL } } }),
    };
  }
  const { samples, count } = info;
  return {
    ...run,
    samples: { columns: 3, rows: { others: samples } },
    circle: { columns: 3 + 2 * count, rows: { perSize: 1 }, steps: 'shown' },
    kernel: { columns: samples + 2, rows: { others: samples } },
  };
}

/** Returns null for other problems' kinds. */
export function fedTable(
  instance: FedInstance,
  values: RunValues,
  request: TableRequest,
): ExportTable | null {
  const { info } = instance;
  const { kind } = request;
  if (kind === 'trajectories')
    return sidesTable(instance, values, request, true, (side) => stateNames(instance, side));
  if (info.level === 'plane') {
    if (kind === 'localpaths') return pathsTable(instance, info, values, request);
    return kind === 'rests' ? restsTable(info) : null;
  }
  if (kind === 'samples') return samplesTable(info);
  if (kind === 'circle') return circleTable(instance, info, values, request);
  return kind === 'kernel' ? kernelTable(info) : null;
}

const numbered = (count: number, name: string, about: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => column(`${name}${i + 1}`, about(i + 1)));

/** Calls a client by name, else by number from 1. */
const calledIn = ({ names }: NetworkInfo, client: number) => names[client] ?? String(client + 1);

function stateNames({ info, sides }: FedInstance, side: SideName): TableColumn[] {
  if (info.level === 'plane') {
    const { method, clients } = info.sides[side];
    const at = numbered(2, 't', (i) => `coordinate ${i}`);
    if (method !== 'scaffold') return at;
    const variates = Array.from({ length: 2 * clients.count }, (_, i) => {
      const [c, axis] = [Math.floor(i / 2) + 1, (i % 2) + 1];
      return column(`c${c}_${axis}`, `coordinate ${axis} of the control variate of client ${c}`);
    });
    return [...at, ...variates, ...numbered(2, 'rho', (i) => `coordinate ${i} of the surrogate's minimum`)];
  }
  const { samples } = info;
  if (side === 'right')
    return [
      ...numbered(samples, 'u', (i) => `residual f - y at sample ${i}`),
      ...numbered(samples, 'alpha', (i) => `weight of the kernel at sample ${i}`),
    ];
  return Array.from({ length: sides.left.dimension }, (_, at) => {
    const [r, q] = [Math.floor(at / 3) + 1, (at % 3) + 1];
    return column(`w${r}_${q}`, `weight ${q} of neuron ${r}`);
  });
}

/** Yields null at pauses; returns both sides' last states. */
function* statesAt({ steps }: ReturnType<typeof walkSteps>): Generator<null, Record<SideName, Vector>> {
  const latest = { left: new Float64Array(0), right: new Float64Array(0) };
  for (const step of steps()) {
    yield null;
    for (const side of SIDES) if (step?.[side]) latest[side] = Float64Array.from(step[side].iterate);
  }
  return latest;
}

function pathsTable(
  instance: FedInstance,
  info: PlaneInfo,
  values: RunValues,
  { last }: TableRequest,
): ExportTable {
  const walk = walkSteps(instance, values, { last, every: 1 });
  return {
    what: 'the local steps of every client in one round',
    notes: [`round ${last}`, 'the average of the last points is where the server is led'],
    columns: [
      column('side', '0 the left; 1 the right'),
      column('client', 'its number from 1 on'),
      column('step', 'local step; 0 is where the round begins'),
      ...numbered(2, 't', (i) => `coordinate ${i}`),
    ],
    *body() {
      const at = yield* statesAt(walk);
      for (const [s, side] of SIDES.entries()) {
        const { paths } = planeRound(info.sides[side], info.mean, at[side]);
        for (const [c, path] of paths.entries())
          for (let k = 0; 2 * k < path.length; k++) yield [s, c + 1, k, path[2 * k]!, path[2 * k + 1]!];
      }
    },
    ends: walk.ends,
  };
}

function restsTable({ mean, rests, biases, slowests, sides }: PlaneInfo): ExportTable {
  const [x, y] = mean.at;
  return {
    what: 'where the left side rests with each number of local steps',
    notes: [
      `the minimum of F: ${x} ${y}`,
      `the limit as K grows: ${sides.left.limit!.join(' ')}`,
      ...SIDES.map((side) => {
        const { local, slowest, bound } = sides[side];
        return `${side}, K = ${local}: slowest factor of a round ${slowest}; proved bound: ${bound ?? 'none'}`;
      }),
    ],
    columns: [
      column('K', 'local steps a round'),
      ...numbered(2, 't', (i) => `coordinate ${i} of the rest`),
      column('bias', 'distance of the rest from the minimum of F'),
      column('factor', 'what a round multiplies the slowest part by'),
    ],
    *body() {
      for (const [k, bias] of biases.entries())
        yield [k + 1, rests[2 * k]!, rests[2 * k + 1]!, bias, slowests[k]!];
    },
  };
}

function samplesTable(info: NetworkInfo): ExportTable {
  const { angles, labels, owners } = info;
  return {
    what: 'the samples: a row each',
    notes: ['opened as own data they are the same samples'],
    columns: [
      column('angle', 'the angle', 'radians'),
      column('y', 'the label'),
      column('client', 'its client'),
    ],
    *body() {
      for (const [i, angle] of angles.entries()) yield [angle, labels[i]!, calledIn(info, owners[i]!)];
    },
  };
}

function kernelTable(info: NetworkInfo): ExportTable {
  const { kernel, samples, owners, largest, smallest, rank } = info;
  return {
    what: 'the kernel of the network at its start: H_ij = (x_i.x_j) (share of neurons that are active at both)',
    notes: [
      `largest eigenvalue of a client's block: ${largest}`,
      `smallest of H: ${smallest}; rank: ${rank}`,
    ],
    columns: [
      column('i', 'number of the sample from 1 on'),
      column('client', 'its client'),
      ...numbered(samples, 'H', (j) => `entry with sample ${j}`),
    ],
    *body() {
      for (let i = 0; i < samples; i++)
        yield [i + 1, calledIn(info, owners[i]!), ...kernel.subarray(i * samples, (i + 1) * samples)];
    },
  };
}

function circleTable(
  instance: FedInstance,
  info: NetworkInfo,
  values: RunValues,
  { last, size: points }: TableRequest,
): ExportTable {
  const walk = walkSteps(instance, values, { last, every: 1 });
  return {
    what: 'the curve over the circle, and the model of each client at the end of the round that begins there',
    notes: [
      `round ${last}`,
      ...Array.from({ length: info.count }, (_, c) => `client ${c + 1}: ${calledIn(info, c)}`),
    ],
    columns: [
      column('angle', 'where on the circle', 'radians'),
      ...SIDES.flatMap((side) => [
        column(`${side}_f`, `f of the ${side} side`),
        ...numbered(info.count, `${side}_client`, (c) => `f of client ${c}, ${side}`),
      ]),
    ],
    *body() {
      const search = curvesOf(instance.network!, { ...(yield* statesAt(walk)), points });
      while (search.step()) yield null;
      const told: CurvesReading['told'] = search.found();
      for (let j = 0; j < points; j++)
        yield [
          (2 * Math.PI * j) / points,
          ...SIDES.flatMap((side) => [
            told[side].curve[j]!,
            ...Array.from({ length: info.count }, (_, c) => told[side].locals[c * points + j]!),
          ]),
        ];
    },
    ends: walk.ends,
  };
}
