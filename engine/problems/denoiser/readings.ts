import type { Values } from '../../params.ts';
import type { Answers } from '../../problem.ts';
import { imageReadings } from './image/readings.ts';
import type { DenoiserInstance } from './instance.ts';
import { pixelReadings } from './pixels/readings.ts';
import type {
  BasinsReading,
  CleanReading,
  CurvesReading,
  ImagesReading,
  LevelsReading,
  QualityReading,
  SkiesReading,
  TwoStartsReading,
} from './types.ts';

export function denoiserReadings(
  instance: DenoiserInstance,
  values: Values,
): Answers<
  | BasinsReading
  | CleanReading
  | CurvesReading
  | ImagesReading
  | LevelsReading
  | QualityReading
  | SkiesReading
  | TwoStartsReading
> {
  return { ...pixelReadings(instance), ...imageReadings(instance, values) };
}
