import { pixelBasins } from '../../problems/denoiser/pixels/basins.ts';
import { pixelLevels } from '../../problems/denoiser/pixels/levels.ts';
import { pixelSides } from '../../problems/denoiser/pixels/sides.ts';
import { findAll } from '../../search.ts';
import { type Row, scaled, type Timing, timeInTurn, timeRow } from '../measure.ts';

const ROUNDS = 20_000;
const VALUES = { phi: [1, 0.6], truth: [1, 0.15], start: [0.2, 0.9], sigma: 0.2, spread: 0.05, cap: 0.95 };

/** Learned steps on two pixels: rounds with and without records, set-up, basins. */
export function pixelRows(): Row[] {
  const cycling = pixelSides({ ...VALUES, c: 1.98 });
  const { left } = cycling.sides;
  const x = new Float64Array(2);
  const [recorded, alone, made, basins, levels] = timeInTurn(2, 9, [
    () => {
      const run = left.iterate();
      let sum = 0;
      for (let k = 0; k < ROUNDS; k++) {
        run.step();
        sum += run.record().objective!;
      }
      return sum;
    },
    () => {
      x.set(VALUES.start);
      for (let k = 0; k < ROUNDS; k++) cycling.pixels.left.round(x, x);
      return x[0]!;
    },
    () => {
      let sum = 0;
      for (let k = 1; k <= 100; k++)
        sum += pixelSides({ ...VALUES, c: k / 50 }).info.sides.left.rests!.length;
      return sum;
    },
    () => findAll(pixelBasins(cycling.pixels.left, cycling.info.sides.left)).limits.length,
    () => {
      const values = Float64Array.from({ length: 100 }, (_, k) => 0.02 * (k + 1));
      return findAll(pixelLevels(cycling.info, { side: 'left', key: 'c', values })).length;
    },
  ]) as [Timing, Timing, Timing, Timing, Timing];
  return [
    timeRow('17h', 'two pixels: a round with its record', scaled(recorded, 1 / ROUNDS), 'us', 2),
    timeRow('17i', 'a round alone', scaled(alone, 1 / ROUNDS), 'us', 1),
    timeRow('17j', 'both sides with every rest point, mean of 100 steps', scaled(made, 1 / 100), 'ms', 1),
    timeRow('17k', 'basins of 41 x 41 starts, of which most cycle', basins, 'ms', 500),
    timeRow('17l', 'rest points and cycles at 100 steps', levels, 'ms', 1000),
  ];
}
