import './words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { CleanTold, ImageInfo, ImageTold } from '../../../../engine/problems/denoiser/types.ts';
import type { DisplayList } from '../../../charts/display-list.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { iterateAt, type SideAt, selectSide } from '../../../pictures/side-at.ts';
import type { Stage } from '../../../session/picture/extra-marks.ts';
import {
  type Canvas,
  createMemo,
  createPicture,
  type Describe,
  type Picture,
} from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import type { AppState } from '../../../session/store.ts';
import { viewOf } from '../../../session/view.ts';
import { isBare } from '../../kit/say.ts';
import { imageOf } from '../denoiser-info.ts';
import type { DenoiserMark } from '../denoiser-marks.ts';
import { walkedImage } from '../explain-marks.ts';
import { saidDecibels, saidPixel } from '../image-numbers.ts';
import {
  type BoardInput,
  drawBoard,
  drawGround,
  drawLive,
  type Spot,
  type Tile,
  type TilePlane,
} from './board.ts';
import { IMAGES, SPOT } from './info.ts';
import {
  beyondScale,
  errorRaster,
  frequencyAt,
  IMAGE_SIDE,
  type Rgba,
  skyRaster,
  spectrumRaster,
  waveAt,
} from './tile-raster.ts';

/** Tiles of a side (estimate, error, data, spectrum), and of the truth with CLEAN. */

interface SideBoard {
  readonly info: ImageInfo | null;
  readonly at: SideAt;
  readonly told: ImageTold | null;
  readonly spot: Spot | null;
  readonly extra: AppState['extra'];
  readonly bare: boolean;
}

export const SIDE_PLANES: readonly TilePlane[] = ['image', 'image', 'image', 'frequency'];

/** Returns a side's image at the shown step or walked stage. */
function imageAt({ at, extra }: Pick<SideBoard, 'at' | 'extra'>, side: SideName): ArrayLike<number> {
  return walkedImage(extra, side) ?? iterateAt(at);
}

const STAGES: Readonly<Partial<Record<Stage, 'x' | 'z' | 'denoised' | 'after'>>> = {
  forward: 'x',
  gradient: 'z',
  off: 'denoised',
  step: 'after',
};

const boardOf = (
  info: ImageInfo,
  bare: boolean,
  { size, drawStyle, t }: Canvas,
  dirty: Rgba | null,
): BoardInput => ({
  ...size,
  ...drawStyle,
  read: null,
  names: { sky: 'x', error: info.truth ? t('image.tile.error') : null },
  large: { plane: 'image', rgba: null, caption: '' },
  small: [
    { plane: 'image', rgba: null, caption: t('image.tile.error') },
    { plane: 'image', rgba: dirty, caption: t('image.tile.dirty', { bare }), still: true },
    { plane: 'frequency', rgba: null, caption: t('image.tile.visibilities', { bare }) },
  ],
});

export function createGround(): Picture<{ readonly info: ImageInfo | null; readonly bare: boolean }> {
  const dirty = createMemo<Rgba>();
  return createPicture({
    select({ store }) {
      const state = store.getState();
      return { info: imageOf(state), bare: isBare(state) };
    },
    draw: ({ info, bare }, canvas) =>
      info
        ? drawGround(
            boardOf(
              info,
              bare,
              canvas,
              dirty([info.dirty], () => skyRaster(info.dirty)),
            ),
          )
        : [],
  });
}

/** `isRead` shows the pixel being read (page only). */
export function createBoard(side: SideName, isRead = false): Picture<SideBoard> {
  const select = selectSide(side);
  const [sky, error, spectrum] = [createMemo<Rgba>(), createMemo<Rgba>(), createMemo<Rgba>()];
  return createPicture({
    select(snapshot, t) {
      const state = snapshot.store.getState();
      return {
        info: imageOf(state),
        at: select(snapshot, t),
        told: IMAGES.now(state, 'images')?.[side] ?? null,
        spot: isRead ? SPOT.of(state) : null,
        extra: state.extra,
        bare: isBare(state),
      };
    },
    draw(state, canvas) {
      const { info, at, told, extra, spot, bare } = state;
      const { t } = canvas;
      const image = imageAt(state, side);
      if (!info || image.length !== IMAGE_SIDE ** 2) return [];
      const { truth, mask } = info;
      const key = [at, extra?.stage, extra?.update];
      const stage = walkedImage(extra, side) ? STAGES[extra!.stage!] : undefined;
      const lit = (extra?.highlight ?? null) as DenoiserMark | null;
      const board = boardOf(info, bare, canvas, null);
      const [wrong, dirty, measured] = board.small as [Tile, Tile, Tile];
      return drawLive({
        ...board,
        read: spot,
        large: {
          plane: 'image',
          rgba: sky(key, () => skyRaster(image)),
          caption: t(`image.tile.${stage ?? 'estimate'}`),
          note: beyondWords(image, bare, t),
          lit: lit === side,
        },
        small: [
          {
            ...wrong,
            rgba: truth && error([...key, truth], () => errorRaster(image, truth)),
            lit: lit === 'error',
          },
          { ...dirty, lit: lit === 'dirty' },
          {
            ...measured,
            rgba: told && spectrum([told, mask], () => spectrumRaster(told.spectrum, mask)),
            lit: lit === 'measured',
          },
        ],
      });
    },
  });
}

