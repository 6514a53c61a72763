import type { SideName } from '../../../engine/contract.ts';
import { iterateAt, selectSide } from '../../pictures/side-at.ts';
import { fieldOf } from '../../session/in-plane.ts';
import type { AppState } from '../../session/store.ts';
import type { Panel } from '../../session/view.ts';
import type { FieldOverlay } from '../fields/field-map.ts';
import { createFieldPanel } from '../fields/field-panel.tsx';
import type { Point } from './cone-scene.ts';
import { type LitScene, litMarks } from './explain-marks.ts';
import { forecastWords } from './game-words.ts';

/** The maps of the plane, (w, d) with what a round moves, and those of two weights with the value against the best discriminator. */

interface Lit {
  readonly extra: AppState['extra'];
  readonly orbit: LitScene['orbit'];
  readonly saddle: ArrayLike<number> | null;
  /** Where the side stands. */
  readonly x: number;
  readonly y: number;
}

/** What the explanation lights up on a map, of the plane or of two weights. */
function litOverlay(side: SideName, isPlane: boolean): FieldOverlay<Lit> {
  const at = selectSide(side);
  const place: LitScene['place'] = ({ generator: [first, second], discriminator }) =>
    isPlane ? [first!, discriminator[0]!] : [first!, second!];
  const other = { side, place, isPair: isPlane, nearest: null, columns: [], cloud: [], arrow: () => null };
  return {
    select(snapshot, t) {
      const { opened, extra } = snapshot.store.getState();
      const marks = fieldOf(opened, side)?.[1].marks ?? [];
      const of = (kind: string) => marks.find((mark) => mark.kind === kind)?.at ?? null;
      const [x = Number.NaN, y = Number.NaN] = extra ? iterateAt(at(snapshot, t)) : [];
      return { extra, orbit: of('cycle') ?? [], saddle: of('saddle'), x, y };
    },
    draw({ extra, orbit, saddle, x, y }, plane, { drawStyle }) {
      if (!extra) return {};
      const mean: Point | null = saddle && [saddle[0]!, saddle[1]!];
      return { above: litMarks(extra, { ...other, orbit, mean, head: [x, y] }, plane, drawStyle) };
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
  });
