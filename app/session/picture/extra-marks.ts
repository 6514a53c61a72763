import type { SideName } from '../../../engine/contract.ts';
import type { Update } from '../../../workers/protocol.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import type { Mark } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';

/**
 * What of the pictures can be pointed at from beside them. Shared pictures know `left`, `right`, `plant`, `start`, `slope-left`,
 * `slope-right`, `difference`, `samples`, `dead`; a problem's own pictures have marks of their own beside them.
 */
export type MarkName = string;

/** The stages of one update, in their order. */
export type Stage = 'forward' | 'residuals' | 'off' | 'gradient' | 'step';

/** What the explanation has the pictures show: a mark that is pointed at, a stage of the walk, and the update that is told. */
export interface Shown {
  readonly highlight: MarkName | null;
  readonly stage: Stage | null;
  readonly update: Update | null;
}

/** The axes of the data panel: one feature and the label, or two features. */
export type DataKind = 'scatter' | 'planar';

/** A landscape in space: the pixel of a place of the maps' plane on the surface; null off the window. */
export interface SpaceScene {
  /** The window of the maps. */
  readonly view: { readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number };
  toPixel(x: number, y: number): readonly [number, number] | null;
  /** Where a plant's star stands. */
  readonly star: readonly [number, number] | null;
  readonly rect: Plane['rect'];
}

/** Marks that something beside the pictures lays over the shared ones; its code is loaded with it. A problem's own pictures draw what is shown themselves. */
export interface ExtraMarks extends Shown {
  onMap(side: SideName, plane: Plane, drawStyle: DrawStyle): Mark[];
  onSpace(side: SideName, space: SpaceScene, drawStyle: DrawStyle): Mark[];
  /** `only`: a panel that is of one side. */
  onData(kind: DataKind, plane: Plane, drawStyle: DrawStyle, only?: SideName): Mark[];
}
