import type { SideName } from '../../../engine/contract.ts';
import { type Mark, pathMark, penStroke } from '../../charts/display-list.ts';
import type { Translate } from '../../i18n/messages.ts';
import { cornerWords } from '../../pictures/landscape/frame.ts';
import { iterateAt, selectSide } from '../../pictures/side-at.ts';
import { isAsking } from '../../session/guessing.ts';
import { fieldOf } from '../../session/picture/in-plane.ts';
import type { AppState } from '../../session/store.ts';
import type { FieldOverlay } from '../fields/field-map.ts';
import { finite, halos } from '../kit/halo-marks.ts';
import { type RoundScene, stageMarks } from './explain-marks.ts';
import { planeOf } from './game-info.ts';
import { type Flat, flatLines } from './plane/flat-lines.ts';

interface Lit {
  readonly extra: AppState['extra'];
  readonly orbit: ArrayLike<number>;
  readonly saddle: ArrayLike<number>;
  /** State of the side. */
  readonly x: number;
  readonly y: number;
  readonly lines: string;
  readonly mean: number;
  /** NaN unless the plane's map asks. */
  readonly rho: number;
}

/** The plane while the page asks; else null. */
const asked = (state: AppState) => (isAsking(state) ? planeOf(state) : null);

/** Draws highlight, stages and `words` on the map's lines; while the plane asks, the lines where L is flat. */
export function litOverlay(
  side: SideName,
  isPair: boolean,
  words: (state: AppState, t: Translate) => string,
): FieldOverlay<Lit> {
  const at = selectSide(side);
  const scene: RoundScene = {
    ...{ side, isPair, mean: null, arrow: () => null },
    place: ({ generator: [first, second], discriminator: [d] }) => [first!, isPair ? d! : second!],
  };
  return {
    select(snapshot, t) {
      const state = snapshot.store.getState();
      const { opened, extra } = state;
      const marks = fieldOf(opened, side)?.[1].marks ?? [];
      const of = (kind: string) => marks.find((mark) => mark.kind === kind)?.at ?? [];
      const [x = Number.NaN, y = Number.NaN] = extra ? iterateAt(at(snapshot, t)) : [];
      const info = asked(state);
      const [mean, rho] = [info?.mean[0] ?? Number.NaN, info?.sides[side].rho ?? Number.NaN];
      return {
        extra,
        orbit: of('cycle'),
        saddle: of('saddle'),
        x,
        y,
        lines: info ? '' : words(state, t),
        mean,
        rho,
      };
    },
    tell: (_, state, t) => (asked(state) ? t('alt.gan.flat') : words(state, t)),
    draw({ extra, orbit, saddle, x, y, lines, mean, rho }, plane, { drawStyle, t }) {
      const { palette, scale } = drawStyle;
      const below = cornerWords([lines], plane.rect, drawStyle).marks;
      const names: Flat['names'] = [t('gan.flat', { player: 'w' }), t('gan.flat', { player: 'd' })];
      const named = Number.isNaN(rho) ? undefined : flatLines({ mean, rho, names }, plane, drawStyle);
      const ground = { below, ...(named && { named }) };
      if (!extra) return ground;
      const lit = [penStroke(palette.mapInk, 7 * scale), penStroke(palette.plant, 4 * scale)];
      const pointed: Partial<Record<string, () => Mark[]>> = {
        [side]: () => halos(finite(plane.toPixel(x, y)), drawStyle),
        saddle: () => halos(finite(plane.toPixels(saddle)), drawStyle),
        ellipse: () => (orbit.length > 0 ? [pathMark([plane.toPixels(orbit)], lit)] : []),
      };
      return {
        ...ground,
        above: [...(pointed[extra.highlight ?? '']?.() ?? []), ...stageMarks(extra, scene, plane, drawStyle)],
      };
    },
  };
}
