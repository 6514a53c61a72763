import './pull-words.en.ts';
import { useMemo } from 'react';
import { PULL_COLOURS } from '../../charts/colour/palette.ts';
import { pullScale } from '../../charts/pull-picture.ts';
import { formatDistance as short } from '../../i18n/format.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';

export function PullScale() {
  const t = useTranslate();
  const pull = useApp((state) => state.pull);
  const range = useMemo(() => (pull ? pullScale(pull.values) : null), [pull]);
  const hasPlant = useApp((state) => (state.opened?.plant ?? null) !== null);
  if (!hasPlant) return <p>{t('pull.none')}</p>;
  if (!range) return null;
  const { negative, zero, positive } = PULL_COLOURS;
  const colours = range.least < 0 ? `${negative}, ${zero}, ${positive}` : `${zero}, ${positive}`;
  return (
    <>
      <div
        className="pull-range"
        style={{ background: `linear-gradient(to right, ${colours})` }}
        aria-hidden
      />
      <p data-testid="pull-range">
        {t('pull.range', { least: short(range.least), full: short(range.full) })}
      </p>
    </>
  );
}
