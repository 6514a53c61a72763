import type { Answers } from '../../../problem.ts';
import { foundAtOnce } from '../../../search.ts';
import type { DenoiserInstance } from '../instance.ts';
import type { BasinsReading, CurvesReading, LevelsReading } from '../types.ts';
import { pixelBasins } from './basins.ts';
import { pixelCurves, pixelLevels } from './levels.ts';

export function pixelReadings({
  info,
  pixels,
}: DenoiserInstance): Answers<BasinsReading | CurvesReading | LevelsReading> {
  return {
    basins: ({ side, cells }) =>
      info.level === 'pixels' ? pixelBasins(pixels![side], info.sides[side], cells) : null,
    curves: ({ at }) =>
      pixels && foundAtOnce({ left: pixelCurves(pixels.left, at), right: pixelCurves(pixels.right, at) }),
    levels: (asked) => (info.level === 'pixels' ? pixelLevels(info, asked) : null),
  };
}
