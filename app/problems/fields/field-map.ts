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

/** What marks may hang on; `asks` while a scene of a lecture still does, which they must not answer. */
type Known = Pick<AppState, 'opened' | 'openedProblem'> & { readonly asks: boolean };

/** What a problem says of the map of a side of its own (`AnySide.fields`): the panel draws all else. */
export interface FieldMap<Input extends object = object> {
  readonly side: SideName;
  /** Names of the two coordinates; a triangle has none. */
  axes?(state: AppState, t: Translate): AxisNames;
  /** Names of a triangle's corners, each of one line or more, in few letters on a small map; without it those of its domain. */
  corners?(state: AppState, t: Translate, isSmall: boolean): readonly string[];
  /**
   * How a mark of one point is drawn and called in what is opened, null for not at all; without it as `LOOKS` says, a cross for other kinds,
   * called `mark.<problem>.<kind>` (nothing where there is no such word). Marks of more points are lines without a name (`line-marks.ts`).
   */
  mark?(mark: FieldMark, known: Known, t: Translate): Pick<Target, 'kind' | 'label'> | null;
  /** Whether a mark of more points is left out, as where a scene asks for what it tells. */
  isLeftOut?(mark: FieldMark, known: Known): boolean;
  /** Places, x and y in turn, that numbers of iso-lines stand clear of, as they do of marks. */
  clear?(known: Known): ArrayLike<number>;
  /** The series of the side that is the radius of a disc about where it stands, at each step. */
  readonly disc?: string;
  /** What an iteration is called; without it a round. */
  readonly unit?: 'step';
  /** What the height is called where a point is read; without it “height”. */
  height?(t: Translate): string;
  /** The same of the function beneath it; without it “beneath”. */
  under?(t: Translate): string;
  /** Coloured cells, which a button and the key `ground` put in the place of the heights. */
  readonly regions?: RegionLayer;
  /** Curves and areas of the problem. */
  readonly overlay?: FieldOverlay<Input>;
  /** Buttons over the map, which they are placed on by `planeNow`. */
  readonly Buttons?: ComponentType<{ readonly planeNow: () => Plane }>;
}

/** Cells with labels, in the coordinates of the field: of a triangle the unit square of its (x, y). */
export interface Regions extends BasinGrid {
  /** '#RRGGBB' and a name by label, empty for none. Cells of a negative label are drawn as borders; of -1 they are off the triangle. */
  readonly colours: readonly string[];
  readonly names: readonly string[];
}

/** Regions of a map. */
export interface RegionLayer {
  /** What they are called: on the button, and in words. */
  name(t: Translate): string;
  /** Null while they are not known; else the same object until they change. */
  select(snapshot: Snapshot, t: Translate): Regions | null;
}

/** What a problem lays over a map. `select` and `draw` are those of a picture: the same list for the same input on the same canvas. */
export interface FieldOverlay<Input extends object = object> {
  select(snapshot: Snapshot, t: Translate): Input;
  /** Marks in pixels of the plane: those below the dots and the path, those above it with names to be placed, and those above everything. */
  draw(
    input: Input,
    plane: Plane,
    canvas: Canvas,
  ): Partial<Readonly<Record<'below' | 'above', readonly Mark[]>>> & { readonly named?: DrawnArrows };
  /** The same in words. */
  readonly tell?: Describe;
}

/** Whether a map's regions stand in the place of its heights: not while a scene asks where runs end. */
export const hasRegions = ({ regions }: Pick<FieldMap, 'regions'>, state: AppState) =>
  regions !== undefined && state.scenario.values.ground === 'basins' && !isAsking(state);

/** The places that a side's map marks, the lines, and the least height of them; Infinity where none has a height. */
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
