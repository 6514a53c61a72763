import type { SideName } from '../../engine/contract.ts';
import type { DrawStyle } from '../charts/colour/palette.ts';
import type { Size } from '../charts/geometry.ts';
import type { Translate } from '../i18n/messages.ts';
import { createSpace } from '../pictures/space/create-space.ts';
import { lastOrbit } from '../pictures/space/last-orbit.ts';
import {
  createSpaceRun,
  selectSpaceGround,
  selectSpaceRun,
  spaceGround,
} from '../pictures/space/space-drawing.ts';
import type { BlockImage, BlockTaker } from '../session/picture/figure-view.ts';
import type { Snapshot } from '../session/picture/snapshot.ts';

/** Image pixels per unit: 288 dpi. */
const SHARPNESS = 3;

/**
 * Renders landscapes in space with the page's camera and a figure's colours. Imports three.js, so load it only if space is shown. The
 * taker returns null without WebGL 2.
 */
export function createBlockTaker({ palette, scale }: DrawStyle, t: Translate): BlockTaker {
  return (snapshot: Snapshot, side: SideName, { width, height }: Size): BlockImage | null => {
    // A canvas outside the document has no size.
    const stage = document.createElement('div');
    stage.setAttribute('aria-hidden', 'true');
    stage.style.cssText = 'position:fixed;left:-20000px;top:0;visibility:hidden';
    const canvases = { left: document.createElement('canvas'), right: document.createElement('canvas') };
    for (const canvas of [canvases.left, canvases.right]) {
      canvas.style.cssText = `display:block;width:${width * SHARPNESS}px;height:${height * SHARPNESS}px`;
      stage.append(canvas);
    }
    document.body.append(stage);
    const space = createSpace({ canvases, onContext: () => undefined });
    try {
      if (!space) return null;
      space.setDrawStyle({ palette, scale: scale * SHARPNESS });
      space.setGround(spaceGround(selectSpaceGround()(snapshot, t), palette, t));
      space.setRun(createSpaceRun()(selectSpaceRun()(snapshot, t), t));
      space.setOrbit(lastOrbit());
      space.drawNow();
      const { width: columns, height: rows } = canvases[side];
      const context = canvases[side].getContext('2d');
      return context && { columns, rows, rgba: context.getImageData(0, 0, columns, rows).data };
    } finally {
      space?.dispose();
      stage.remove();
    }
  };
}
