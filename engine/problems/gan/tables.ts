import type { SideName } from '../../contract.ts';
import type { TableRequest, TableShape } from '../../export/kinds.ts';
import { column, type ExportTable, type TableColumn } from '../../export/table.ts';
import { sidesShapes, sidesTable } from '../../export/tables/sides-table.ts';
import { walkSteps } from '../../export/tables/steps.ts';
import type { RunValues } from '../../run/create-run.ts';
import { gamePicture } from './game-reading.ts';
import type { GameInstance, Generator as Generated } from './instance.ts';
import type { GeneratorSide, PlayerTold } from './types.ts';

const SIDES = ['left', 'right'] as const satisfies readonly SideName[];

/** Numbers recorded per side. */
const RECORDED = { plane: 3, generator: 6 };

export function gameShapes(
  sides: GameInstance['sides'],
  generators: Readonly<Record<SideName, Generated>> | null,
): Record<string, TableShape> {
  const recorded = 1 + 2 * RECORDED[generators ? 'generator' : 'plane'];
  const run = sidesShapes(recorded, sides.left.dimension + sides.right.dimension);
  if (!generators) return run;
  const { left, right } = generators;
  const { m, dz, n } = left.data;
  const neurons = left.data.width + right.data.width;
  return {
    ...run,
    certificate: { columns: m + 4, rows: { others: neurons } },
    neurons: { columns: dz + 4, rows: { others: neurons }, steps: 'shown' },
    cloud: { columns: m + 2, rows: { others: 2 * n }, steps: 'shown', isEstimate: true },
  };
}

/** Returns null for other problems' kinds. */
export function gameTable(
  instance: GameInstance,
  values: RunValues,
  request: TableRequest,
): ExportTable | null {
  switch (request.kind) {
    case 'trajectories':
      return statesTable(instance, values, request);
    case 'certificate':
      return certificateTable(instance);
    case 'neurons':
      return neuronsTable(instance, values, request);
    case 'cloud':
      return cloudTable(instance, values, request);
    default:
      return null;
  }
}

const SIDE = column('side', '0 the left; 1 the right');
const neuron = column('j', 'number of the column and its neuron from 1 on');
const numbered = (count: number, name: string, about: string) =>
  Array.from({ length: count }, (_, i) => column(`${name}${i + 1}`, `number ${i + 1} of ${about}`));

function statesTable(instance: GameInstance, values: RunValues, request: TableRequest): ExportTable {
  const table = sidesTable(instance, values, request, true);
  const named = new Map(
    SIDES.flatMap((side) =>
      stateNames(instance, side).map((own, j) => [
        `${side}_${j + 1}`,
        column(`${side}_${own.name}`, own.about),
      ]),
    ),
  );
  return { ...table, columns: table.columns.map((own) => named.get(own.name) ?? own) };
}

function stateNames({ info, generators }: GameInstance, side: SideName): TableColumn[] {
  if (!generators) return [column('w', 'the generator'), column('d', 'the discriminator')];
  const { m, width, dz } = generators[side].data;
  const played =
    info.sides[side].kind === 'convex'
      ? numbered(width, 'h', 'h')
      : Array.from({ length: width * dz }, (_, at) => {
          const [j, q] = [Math.floor(at / dz) + 1, (at % dz) + 1];
          return column(`w${j}_${q}`, `weight ${q} of neuron ${j}`);
        });
  return [...played, ...numbered(m, 'd', 'the discriminator')];
}

function certificateTable({ info, generators }: GameInstance): ExportTable {
  const { m } = generators!.left.data;
  return {
    what: 'the certificate of the floor: what no generator of a width can reach, column by column',
    notes: [
      'floor = min of |x - V h|^2 over h >= 0; d* = x - V h*',
      'proof: h* >= 0; every v_j.d* <= 0; h*_j (v_j.d*) = 0',
      `x: ${[...info.mean].join(' ')}`,
      ...SIDES.flatMap((side) => {
        const { d, floor, violation } = generators![side].certificate;
        return [`${side}: floor = ${floor}; violation = ${violation}; d*: ${[...d].join(' ')}`];
      }),
    ],
    columns: [
      SIDE,
      neuron,
      ...numbered(m, 'v', 'the column v_j'),
      column('h', 'h*_j'),
      column('v_d', 'v_j.d*; 0 where h*_j is above 0'),
    ],
    *body() {
      for (const [s, side] of SIDES.entries()) {
        const { data, certificate } = generators![side];
        const { width, columns } = data;
        for (let j = 0; j < width; j++) {
          const v = Array.from({ length: m }, (_, i) => columns[i * width + j]!);
          const along = v.reduce((sum, own, i) => sum + own * certificate.d[i]!, 0);
          yield [s, j + 1, ...v, certificate.h[j]!, along];
        }
      }
    },
  };
}

/** Yields null at pauses; returns both sides' last pictures. */
function* picturesAt(
  instance: GameInstance,
  { steps }: ReturnType<typeof walkSteps>,
): Generator<null, Readonly<Record<SideName, PlayerTold>>> {
  const latest: Partial<Record<SideName, Float64Array<ArrayBuffer>>> = {};
  for (const step of steps()) {
    yield null;
    for (const side of SIDES) if (step?.[side]) latest[side] = step[side].iterate.slice();
  }
  const of = (side: SideName) =>
    gamePicture(instance.generators![side].data, latest[side]!, instance.info.sides[side] as GeneratorSide);
  return { left: of('left'), right: of('right') };
}

function neuronsTable(instance: GameInstance, values: RunValues, { last }: TableRequest): ExportTable {
  const { dz } = instance.generators!.left.data;
  const walk = walkSteps(instance, values, { last, every: 1 });
  return {
    what: 'the neurons of both sides at one round',
    notes: [
      `round ${last}`,
      'h_j: mean over the noise samples of relu(w_j.z)',
      'w: nan of a side played in h',
    ],
    columns: [
      SIDE,
      neuron,
      ...numbered(dz, 'w', 'w_j'),
      column('h', 'h_j'),
      column('v_d', 'v_j.d: above 0 the neuron is pushed out; below 0 pulled in'),
    ],
    *body() {
      const pictures = yield* picturesAt(instance, walk);
      for (const [s, side] of SIDES.entries()) {
        const { weights, hidden, pulls } = pictures[side];
        for (const [j, h] of hidden.entries()) {
          const w = Array.from({ length: dz }, (_, q) => weights[j * dz + q] ?? Number.NaN);
          yield [s, j + 1, ...w, h, pulls[j]!];
        }
      }
    },
    ends: walk.ends,
  };
}

function cloudTable(instance: GameInstance, values: RunValues, { last }: TableRequest): ExportTable {
  const { m, n } = instance.generators!.left.data;
  const walk = walkSteps(instance, values, { last, every: 1 });
  return {
    what: 'what both generators make of each noise sample at one round',
    notes: [`round ${last}`, 'V relu(W z_i): a linear discriminator sees its mean alone'],
    columns: [SIDE, column('i', 'number of the noise sample from 1 on'), ...numbered(m, 'g', 'the sample')],
    *body() {
      const pictures = yield* picturesAt(instance, walk);
      for (const [s, side] of SIDES.entries()) {
        const { cloud } = pictures[side];
        if (cloud.length > 0)
          for (let i = 0; i < n; i++) yield [s, i + 1, ...cloud.subarray(i * m, (i + 1) * m)];
      }
    },
    ends: walk.ends,
  };
}
