import type { Landscape, SideName } from '../../contract.ts';
import { instanceOf } from '../../fixtures/instances.ts';
import { createBasins, sampleBasins } from '../../landscapes/basins.ts';
import { describePlane } from '../../landscapes/plane-structure.ts';
import { createSideBasins } from '../../landscapes/side-basins.ts';
import { cellCentre } from '../../landscapes/window.ts';
import { createOptimizer } from '../../optimizers/update-rules.ts';
import { createNeuronLoss } from '../../problems/one-neuron/loss.ts';
import { sideSettings } from '../../run/create-run.ts';
import { plainRow, type Row, timeInTurn, written } from '../measure.ts';

const N = 10_000;
const SIZE = 256;
const VIEW = { x0: -2, x1: 2, y0: -2, y1: 2 };
/** Spacing of the cells on which the direct method runs. */
const EVERY = 101;

/** Ends of descent from every cell, both sides, all set-up included; compared with the run's own descent by direct sums. */
export function basinRows(): Row[] {
  const { instance, values } = instanceOf({ features: 'gauss', d: 2, n: N });
  const { samples, scaling, smoothness } = instance;
  const sides = ['left', 'right'] as const;
  const ends = { left: new Uint16Array(SIZE * SIZE), right: new Uint16Array(SIZE * SIZE) };
  const structure = describePlane(instance)!;
  const ours = () => {
    for (const side of sides)
      sampleBasins(
        ends[side],
        createSideBasins(instance, values, structure, side)!,
        VIEW,
        SIZE,
        0,
        SIZE * SIZE,
      );
    return ends.left[0]! + ends.right[0]!;
  };

  const { features, labels } = samples;
  const settings = sideSettings(instance, values);
  const direct = (side: SideName) =>
    createBasins({
      landscape: createNeuronLoss({
        features,
        labels,
        dimension: 2,
        leak: 0,
        blend: side === 'left' ? 0 : 1,
      }),
      planar: instance[side].planar()!,
      scaling,
      smoothness,
      stationary: structure[side],
      createOptimizer: (followed: Landscape) =>
        createOptimizer(settings[side].rule, followed, settings[side]),
      plainStep: null,
    });
  let cells = 0;
  let different = 0;
  const theirs = () => {
    cells = 0;
    different = 0;
    for (const side of sides) {
      const basins = direct(side);
      for (let cell = 0; cell < SIZE * SIZE; cell += EVERY) {
        const x = cellCentre(VIEW.x0, VIEW.x1, SIZE, cell % SIZE);
        const y = cellCentre(VIEW.y0, VIEW.y1, SIZE, Math.floor(cell / SIZE));
        if (basins.endOf(x, y) !== ends[side][cell]) different++;
        cells++;
      }
    }
    return different;
  };
  const [map] = timeInTurn(1, 5, [ours]);
  const [sample] = timeInTurn(0, 1, [theirs]);
  const ratio = (sample!.median * 2 * SIZE * SIZE) / cells / map!.median;
  return [
    plainRow(
      '4a',
      `basins ${SIZE} x ${SIZE}, both sides, n = ${N}`,
      map!.median / 1e3,
      's',
      `${written(map!)} (min/median)`,
    ),
    plainRow(
      '4b',
      `the same: direct sums (from 1 % of the cells, scaled) against sectors`,
      ratio,
      'x',
      `${different} of ${cells} descents end elsewhere by direct sums`,
    ),
  ];
}
