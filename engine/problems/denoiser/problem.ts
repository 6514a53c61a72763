import type { SideName } from '../../contract.ts';
import { defineProblem } from '../../define-problem.ts';
import type { TermsReader } from '../../problem.ts';
import { aimOf } from './aims.ts';
import { DENOISER } from './card.ts';
import { denoiserFacts } from './facts.ts';
import type { GivenImage } from './image/given-image.ts';
import { loadWeights } from './image/load-weights.ts';
import { imageSides, type PreparedImage, prepareImage } from './image/sides.ts';
import { imageTerms } from './image/terms.ts';
import type { DenoiserInstance } from './instance.ts';
import { pixelSides } from './pixels/sides.ts';
import { pixelTerms } from './pixels/terms.ts';
import { denoiserReadings } from './readings.ts';
import { denoiserShapes, denoiserTable } from './tables.ts';
import type { ImageInfo } from './types.ts';

/** Loads the weights first, hence a promise; without them, two pixels still work. */
export const problem = loadWeights().then((weights) =>
  defineProblem<(typeof DENOISER)['params'], PreparedImage | null, DenoiserInstance>(DENOISER, {
    isPrepared: (_, { group }) => group === 'data',
    prepareData: (values, own) =>
      values.level === 'image' ? prepareImage(values, (own?.drawn ?? null) as GivenImage | null) : null,
    makeInstance(prepared, values) {
      const made = prepared
        ? { ...imageSides(prepared, weights, values), pixels: null }
        : { ...pixelSides(values), image: null };
      return { ...made, tables: denoiserShapes(made.info), aim: () => aimOf(values) };
    },
    parts: {
      readings: denoiserReadings,
      facts: denoiserFacts,
      table: denoiserTable,
      terms: (instance) => (instance.pixels ? pixelTerms(instance) : termsOfImage(instance)),
    },
    python: () => import('./python.ts'),
    report: () => import('./report.ts'),
  }),
);

function termsOfImage({ info, image }: DenoiserInstance): TermsReader {
  const rounds = (side: SideName) => imageTerms(info as ImageInfo, image!, side);
  return { rounds: { left: rounds('left'), right: rounds('right') } };
}
