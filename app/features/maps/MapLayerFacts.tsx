import { useMemo } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import { PULL_COLOURS } from '../../charts/palette.ts';
import { formatNumberShort, formatShare } from '../../i18n/format.ts';
import { basinAreas } from '../../pictures/basin-picture.ts';
import { endColour, endWords } from '../../pictures/landscape-marks.ts';
import { mapState } from '../../pictures/map-state.ts';
import { pullScale } from '../../pictures/pull-picture.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { viewOf } from '../../session/view.ts';

/** The shares of a side's basins, largest first. */
export function BasinShares({ side }: { side: SideName }) {
  const t = useTranslate();
  const { store } = useSession();
  const basins = useApp((state) => state.basins);
  const areas = useMemo(
    () => (basins ? basinAreas({ view: basins.view, size: basins.size, labels: basins[side].labels }) : []),
    [basins, side],
  );
  if (!basins) return null;
  const state = store.getState();
  const map = mapState(state, side);
  const { ends } = basins[side];
  return (
    <>
      <h4>
        <span className={`sign ${side}`} aria-hidden /> {viewOf(state).title(state, side, t)}
      </h4>
      <ul className="shares" data-testid={`shares-${side}`}>
        {areas.map(({ end, share }) => (
          <li key={end}>
            <span className="swatch" style={{ background: endColour(map, ends[end]!) }} aria-hidden />
            <span>{endWords(map, ends[end]!, t)}</span>
            <b>{formatShare(share)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The colours of the pull with the values at their ends. */
export function PullRange() {
  const t = useTranslate();
  const pull = useApp((state) => state.pull);
  const range = useMemo(() => (pull ? pullScale(pull.values) : null), [pull]);
  const hasPlant = useApp((state) => (state.opened?.plant ?? null) !== null);
  if (!hasPlant) return <p>{t('layers.pullNone')}</p>;
  if (!range) return null;
  const { negative, zero, positive } = PULL_COLOURS;
  const colours = range.least < 0 ? `${negative}, ${zero}, ${positive}` : `${zero}, ${positive}`;
  const short = (value: number) => formatNumberShort(Number(value.toPrecision(3)));
  return (
    <>
      <div
        className="pull-range"
        style={{ background: `linear-gradient(to right, ${colours})` }}
        aria-hidden
      />
      <p data-testid="pull-range">
        {t('layers.pullRange', { least: short(range.least), full: short(range.full) })}
      </p>
    </>
  );
}
