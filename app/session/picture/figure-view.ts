import type { SideName } from '../../../engine/contract.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import type { Size } from '../../charts/geometry.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { AppState } from '../store.ts';
import type { Describe, Picture } from './picture.ts';
import type { Snapshot } from './snapshot.ts';

/** A landscape as a block in space, as the camera saw it. */
export interface BlockImage {
  readonly columns: number;
  readonly rows: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** Takes a picture of a side in space at a size; null where it cannot. */
export type BlockTaker = (snapshot: Snapshot, side: SideName, size: Size) => BlockImage | null;

/** What the pictures of one figure share: a look, words, and each picture that was drawn, which keeps what it has made. */
export interface PictureKit {
  readonly drawStyle: DrawStyle;
  readonly t: Translate;
  readonly blocks: BlockTaker | null;
  /** Draws the one picture that `create` makes, at a size. */
  draw<Input extends object>(create: () => Picture<Input>, snapshot: Snapshot, size: Size): DisplayList;
}

/** How a view's panels are drawn, told and set in figures, films and prints; what they are called the view says. */
export interface FigureView {
  /** Of each panel that has no picture of its own, by its name. */
  readonly panels: Readonly<Record<string, PanelPicture>>;
  /** Parts below the panels that can be taken alone; where there are none all curves are one. */
  readonly alone?: readonly LonePart[];
  /** Where colours are explained: once below the panels, or within each panel. */
  readonly legendsIn: 'view' | 'panel';
  /** Sides whose colours a part (`view`, or a panel's name) has to explain. */
  legends(state: AppState, part: string): readonly SideName[];
  drawLegend(kit: PictureKit, snapshot: Snapshot, side: SideName, size: Size): DisplayList;
  /** What stands behind the curves. */
  drawMeter?(kit: PictureKit, snapshot: Snapshot, size: Size): DisplayList;
}

/** A panel as it is drawn, from (0, 0). */
export interface PanelPicture {
  /** Height for a width. */
  readonly aspect: number;
  /** The same in a narrow column; without it the panel stands among the curves there, two by two. */
  narrow?(state: AppState): number;
  /** Whether it takes the room that panels which are not there leave. */
  readonly isWide?: true;
  /** Narrower than this, at scale 1 in pixels, it gets a row of its own. */
  least?(state: AppState): number;
  draw(kit: PictureKit, snapshot: Snapshot, size: Size): DisplayList;
  tell(state: AppState): readonly Describe[];
}

/** A part without a head of its own. */
export interface LonePart extends Pick<PanelPicture, 'aspect' | 'draw' | 'tell'> {
  readonly name: string;
  title(t: Translate): string;
}
