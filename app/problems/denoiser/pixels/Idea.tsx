import { useMemo } from 'react';
import { isAsking } from '../../../session/guessing.ts';
import { useApp, useTranslate } from '../../../session/session-context.tsx';
import { Drawing } from '../../../ui/Drawing.tsx';
import { pixelsOf } from '../denoiser-info.ts';
import { createPixelCurves } from './curves-drawing.ts';
import { saidSlope } from './told.ts';

/** Both denoisers with their slopes, which decide if they are proximal steps. */
export function Idea() {
  const t = useTranslate();
  const picture = useMemo(() => createPixelCurves('denoiser', null, true).ground, []);
  const slope = useApp((state) => pixelsOf(state)?.largestSlope ?? Number.NaN);
  const asks = useApp(isAsking);
  const facts = { slope: saidSlope(slope), bends: slope > 1 };
  const words = t(asks ? 'pixels.idea.plain' : 'pixels.idea.words', facts);
  return (
    <>
      <div className="curve" data-testid="idea-denoiser">
        <Drawing picture={picture} label={`${t('pixels.denoiser.title')}. ${words}`} />
      </div>
      <div className="curve idea" data-testid="idea">
        <p>
          <b>{t('pixels.idea')}</b> {words}
        </p>
      </div>
    </>
  );
}
