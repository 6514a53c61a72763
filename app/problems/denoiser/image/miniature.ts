import type { SideName } from '../../../../engine/contract.ts';
import type { ImageInfo } from '../../../../engine/problems/denoiser/types.ts';
import type { Frame, Opened } from '../../../../workers/protocol.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import type { Miniatures } from '../../../session/view.ts';
import { IMAGE_SIDE, skyRaster } from './tile-raster.ts';

const { mapInk } = PALETTES.light;

export function imageMiniatures(
  opened: Opened,
  last: Pick<Frame, SideName> | null,
  size: number,
): Miniatures | null {
  const info = opened.info as ImageInfo | undefined;
  if (info?.level !== 'image') return null;
  const of = (side: SideName): Miniatures[SideName] => {
    const { iterates } = last?.[side].iterates.length ? last[side] : opened.frame[side];
    const image = iterates.subarray(iterates.length - IMAGE_SIDE ** 2);
    const rect = { x: 0, y: 0, width: size, height: size };
    return [
      { kind: 'raster', rect, columns: IMAGE_SIDE, rows: IMAGE_SIDE, rgba: skyRaster(image), crisp: true },
      { kind: 'rect', rect, strokes: [{ color: mapInk, width: 1 }] },
    ];
  };
  return { left: of('left'), right: of('right') };
}
