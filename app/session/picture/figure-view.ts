import type { SideName } from '../../../engine/contract.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import type { Size } from '../../charts/geometry.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { AppState } from '../store.ts';
import type { Describe, Picture } from './picture.ts';
import type { Snapshot } from './snapshot.ts';

/** A landscape as a block in space. */
export interface BlockImage {
  readonly columns: number;
  readonly rows: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** Renders a side in space; null if it cannot. */
export type BlockTaker = (snapshot: Snapshot, side: SideName, size: Size) => BlockImage | null;

/** Style, words and cache, shared by one figure's pictures. */
export interface PictureKit {
  readonly drawStyle: DrawStyle;
  readonly t: Translate;
  readonly blocks: BlockTaker | null;
  /** Draws at a size the one picture that `create` makes. */
  draw<Input extends object>(create: () => Picture<Input>, snapshot: Snapshot, size: Size): DisplayList;
}

/** Drawing and description of a view's panels in figures, films and prints. */
export interface FigureView {
  /** Pictures of panels that have none of their own, by name. */
  readonly panels: Readonly<Record<string, PanelPicture>>;
  /** Parts below the panels that can be exported alone; default: all curves as one. */
  readonly alone?: readonly LonePart[];
  /** Legends once below the panels, or within each. */
  readonly legendsIn: 'view' | 'panel';
  /** Sides whose colours a part (`view` or a panel's name) must explain. */
  legends(state: AppState, part: string): readonly SideName[];
  drawLegend(kit: PictureKit, snapshot: Snapshot, side: SideName, size: Size): DisplayList;
  /** Draws the curves' background. */
  drawMeter?(kit: PictureKit, snapshot: Snapshot, size: Size): DisplayList;
}

/** A panel as drawn, from (0, 0). */
export interface PanelPicture {
  /** Height / width. */
  readonly aspect: number;
  /** The same in a narrow column; if absent, the panel is paired among the curves. */
  narrow?(state: AppState): number;
  /** True if it takes absent panels' space. */
  readonly isWide?: true;
  /** Width (pixels at scale 1) below which it gets its own row. */
  least?(state: AppState): number;
  draw(kit: PictureKit, snapshot: Snapshot, size: Size): DisplayList;
  tell(state: AppState): readonly Describe[];
}

/** A part without a heading. */
export interface LonePart extends Pick<PanelPicture, 'aspect' | 'draw' | 'tell'> {
  readonly name: string;
  title(t: Translate): string;
}
