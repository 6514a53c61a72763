import type { SideName } from '../../../../engine/contract.ts';
import { type Mark, pathMark, penStroke } from '../../../charts/display-list.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { formatNumberShort } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { mapText } from '../../../pictures/landscape/frame.ts';
import { iterateAt, selectSide } from '../../../pictures/side-at.ts';
import { fieldOf } from '../../../session/picture/in-plane.ts';
import type { AppState } from '../../../session/store.ts';
import type { Panel } from '../../../session/view.ts';
import type { FieldOverlay } from '../../fields/field-map.ts';
import { createFieldPanel } from '../../fields/field-panel.tsx';
import { finite, halos } from '../../kit/halo-marks.ts';
import { type RoundScene, stageMarks } from '../explain-marks.ts';
import { gameOf } from '../game-info.ts';
import { forecastWords } from '../game-words.ts';

/** Maps of (w, d), and of two weights with the value against the best discriminator. */

interface Lit {
  readonly extra: AppState['extra'];
  readonly orbit: ArrayLike<number>;
  readonly saddle: ArrayLike<number>;
  /** State of the side. */
  readonly x: number;
  readonly y: number;
  readonly lines: string;
}

/** Explains a map's lines: directions of a round (rounds do not follow them), or contours of Phi for two weights. */
function linesWords(state: AppState, side: SideName, t: Translate): string {
  const of = gameOf(state)?.sides[side];
  if (!of) return '';
  if (of.kind === 'plane') return t('gan.lines.plane', { first: of.rule === 'optimistic' });
  // Without a brake rho is taken as 1.
  return t('gan.lines.weights', { times: formatNumberShort(2 * (of.rho || 1)) });
}

/** Draws highlight and stages. */
function litOverlay(side: SideName, isPair: boolean): FieldOverlay<Lit> {
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
      return { extra, orbit: of('cycle'), saddle: of('saddle'), x, y, lines: linesWords(state, side, t) };
    },
    tell: (_, state, t) => linesWords(state, side, t),
    draw({ extra, orbit, saddle, x, y, lines }, plane, { drawStyle }) {
      const { palette, scale } = drawStyle;
      const { rect } = plane;
      const [size, x0, y0] = [12 * scale, rect.x + 8 * scale, rect.y + rect.height - 12 * scale];
      const below = [mapText(lines, x0 + textWidth(lines, size) / 2, y0, size, palette, scale)];
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

export const planePanel = (side: SideName): Panel =>
  createFieldPanel({
    side,
    facts: (state, t) => forecastWords(state, side, t),
    axes: (_, t) => ({ x: t('gan.axis.w'), y: t('gan.axis.d') }),
    overlay: litOverlay(side, true),
    mark: ({ kind }, _, t) => (kind === 'saddle' ? { kind, label: t('gan.mark.saddle') } : null),
  });

export const weightsPanel = (side: SideName): Panel =>
  createFieldPanel({
    side,
    axes: () => ({ x: 'w₁', y: 'w₂' }),
    overlay: litOverlay(side, false),
    mark: (_, __, t) => ({ kind: 'minimum', label: t('gan.mark.floor') }),
    height: (t) => t('gan.height'),
    // Corner of the words on contours.
    clear: ({ view: { x0, x1, y0 } }) => [x0, y0, x0 + (x1 - x0) / 3, y0],
  });
