import type { ComponentType } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import type { Mark as FieldMark, FieldPoint } from '../../../engine/field.ts';
import type { Values } from '../../../engine/params.ts';
import type { FieldGround } from '../../../workers/protocol.ts';
import type { BasinGrid } from '../../charts/basin-picture.ts';
import type { Mark } from '../../charts/display-list.ts';
import type { AxisNames } from '../../charts/frame.ts';
import type { Plane, View } from '../../charts/geometry.ts';
import type { DrawnArrows } from '../../charts/marks/arrow-marks.ts';
import { dynamicKey, type Translate } from '../../i18n/messages.ts';
import type { Target } from '../../pictures/landscape/overlay.ts';
import { isAsking } from '../../session/guessing.ts';
import { fieldOf } from '../../session/picture/in-plane.ts';
import type { Canvas, Describe } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import type { AppState } from '../../session/store.ts';

/** Inputs of marks. While `asks` is set, marks must not answer the scene's question. */
type Known = Pick<AppState, 'opened' | 'openedProblem'> & { readonly asks: boolean };

/** A problem's definition of a side's own map (`AnySide.fields`); the panel draws the rest. */
export interface FieldMap<Input extends object = object> {
  readonly side: SideName;
  /** Names of the two coordinates; a triangle has none. */
  axes?(state: AppState, t: Translate): AxisNames;
  /** Corner names, one or more lines each, short on a small map. Default: the domain's. */
  corners?(state: AppState, t: Translate, isSmall: boolean): readonly string[];
  /**
   * Symbol and name of a one-point mark; null hides it. Default: `LOOKS` or a cross, named `mark.<problem>.<kind>`, if that word exists.
   * Marks of several points are unnamed lines (`line-marks.ts`).
   */
  mark?(mark: FieldMark, known: Known, t: Translate): Pick<Target, 'kind' | 'label'> | null;
  /** True if hidden, for example while a scene asks for it. */
  isLeftOut?(mark: FieldMark, known: Known): boolean;
  /** Flat (x, y) that iso-line numbers avoid, as they do marks. */
  clear?(known: Known & { readonly view: View }): ArrayLike<number>;
  /** True while iso-lines have no numbers. */
  isUnnumbered?(known: Known): boolean;
  /** Height at which colours and iso-lines begin; default: the least mark's, or the map's least. */
  readonly from?: number;
  /** Series with the radius of a disc around the side's current point. */
  readonly disc?: string;
  /** Name of an iteration; default: a round. */
  readonly unit?: 'step';
  /** Name of the height in read-outs; default “height”. */
  height?(t: Translate): string;
  /** Name of the function beneath it; default “beneath”. */
  under?(t: Translate): string;
  /** Cells shown instead of heights by a button or the key `ground`. */
  readonly regions?: RegionLayer;
  /** True if the map shows its height from the first moment, also while a scene asks. */
  readonly isOpen?: boolean;
  /** True if the function beneath stands for the height throughout. */
  staysBeneath?(state: AppState): boolean;
  /** Share of the way from the function beneath to the height that the shown step has reached, for a height that grows; default 1. */
  share?(snapshot: Snapshot): number;
  /** False if the function beneath is not drawn. */
  hasUnder?(state: AppState): boolean;
  /** Values under which the engine's height is what the heading names at the shown step; default: the scenario's. */
  named?(snapshot: Snapshot): Values;
  readonly overlay?: FieldOverlay<Input>;
  /** Buttons over the map; `planeNow` positions them. */
  readonly Buttons?: ComponentType<{ readonly planeNow: () => Plane }>;
}

/** Labelled cells; for a triangle, over the unit square of its (x, y). */
export interface Regions extends BasinGrid {
  /** '#RRGGBB' and name by label; empty for none. Negative labels are borders; -1 is off the triangle. */
  readonly colours: readonly string[];
  readonly names: readonly string[];
}

export interface RegionLayer {
  name(t: Translate): string;
  /** Null until known; then referentially stable until the regions change. */
  select(snapshot: Snapshot, t: Translate): Regions | null;
}

/** Follows a picture's rules: the same input on the same canvas returns the same list. */
export interface FieldOverlay<Input extends object = object> {
  select(snapshot: Snapshot, t: Translate): Input;
  /** Marks in plane pixels: below dots and path; above, with names to place; above everything. */
  draw(
    input: Input,
    plane: Plane,
    canvas: Canvas,
  ): Partial<Readonly<Record<'below' | 'above', readonly Mark[]>>> & { readonly named?: DrawnArrows };
  readonly tell?: Describe;
}

/** False while a scene asks where runs end. */
export const hasRegions = ({ regions }: Pick<FieldMap, 'regions'>, state: AppState) =>
  regions !== undefined && state.scenario.values.ground === 'basins' && !isAsking(state);

/** True while the function beneath stands for the height, which would answer, or stays there. */
export const isVeiled = (
  { isOpen, staysBeneath }: Pick<FieldMap, 'isOpen' | 'staysBeneath'>,
  state: AppState,
) => staysBeneath?.(state) || (isAsking(state) && !isOpen);

/** True if the height's map also shows the function beneath it. */
export const hasBeneath = (
  { staysBeneath, hasUnder }: Pick<FieldMap, 'staysBeneath' | 'hasUnder'>,
  state: AppState,
) => !isAsking(state) && !staysBeneath?.(state) && (hasUnder?.(state) ?? true);

/** Returns a height at a share of the way from the function beneath. */
export const heightAt = ({ height, under }: Pick<FieldPoint, 'height' | 'under'>, share: number): number =>
  share < 1 && Number.isFinite(under) ? under + share * (height - under) : height;

export const heightsAt = ({ heights, under }: FieldGround, share: number) =>
  heights && under && share < 1
    ? heights.map((height, i) => heightAt({ height, under: under[i]! }, share))
    : heights;

/** Returns point marks, lines, and the least height of all (Infinity if none has one). */
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
