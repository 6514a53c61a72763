import './words.en.ts';
import './image.css';
import type { CleanTold, ImageInfo } from '../../../../engine/problems/denoiser/types.ts';
import type { DisplayList } from '../../../charts/display-list.ts';
import type { Translate } from '../../../i18n/messages.ts';
import {
  type Canvas,
  createMemo,
  createPicture,
  type Describe,
  type Picture,
} from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import { readPanel } from '../../kit/panel.tsx';
import { isBare } from '../../kit/say.ts';
import { imageOf } from '../denoiser-info.ts';
import { saidDecibels, saidPixel } from '../image-numbers.ts';
import { drawBoard, type Spot, type TilePlane } from './board.ts';
import { boardParts } from './board-parts.tsx';
import { atSpot, brightest } from './drawing.ts';
import { IMAGES, SPOT } from './info.ts';
import { type Rgba, skyRaster } from './tile-raster.ts';

/** Tiles of the truth and of CLEAN. */

interface TruthBoard {
  readonly info: ImageInfo | null;
  readonly clean: CleanTold | null;
  readonly spot: Spot | null;
}

const TRUTH_PLANES: readonly TilePlane[] = ['image', 'image'];

export function createTruth(isRead = false): Picture<TruthBoard> {
  const [large, small] = [createMemo<Rgba>(), createMemo<Rgba>()];
  return createPicture({
    select({ store }) {
      const state = store.getState();
      return {
        info: imageOf(state),
        clean: IMAGES.now(state, 'clean'),
        spot: isRead ? SPOT.of(state) : null,
      };
    },
    draw: ({ info, clean, spot }, canvas) =>
      info ? truthMarks(info, clean, spot, canvas, large, small) : [],
  });
}

type Kept = ReturnType<typeof createMemo<Rgba>>;

function truthMarks(
  info: ImageInfo,
  clean: CleanTold | null,
  read: Spot | null,
  { size, drawStyle, t }: Canvas,
  large: Kept,
  small: Kept,
): DisplayList {
  const image = info.truth ?? info.dirty;
  return drawBoard({
    ...size,
    ...drawStyle,
    read,
    names: { sky: 'x', error: null },
    large: {
      plane: 'image',
      rgba: large([image], () => skyRaster(image)),
      caption: info.truth ? t('image.tile.truth') : t('image.tile.dirty', { bare: false }),
    },
    small: [
      {
        plane: 'image',
        rgba: clean && small([clean.image], () => skyRaster(clean.image)),
        caption: t('image.tile.clean'),
        note: clean && info.truth ? t('image.decibels', { snr: saidDecibels(clean.snr) }) : '',
      },
    ],
  });
}

/** Describes the pixel being read; empty if none. */
function truthWords(state: AppState, t: Translate): string {
  const [info, spot, clean] = [imageOf(state), SPOT.of(state), IMAGES.now(state, 'clean')];
  if (!info || spot?.plane !== 'image') return '';
  const i = atSpot(spot);
  return t('image.read.truth', {
    place: [spot.row + 1, spot.column + 1],
    truth: info.truth ? saidPixel(info.truth[i]!) : null,
    clean: clean ? saidPixel(clean.image[i]!) : '–',
    dirty: saidPixel(info.dirty[i]!),
  });
}

/** Returns the hint while no pixel is read: the kind of sky. */
const truthHint = (state: AppState, t: Translate): string =>
  imageOf(state) ? t('image.truth.hint', { known: imageOf(state)!.truth !== null, bare: isBare(state) }) : '';

const describeTruth: Describe = (_, state, t) => {
  const [info, clean] = [imageOf(state), IMAGES.now(state, 'clean')];
  if (!info) return '';
  return t('alt.image.truth', {
    truth: info.truth ? brightest(info.truth) : null,
    clean: clean ? brightest(clean.image) : null,
    snr: clean && info.truth ? saidDecibels(clean.snr) : '',
  });
};

export const TRUTH = readPanel<Spot>({
  ...boardParts(() => TRUTH_PLANES),
  ...{ name: 'truth', className: 'board-read read-below', aspect: 0.6, narrow: 0.6 },
  title: (_, t) => t('image.truth.title'),
  label: (_, t) => t('aria.image.truth'),
  surface: (_, t) => t('aria.image.truth.surface'),
  picture: () => createTruth(true),
  still: () => createTruth(),
  tell: describeTruth,
  say: (_, { store }, t) => truthWords(store.getState(), t),
  hint: ({ store }, t) => truthHint(store.getState(), t),
});
