import type { SideName } from '../../contract.ts';
import type { TableRequest, TableShape } from '../../export/kinds.ts';
import { column, type ExportTable, type TableColumn } from '../../export/table.ts';
import { sidesShapes, sidesTable } from '../../export/tables/sides-table.ts';
import { walkSteps } from '../../export/tables/steps.ts';
import type { RunValues } from '../../run/create-run.ts';
import { SIDES } from '../../side-names.ts';
import { createClean } from './image/clean.ts';
import type { DenoiserInstance, ImageModel, PixelModel } from './instance.ts';
import { IMAGE_PIXELS, IMAGE_SIDE } from './names.ts';
import type { DenoiserInfo, ImageInfo, PixelsInfo } from './types.ts';

/** Series of both sides; the left of an image has CLEAN's too. */
const RECORDED = { pixels: 7 + 7, image: 8 + 7 };
/** Points z from -1 to 2. */
const PLACES = 301;
/** Steps of CLEAN between two pauses. */
const STEPS = 100;

export function denoiserShapes(info: DenoiserInfo): Record<string, TableShape> {
  const recorded = 1 + RECORDED[info.level];
  const states = 2 * (info.level === 'pixels' ? 2 : IMAGE_PIXELS);
  const run = sidesShapes(recorded, states);
  const others = (columns: number, rows: number) => ({ columns, rows: { others: rows } });
  if (info.level === 'image')
    return {
      ...run,
      images: { ...others(7, IMAGE_PIXELS), steps: 'shown' },
      frequencies: others(6, IMAGE_PIXELS),
    };
  const rests = SIDES.reduce((sum, side) => sum + (info.sides[side].rests?.length ?? 0), 0);
  return { ...run, rests: others(7, rests), denoisers: others(7, PLACES) };
}

/** Returns null for other problems' kinds. */
export function denoiserTable(
  instance: DenoiserInstance,
  values: RunValues,
  request: TableRequest,
): ExportTable | null {
  const { info, pixels, image } = instance;
  if (request.kind === 'trajectories')
    return sidesTable(instance, values, request, true, () => (info.level === 'image' ? PIXELS : PAIR));
  if (info.level === 'image')
    switch (request.kind) {
      case 'images':
        return imagesTable(instance, info, values, request);
      case 'frequencies':
        return frequenciesTable(info, image!);
    }
  else
    switch (request.kind) {
      case 'rests':
        return restsTable(info);
      case 'denoisers':
        return denoisersTable(pixels!);
    }
  return null;
}

const PAIR = [column('x1', 'the first pixel'), column('x2', 'the second pixel')];
const PLACE = [column('i', 'row, from 0'), column('j', 'column, from 0')];
const placeOf = (at: number) => [Math.floor(at / IMAGE_SIDE), at % IMAGE_SIDE] as const;
const PIXELS: readonly TableColumn[] = Array.from({ length: IMAGE_PIXELS }, (_, at) => {
  const [i, j] = placeOf(at);
  return column(`x${i}_${j}`, `pixel in row ${i}, column ${j}, counted from 0`);
});

function imagesTable(
  instance: DenoiserInstance,
  { truth, dirty, mask }: ImageInfo,
  values: RunValues,
  { last }: TableRequest,
): ExportTable {
  const walk = walkSteps(instance, values, { last, every: 1 });
  return {
    what: 'both images at one round, row by row',
    notes: [
      `round ${last}; of a side that has ended its last one`,
      'clean: after as many steps; the model, smoothed, with the residual',
    ],
    columns: [
      ...PLACE,
      column('truth', 'the sky; nan where a file gives visibilities alone'),
      column('dirty', 'the inverse transform of what is measured'),
      column('left', 'the image of the free side'),
      column('right', 'the image of the nonexpansive side'),
      column('clean', 'the image of CLEAN'),
    ],
    *body() {
      const latest: Partial<Record<SideName, Float64Array>> = {};
      for (const step of walk.steps()) {
        yield null;
        for (const side of SIDES) if (step?.[side]) latest[side] = step[side].iterate.slice();
      }
      const clean = createClean(dirty, mask);
      for (let k = 0; k < last; k++) {
        clean.step();
        if (k % STEPS === 0) yield null;
      }
      const restored = new Float64Array(IMAGE_PIXELS);
      clean.restore(restored);
      for (let at = 0; at < IMAGE_PIXELS; at++)
        yield [
          ...placeOf(at),
          truth?.[at] ?? Number.NaN,
          dirty[at]!,
          latest.left?.[at] ?? Number.NaN,
          latest.right?.[at] ?? Number.NaN,
          restored[at]!,
        ];
    },
    ends: walk.ends,
  };
}

