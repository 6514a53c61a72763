import { useMemo } from 'react';
import type { ComparedSummary } from '../../../engine/ensemble/summary.ts';
import { type Sweep, sweepComparison } from '../../../engine/ensemble/sweep.ts';
import { formatDistance } from '../../i18n/format.ts';
import { barsOf, drawPairs } from '../../pictures/ensemble/pair-strip.ts';
import { stillPicture } from '../../session/picture/picture.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { useThemeContext } from '../../ui/look/theme-context.ts';
import { drawerScale } from './ensemble-drawings.ts';

/** Shows the differences of all runs, sorted, up where the right is better. */
export function ComparedPart({ sweep, compared }: { sweep: Sweep; compared: ComparedSummary }) {
  const t = useTranslate();
  const { palette, name } = useThemeContext();
  const drawStyle = useMemo(() => ({ palette, scale: drawerScale(name) }), [palette, name]);
  const bars = useMemo(() => {
    const isLower = sweepComparison(sweep)?.better === 'lower';
    return barsOf(compared.differences, isLower ? -1 : 1);
  }, [sweep, compared]);
  const picture = useMemo(
    () => stillPicture(({ size, drawStyle }) => drawPairs({ ...size, ...drawStyle, bars })),
    [bars],
  );
  const { heights, runsOfBar, most } = bars;
  const told = t('ensemble.pairs.told', {
    runsOfBar: heights.length === 0 ? 1 : runsOfBar,
    most: heights.some((height) => Math.abs(height) > most) ? formatDistance(most) : null,
  });
  return (
    <figure className="pairs" data-testid="ensemble-pairs">
      <div>
        <Drawing picture={picture} drawStyle={drawStyle} label={told} />
      </div>
      <figcaption className="note">{told}</figcaption>
    </figure>
  );
}
