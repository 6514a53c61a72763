import type { SideName } from '../../engine/contract.ts';
import type { Mark } from './display-list.ts';
import type { Plane } from './geometry.ts';
import type { Palette } from './palette.ts';

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
  | 'dead';

/** How a picture looks at present. */
export interface Look {
  readonly scale: number;
  readonly palette: Palette;
}

/** The axes of the data panel: one feature and the label, or two features. */
export type DataKind = 'scatter' | 'planar';

/** Marks that something beside the pictures lays over them; its code is loaded with it. */
export interface ExtraMarks {
  onMap(side: SideName, plane: Plane, look: Look): Mark[];
  onData(kind: DataKind, plane: Plane, look: Look): Mark[];
}
