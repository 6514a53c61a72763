import type { SideName } from '../../../engine/contract.ts';
import type { Update } from '../../../workers/protocol.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import type { Mark } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';

/**
 * Marks that text can highlight. Shared pictures know `left`, `right`, `plant`, `start`, `slope-left`, `slope-right`, `difference`,
 * `samples`, `dead`; a problem's own pictures add theirs.
 */
export type MarkName = string;

/** Stages of one update, in order. */
export type Stage = 'forward' | 'residuals' | 'off' | 'gradient' | 'step';

/** The explanation's effect on the pictures. */
export interface Shown {
  readonly highlight: MarkName | null;
  readonly stage: Stage | null;
  readonly update: Update | null;
}

/** The data panel's axes: one feature and the label, or two features. */
export type DataKind = 'scatter' | 'planar';

/** A landscape in space. `toPixel` projects a point of the maps' plane on the surface; null outside the window. */
export interface SpaceScene {
  readonly view: { readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number };
  toPixel(x: number, y: number): readonly [number, number] | null;
  readonly star: readonly [number, number] | null;
  readonly rect: Plane['rect'];
}

/** The explanation's marks on shared pictures; a problem's own pictures draw their own. */
export interface ExtraMarks extends Shown {
  onMap(side: SideName, plane: Plane, drawStyle: DrawStyle): Mark[];
  onSpace(side: SideName, space: SpaceScene, drawStyle: DrawStyle): Mark[];
  /** `only`: side of a one-sided panel. */
  onData(kind: DataKind, plane: Plane, drawStyle: DrawStyle, only?: SideName): Mark[];
}
