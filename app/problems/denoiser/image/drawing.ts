import './words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { ImageInfo, ImageTold } from '../../../../engine/problems/denoiser/types.ts';
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
import { saidPixel } from '../image-numbers.ts';
import { type BoardInput, drawGround, drawLive, type Spot, type Tile } from './board.ts';
import { boardShows, IMAGES, type Shows, SPOT } from './info.ts';
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

/** Tiles of a side: estimate, error, data, spectrum. */

interface SideBoard {
  readonly shows: Shows;
  readonly info: ImageInfo | null;
  readonly at: SideAt;
  readonly told: ImageTold | null;
  readonly spot: Spot | null;
  readonly extra: AppState['extra'];
  readonly bare: boolean;
}

/** Returns a side's image at the shown step or walked stage, or what was measured. */
function imageAt(
  { info, shows, at, extra }: Pick<SideBoard, 'info' | 'shows' | 'at' | 'extra'>,
  side: SideName,
): ArrayLike<number> {
  return shows === 'measured' && info ? info.dirty : (walkedImage(extra, side) ?? iterateAt(at));
}

const imageNow = (snapshot: Snapshot, side: SideName, t: Translate): ArrayLike<number> => {
  const state = snapshot.store.getState();
  const shown = { info: imageOf(state), shows: boardShows(state), extra: state.extra };
  return imageAt({ ...shown, at: selectSide(side)(snapshot, t) }, side);
};

const STAGES: Readonly<Partial<Record<Stage, 'x' | 'z' | 'denoised' | 'after'>>> = {
  forward: 'x',
  gradient: 'z',
  off: 'denoised',
  step: 'after',
};

interface Ground {
  readonly shows: Shows;
  readonly info: ImageInfo | null;
  readonly bare: boolean;
}

function boardOf(
  { info, shows, bare }: Ground & { readonly info: ImageInfo },
  { size, drawStyle, t }: Canvas,
  dirty: Rgba | null,
): BoardInput {
  const error: Tile = { plane: 'image', rgba: null, caption: t('image.tile.error') };
  const named = shows === 'all' ? t('image.tile.dirty', { bare }) : t('image.tile.measured');
  const measured: Tile = { plane: 'image', rgba: dirty, caption: named, still: true };
  const spectrum: Tile = { plane: 'frequency', rgba: null, caption: t('image.tile.visibilities', { bare }) };
  // The error takes the measured image's place, so that no image changes its size.
  const small: readonly Tile[] = {
    all: [error, measured, spectrum],
    error: [error],
    estimate: [measured],
    measured: [],
  }[shows];
  return {
    ...size,
    ...drawStyle,
    read: null,
    names: { sky: 'x', error: info.truth && small[0] === error ? t('image.tile.error') : null },
    large: { plane: 'image', rgba: null, caption: '' },
    small,
  };
}

export function createGround(): Picture<Ground> {
  const dirty = createMemo<Rgba>();
  return createPicture({
    select({ store }) {
      const state = store.getState();
      return { shows: boardShows(state), info: imageOf(state), bare: isBare(state) };
    },
    draw: ({ info, ...ground }, canvas) =>
      info
        ? drawGround(
            boardOf(
              { ...ground, info },
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
        shows: boardShows(state),
        info: imageOf(state),
        at: select(snapshot, t),
        told: IMAGES.now(state, 'images')?.[side] ?? null,
        spot: isRead ? SPOT.of(state) : null,
        extra: state.extra,
        bare: isBare(state),
      };
    },
    draw(state, canvas) {
      const { info, at, told, extra, spot, bare, shows } = state;
      const { t } = canvas;
      const image = imageAt(state, side);
      if (!info || image.length !== IMAGE_SIDE ** 2) return [];
      const { truth, mask } = info;
      const key = [shows === 'measured' ? info.dirty : at, extra?.stage, extra?.update];
      const stage = walkedImage(extra, side) ? STAGES[extra!.stage!] : undefined;
      const lit = (extra?.highlight ?? null) as DenoiserMark | null;
      const board = boardOf({ ...state, info }, canvas, null);
      return drawLive({
        ...board,
        read: spot,
        large: {
          plane: 'image',
          rgba: sky(key, () => skyRaster(image)),
          caption: t(`image.tile.${stage ?? (shows === 'measured' ? shows : 'estimate')}`),
          note: shows === 'measured' ? '' : beyondWords(image, bare, t),
          lit: lit === side,
        },
        small: board.small.map((tile, i) => {
          if (tile.still) return { ...tile, lit: lit === 'dirty' };
          const rgba =
            i === 0
              ? truth && error([...key, truth], () => errorRaster(image, truth))
              : told && spectrum([told, mask], () => spectrumRaster(told.spectrum, mask));
          return { ...tile, rgba, lit: lit === (i === 0 ? 'error' : 'measured') };
        }),
      });
    },
  });
}

/** Reports pixels beyond the fixed scale; empty if none. */
function beyondWords(image: ArrayLike<number>, bare: boolean, t: Translate): string {
  const { above, below, most } = beyondScale(image);
  return above + below === 0 ? '' : t('image.beyond', { above, below, most: saidPixel(most), bare });
}

/** Returns the index in an image or a spectrum. */
export const atSpot = ({ plane, row, column }: Spot): number =>
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
  const image = imageNow(snapshot, side, t);
  const shows = boardShows(state);
  const truth = shows === 'all' || shows === 'error' ? info.truth?.[i] : undefined;
  return t('image.read.pixel', {
    measured: shows === 'measured',
    place: [row + 1, column + 1],
    estimate: saidPixel(image[i]!),
    truth: truth === undefined ? null : [saidPixel(truth), saidPixel(image[i]! - truth)],
    bare: isBare(state),
  });
}

export function boardHint(snapshot: Snapshot, side: SideName, t: Translate): string {
  const state = snapshot.store.getState();
  if (!imageOf(state) || boardShows(state) !== 'all') return '';
  const { above, below } = beyondScale(imageNow(snapshot, side, t));
  return t('image.hint', { beyond: above + below, bare: isBare(state) });
}

export function brightest(image: ArrayLike<number>): { place: readonly [number, number]; value: string } {
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
    const image = imageNow(snapshot, side, t);
    const title = viewOf(state).title(state, side, t);
    if (!info || image.length === 0) return title;
    return t('alt.image.board', {
      title,
      measured: boardShows(state) === 'measured',
      brightest: brightest(image),
      beyond: beyondWords(image, false, t),
      visibilities: info.visibilities,
    });
  };