function frequenciesTable(
  { mask, certificate, right, rate }: ImageInfo,
  { visibilities: { re, im } }: ImageModel,
): ExportTable {
  const { largestGain, smallestGain, slopes, broken } = certificate;
  return {
    what: 'which frequencies are measured, and what the filters of ridge let through',
    notes: [
      'transforms are unitary: the factor is 1/32 both ways',
      `ridge: G from ${smallestGain} to ${largestGain}; slopes from ${slopes[0]} to ${slopes[1]}`,
      right === 'handmade'
        ? 'the right is no ridge but handmade: firmly nonexpansive'
        : broken.length > 0
          ? `not certified: ${broken.map(({ law, found }) => `${law} ${found}`).join(', ')}`
          : 'certified: G <= 1 and slopes in [0, 1]',
      rate === null ? 'the right has no rate' : `rate of the right: ${rate}`,
    ],
    columns: [
      column('k1', 'frequency along the rows, 0 to 31'),
      column('k2', 'frequency along the columns, 0 to 31'),
      column('measured', '1 or 0'),
      column('re', 'real part of the visibility; 0 where it is not measured'),
      column('im', 'its imaginary part'),
      column('gain', 'G, the sum of the squares of the filters of ridge there'),
    ],
    *body() {
      for (let k = 0; k < IMAGE_PIXELS; k++)
        yield [...placeOf(k), mask[k]!, re[k]!, im[k]!, certificate.gains[k]!];
    },
  };
}

function restsTable({ c, sides, y, phi }: PixelsInfo): ExportTable {
  return {
    what: 'every rest point x = T(x) of both sides',
    notes: [
      `phi: ${phi.join(' ')}; y: ${y}; c: ${c}`,
      ...SIDES.flatMap((side) => {
        const { segment, guaranteedBelow, rate } = sides[side];
        return [
          ...(segment ? [`${side}: the rest points are the segment from ${segment.join(' to ')}`] : []),
          `${side}: no cycle for c below ${guaranteedBelow}${rate === null ? '' : `; distances shrink by ${rate}`}`,
        ];
      }),
    ],
    columns: [
      column('side', '0 the left; 1 the right'),
      ...PAIR,
      column('kind', 'stable, saddle, flipping or repelling'),
      column('largest', 'the largest |eigenvalue| of DT there'),
      column('index', 'the sign of det(I - DT); 0 where it is degenerate'),
      column('value', 'F there'),
    ],
    *body() {
      for (const [s, side] of SIDES.entries())
        for (const { at, kind, largest, index, height } of sides[side].rests ?? [])
          yield [s, ...at, kind, largest, index, height];
    },
  };
}

function denoisersTable(models: Readonly<Record<SideName, PixelModel>>): ExportTable {
  return {
    what: 'the denoisers of a pixel, their slopes, and the functions that they are the prox of',
    notes: SIDES.map((side) => {
      const { largestSlope, cap, crossing } = models[side].denoiser;
      return `${side}: largest slope ${largestSlope}${cap === null ? '' : `; the capped line ends at z = ${1 - crossing!} and ${crossing}`}`;
    }),
    columns: [
      column('z', 'what is denoised; of h the place'),
      ...SIDES.flatMap((side) => [
        column(`${side}_D`, 'D(z)'),
        column(`${side}_slope`, "D'(z)"),
        column(`${side}_h`, 'h(z), 0 at 1/2'),
      ]),
    ],
    *body() {
      for (let at = 0; at < PLACES; at++) {
        const z = (at - 100) / 100;
        yield [
          z,
          ...SIDES.flatMap((side) => {
            const { denoiser } = models[side];
            return [denoiser.apply(z), denoiser.slope(z), denoiser.prox(z)];
          }),
        ];
      }
    },
  };
}
