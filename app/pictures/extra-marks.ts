import type { SideName } from '../../engine/contract.ts';
import type { Mark } from '../charts/display-list.ts';
import type { Plane } from '../charts/geometry.ts';
import type { Palette } from '../charts/palette.ts';
import type { Circle, CircleNeurons } from './circle-geometry.ts';

/** What of the pictures can be pointed at from beside them. */
export type MarkName =
  | 'left'
  | 'right'
  | 'plant'
  | 'start'
  | 'slope-left'
  | 'slope-right'
  | 'difference'
  | 'samples'
  | 'dead'
  | 'band';

/** How a picture looks at present. */
export interface Look {
  readonly scale: number;
  readonly palette: Palette;
  /** Losses as filled bands between levels rather than cell by cell. */
  readonly bands?: boolean;
}

/** How a landscape looks. */
export interface LandscapeLook extends Look {
  /** The loss ramp's 256 colours. */
  readonly table: Uint8ClampedArray;
  /** The loss as filled bands between levels rather than cell by cell. */
  readonly bands?: boolean;
}

/** The axes of the data panel: one feature and the label, or two features. */
export type DataKind = 'scatter' | 'planar';

/** The circle of directions as it is drawn. */
export interface CircleScene {
  readonly circle: Circle;
  /** Half the band's width, and the strength that stands at its unit of the way out. */
  readonly beta: number;
  readonly unit: number;
  readonly teacher: CircleNeurons | null;
  readonly left: CircleNeurons | null;
  readonly right: CircleNeurons | null;
}

/** A landscape in space: the pixel of a place of the maps' plane on the surface; null off the window. */
export interface SpaceScene {
  /** The window of the maps. */
  readonly view: { readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number };
  toPixel(x: number, y: number): readonly [number, number] | null;
  /** Where a plant's star stands. */
  readonly star: readonly [number, number] | null;
  readonly rect: Plane['rect'];
}

/** Marks that something beside the pictures lays over them; its code is loaded with it. */
export interface ExtraMarks {
  onMap(side: SideName, plane: Plane, look: Look): Mark[];
  onSpace(side: SideName, space: SpaceScene, look: Look): Mark[];
  /** `only`: a panel that is of one side. */
  onData(kind: DataKind, plane: Plane, look: Look, only?: SideName): Mark[];
  onCircle(scene: CircleScene, look: Look): Mark[];
}
