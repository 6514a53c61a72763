import type { SideName } from '../../../engine/contract.ts';
import type { Mark as FieldMark } from '../../../engine/field.ts';
import { pathMark, penStroke } from '../../charts/display-list.ts';
import { nameMark } from '../../charts/place-labels.ts';
import { sideStyle } from '../../charts/side-style.ts';
import { fieldOf } from '../../session/in-plane.ts';
import type { Panel } from '../../session/view.ts';
import type { FieldOverlay } from '../fields/field-map.ts';
import { createFieldPanel } from '../fields/field-panel.tsx';
import { forecastWords } from './game-words.ts';

/** The maps of the plane, (w, d) with what a round moves, and those of two weights with the value against the best discriminator. */

/** The orbit that the game keeps to, below its path. */
const orbitOn = (side: SideName): FieldOverlay<{ readonly orbit: FieldMark | null }> => ({
  select: ({ store }) => {
    const marks = fieldOf(store.getState().opened, side)?.[1].marks;
    return { orbit: marks?.find(({ kind }) => kind === 'cycle') ?? null };
  },
  draw({ orbit }, plane, { drawStyle, t }) {
    if (!orbit) return {};
    const { palette, scale } = drawStyle;
    const line = plane.toPixels(orbit.at);
    const strokes = [
      penStroke(palette.paper, 6 * scale),
      penStroke(sideStyle(side, drawStyle).color, 2.4 * scale, { dash: [2 * scale, 5 * scale] }),
    ];
    // Its lowest point has the name.
    let low = 0;
    for (let at = 2; at < line.length; at += 2) if (line[at + 1]! > line[low + 1]!) low = at;
    const at = { text: t('gan.mark.orbit'), x: line[low]!, y: line[low + 1]! + 13 * scale, size: 12 * scale };
    const name = nameMark(at, palette.ink, { color: palette.paper, width: 3 * scale });
    return { below: [pathMark([line], strokes, { role: 'ellipse' })], above: [name] };
  },
});

export const planePanel = (side: SideName): Panel =>
  createFieldPanel({
    side,
    facts: (state, t) => forecastWords(state, side, t),
    axes: (_, t) => ({ x: t('gan.axis.w'), y: t('gan.axis.d') }),
    mark: ({ kind }, _, t) => (kind === 'saddle' ? { kind, label: t('gan.mark.saddle') } : null),
    overlay: orbitOn(side),
  });

export const weightsPanel = (side: SideName): Panel =>
  createFieldPanel({
    side,
    axes: () => ({ x: 'w₁', y: 'w₂' }),
    mark: (_, __, t) => ({ kind: 'minimum', label: t('gan.mark.floor') }),
    height: (t) => t('gan.height'),
  });
