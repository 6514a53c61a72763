import '../round-words.en.ts';
import './tables/words.en.ts';
import './words.en.ts';
import './denoiser.css';
import type { ImageInfo, PixelsInfo } from '../../../engine/problems/denoiser/types.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import { shownNumber } from '../../session/run/kept-steps.ts';
import { FIELDS } from '../fields/follow-fields.ts';
import { defineView } from '../kit/define-view.ts';
import { imageOf, shortName } from './denoiser-info.ts';
import { IMAGE } from './image/view.ts';
import { shownSnr } from './image-numbers.ts';
import { PIXELS } from './pixels/view.ts';
import { RUNS } from './run-words.ts';

/** A denoiser in the place of the proximal step: trained freely against one that never stretches. */
export const DENOISER_VIEW = defineView<{ pixels: PixelsInfo; image: ImageInfo }>({
  levels: { pixels: PIXELS, image: IMAGE },
  levelOf: ({ level }) => level,
  followers: [FIELDS],
  figureTitle: (name, t) => t(dynamicKey('denoiser.figure', name)),
  shared: {
    wordy: true,
    unit: 'round',
    foretells: true,
    className: 'denoiser',
    short: shortName,
    help: {
      lines: ['help.denoiserStep', 'help.denoiserSides', 'help.denoiserPrice', 'help.denoiserOurs'],
      source: 'help.denoiserSource',
    },
    votes: (state) => (imageOf(state)?.truth ?? null) !== null,
    runs: RUNS,
    tables: { trajectories: 'estimates', curves: 'measures', rests: 'pixelrests' },
    raster: () => 'raster',
    loss: (snapshot, side) => shownSnr(shownNumber(snapshot, side, 'snr')),
    decimals: 2,
    readout: (number, t) => t('denoiser.readout', { number }),
    explain: () => import('./explanation.ts'),
  },
});
