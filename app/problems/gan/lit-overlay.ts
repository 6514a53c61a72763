import type { SideName } from '../../../engine/contract.ts';
import { type Mark, pathMark, penStroke } from '../../charts/display-list.ts';
import { textWidth } from '../../charts/text-width.ts';
import type { Translate } from '../../i18n/messages.ts';
import { mapText } from '../../pictures/landscape/frame.ts';
import { iterateAt, selectSide } from '../../pictures/side-at.ts';
import { fieldOf } from '../../session/picture/in-plane.ts';
import type { AppState } from '../../session/store.ts';
import type { FieldOverlay } from '../fields/field-map.ts';
import { finite, halos } from '../kit/halo-marks.ts';
import { type RoundScene, stageMarks } from './explain-marks.ts';

interface Lit {
  readonly extra: AppState['extra'];
  readonly orbit: ArrayLike<number>;
  readonly saddle: ArrayLike<number>;
  /** State of the side. */
  readonly x: number;
  readonly y: number;
  readonly lines: string;
}

/** Draws highlight, stages and `words` on the map's lines. */
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
      return { extra, orbit: of('cycle'), saddle: of('saddle'), x, y, lines: words(state, t) };
    },
    tell: (_, state, t) => words(state, t),
    draw({ extra, orbit, saddle, x, y, lines }, plane, { drawStyle }) {
      const { palette, scale } = drawStyle;
      const { rect } = plane;
      const [size, x0, y0] = [12 * scale, rect.x + 8 * scale, rect.y + rect.height - 12 * scale];
      const wide = textWidth(lines, size);
      const hasRoom = wide + 16 * scale <= rect.width;
      const below = hasRoom ? [mapText(lines, x0 + wide / 2, y0, size, palette, scale)] : [];
      if (!extra) return { below };
      const lit = [penStroke(palette.mapInk, 7 * scale), penStroke(palette.plant, 4 * scale)];
      const pointed: Partial<Record<string, () => Mark[]>> = {
        [side]: () => halos(finite(plane.toPixel(x, y)), drawStyle),
        saddle: () => halos(finite(plane.toPixels(saddle)), drawStyle),
        ellipse: () => (orbit.length > 0 ? [pathMark([plane.toPixels(orbit)], lit)] : []),
      };
      return {
        below,
        above: [...(pointed[extra.highlight ?? '']?.() ?? []), ...stageMarks(extra, scene, plane, drawStyle)],
      };
    },
  };
}
