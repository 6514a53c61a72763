import type { ComponentType } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import type { Mark as FieldMark } from '../../../engine/field.ts';
import type { BasinGrid } from '../../charts/basin-picture.ts';
import type { Mark } from '../../charts/display-list.ts';
import type { AxisNames } from '../../charts/frame.ts';
import type { Plane } from '../../charts/geometry.ts';
import type { DrawnArrows } from '../../charts/marks/arrow-marks.ts';
import { dynamicKey, type Translate } from '../../i18n/messages.ts';
import type { Target } from '../../pictures/landscape/overlay.ts';
import { isAsking } from '../../session/guessing.ts';
import { fieldOf } from '../../session/picture/in-plane.ts';
import type { Canvas, Describe } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import type { AppState } from '../../session/store.ts';

/** Inputs of marks. While `asks` is set, a scene still asks a question that marks must not answer. */
type Known = Pick<AppState, 'opened' | 'openedProblem'> & { readonly asks: boolean };

/** A problem's definition of a side's own map (`AnySide.fields`); the panel draws the rest. */
export interface FieldMap<Input extends object = object> {
  readonly side: SideName;
  /** Names of the two coordinates; a triangle has none. */
  axes?(state: AppState, t: Translate): AxisNames;
  /** Names of a triangle's corners, one or more lines each, short on a small map. Default: those of its domain. */
  corners?(state: AppState, t: Translate, isSmall: boolean): readonly string[];
  /**
   * Symbol and name of a one-point mark; null hides it. Default: `LOOKS`, a cross for other kinds, named `mark.<problem>.<kind>` (empty
   * without such a word). Marks of several points are unnamed lines (`line-marks.ts`).
   */
  mark?(mark: FieldMark, known: Known, t: Translate): Pick<Target, 'kind' | 'label'> | null;
  /** True if a mark of several points is hidden, for example while a scene asks for what it shows. */
  isLeftOut?(mark: FieldMark, known: Known): boolean;
  /** Places as flat (x, y) that iso-line numbers avoid, as they avoid marks. */
  clear?(known: Known): ArrayLike<number>;
  /** Series of the side with the radius of a disc around its current point, per step. */
  readonly disc?: string;
  /** Name of an iteration; default: a round. */
  readonly unit?: 'step';
  /** Name of the height in read-outs; default “height”. */
  height?(t: Translate): string;
  /** Name of the function beneath it; default “beneath”. */
  under?(t: Translate): string;
  /** Coloured cells that a button or the key `ground` shows instead of the heights. */
  readonly regions?: RegionLayer;
  /** Curves and areas of the problem. */
  readonly overlay?: FieldOverlay<Input>;
  /** Buttons over the map; `planeNow` positions them. */
  readonly Buttons?: ComponentType<{ readonly planeNow: () => Plane }>;
}

/** Labelled cells in field coordinates; for a triangle, the unit square of its (x, y). */
export interface Regions extends BasinGrid {
  /** Colour '#RRGGBB' and name by label; empty for none. Negative labels are drawn as borders; -1 is off the triangle. */
  readonly colours: readonly string[];
  readonly names: readonly string[];
}

export interface RegionLayer {
  /** Name on the button and in descriptions. */
  name(t: Translate): string;
  /** Null until known; then referentially stable until the regions change. */
  select(snapshot: Snapshot, t: Translate): Regions | null;
}

/** A problem's overlay. `select` and `draw` follow a picture's rules: the same input on the same canvas returns the same list. */
export interface FieldOverlay<Input extends object = object> {
  select(snapshot: Snapshot, t: Translate): Input;
  /** Marks in plane pixels: below the dots and path; above them, with names to be placed; above everything. */
  draw(
    input: Input,
    plane: Plane,
    canvas: Canvas,
  ): Partial<Readonly<Record<'below' | 'above', readonly Mark[]>>> & { readonly named?: DrawnArrows };
  /** Describes the overlay. */
  readonly tell?: Describe;
}

/** True if regions replace heights; never while a scene asks where runs end. */
export const hasRegions = ({ regions }: Pick<FieldMap, 'regions'>, state: AppState) =>
  regions !== undefined && state.scenario.values.ground === 'basins' && !isAsking(state);

/** Returns a map's point marks, its lines, and the least height of all marks (Infinity if none has a height). */
export function markedOn(
  { side, mark, isLeftOut }: Pick<FieldMap, 'side' | 'mark' | 'isLeftOut'>,
  known: Known,
  t: Translate,
): {
  readonly targets: readonly Target[];
  readonly lines: readonly FieldMark[];
  readonly least: number;
} {
  const marks = fieldOf(known.opened, side)?.[1].marks ?? [];
  const targets = marks.flatMap((one): Target[] => {
    const look = one.at.length === 2 ? (mark ?? usual)(one, known, t) : null;
    return look ? [{ ...look, at: [one.at[0]!, one.at[1]!] }] : [];
  });
  const lines = marks.filter((one) => one.at.length > 2 && !isLeftOut?.(one, known));
  const least = Math.min(...marks.map(({ height }) => height).filter(Number.isFinite));
  return { targets, lines, least };
}

const LOOKS: Readonly<Partial<Record<string, Target['kind']>>> = {
  minimum: 'minimum',
  stable: 'stable',
  flipping: 'unstable',
  repelling: 'unstable',
  truth: 'plant',
};

function usual({ kind }: FieldMark, { openedProblem }: Known, t: Translate): Pick<Target, 'kind' | 'label'> {
  return { kind: LOOKS[kind] ?? 'saddle', label: t(dynamicKey('mark', openedProblem, kind)) };
}
