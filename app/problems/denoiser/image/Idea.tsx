import './words.en.ts';
import { useMemo } from 'react';
import { borderMark } from '../../../charts/frame.ts';
import { createPicture, type Picture } from '../../../session/picture/picture.ts';
import { useTranslate } from '../../../session/session-context.tsx';
import { Drawing } from '../../../ui/Drawing.tsx';
import { imageOf } from '../denoiser-info.ts';
import { IMAGE_SIDE, spectrumRaster } from './tile-raster.ts';

const createMask = (): Picture =>
  createPicture({
    select: ({ store }) => ({ info: imageOf(store.getState()) }),
    draw({ info }, { size: { width, height }, drawStyle: { palette } }) {
      if (!info) return [];
      const side = Math.min(width, height) - 2;
      const rect = { x: 1, y: 1, width: side, height: side };
      const rgba = spectrumRaster(info.measured, info.mask);
      const cells = { columns: IMAGE_SIDE, rows: IMAGE_SIDE, crisp: true } as const;
      return [{ kind: 'raster', rect, rgba, ...cells }, borderMark(rect, palette.frame, palette)];
    },
  });

/** One round in words, below the measured frequencies. */
export function Idea() {
  const t = useTranslate();
  const picture = useMemo(createMask, []);
  return (
    <>
      <div className="curve" data-testid="idea-mask">
        <Drawing picture={picture} label={t('image.idea.mask')} />
      </div>
      <div className="curve idea" data-testid="idea">
        <p>
          <b>{t('image.idea')}</b> {t('image.idea.words')}
        </p>
      </div>
    </>
  );
}