/** Reports pixels beyond the fixed scale; empty if none. */
function beyondWords(image: ArrayLike<number>, bare: boolean, t: Translate): string {
  const { above, below, most } = beyondScale(image);
  return above + below === 0 ? '' : t('image.beyond', { above, below, most: saidPixel(most), bare });
}

interface TruthBoard {
  readonly info: ImageInfo | null;
  readonly clean: CleanTold | null;
  readonly spot: Spot | null;
}

export const TRUTH_PLANES: readonly TilePlane[] = ['image', 'image'];

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

/** Returns the index in an image or a spectrum. */
const atSpot = ({ plane, row, column }: Spot): number =>
  plane === 'image' ? IMAGE_SIDE * row + column : frequencyAt(row, column);

/** Describes the pixel or frequency being read; empty if none. */
export function spotWords(snapshot: Snapshot, side: SideName, t: Translate): string {
  const state = snapshot.store.getState();
  const [info, spot] = [imageOf(state), SPOT.of(state)];
  if (!info || !spot) return '';
  const i = atSpot(spot);
  const { row, column } = spot;
  if (spot.plane === 'frequency') {
    const told = IMAGES.now(state, 'images')?.[side];
    return t('image.read.frequency', {
      wave: [waveAt(row), waveAt(column)],
      measured: info.mask[i] === 1,
      now: told ? saidPixel(told.spectrum[i]!) : '–',
      data: saidPixel(info.measured[i]!),
      bare: isBare(state),
    });
  }
  const image = imageAt({ at: selectSide(side)(snapshot, t), extra: state.extra }, side);
  const truth = info.truth?.[i];
  return t('image.read.pixel', {
    place: [row + 1, column + 1],
    estimate: saidPixel(image[i]!),
    truth: truth === undefined ? null : [saidPixel(truth), saidPixel(image[i]! - truth)],
    bare: isBare(state),
  });
}

export function boardHint(snapshot: Snapshot, side: SideName, t: Translate): string {
  const state = snapshot.store.getState();
  if (!imageOf(state)) return '';
  const image = imageAt({ at: selectSide(side)(snapshot, t), extra: state.extra }, side);
  const { above, below } = beyondScale(image);
  return t('image.hint', { beyond: above + below, bare: isBare(state) });
}

/** Describes the pixel being read; empty if none. */
export function truthWords(state: AppState, t: Translate): string {
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
export const truthHint = (state: AppState, t: Translate): string =>
  imageOf(state) ? t('image.truth.hint', { known: imageOf(state)!.truth !== null, bare: isBare(state) }) : '';

function brightest(image: ArrayLike<number>): { place: readonly [number, number]; value: string } {
  let best = 0;
  for (let i = 1; i < image.length; i++) if (image[i]! > image[best]!) best = i;
  return {
    place: [Math.floor(best / IMAGE_SIDE) + 1, (best % IMAGE_SIDE) + 1],
    value: saidPixel(image[best]!),
  };
}

export const describeBoard =
  (side: SideName): Describe =>
  (snapshot, state, t) => {
    const info = imageOf(state);
    const image = imageAt({ at: selectSide(side)(snapshot, t), extra: state.extra }, side);
    const title = viewOf(state).title(state, side, t);
    if (!info || image.length === 0) return title;
    return t('alt.image.board', {
      title,
      brightest: brightest(image),
      beyond: beyondWords(image, false, t),
      visibilities: info.visibilities,
    });
  };

export const describeTruth: Describe = (_, state, t) => {
  const [info, clean] = [imageOf(state), IMAGES.now(state, 'clean')];
  if (!info) return '';
  return t('alt.image.truth', {
    truth: info.truth ? brightest(info.truth) : null,
    clean: clean ? brightest(clean.image) : null,
    snr: clean && info.truth ? saidDecibels(clean.snr) : '',
  });
};
