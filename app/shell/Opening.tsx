import { useApp, useTranslate } from '../session/session-context.tsx';

/** Says what is being prepared while it takes long; what is still seen belongs to the scenario before. */
export function Opening() {
  const t = useTranslate();
  const { features, n } = useApp((state) => state.scenario.values);
  return (
    <p className="opening" role="status">
      {/* The lift names no n: it has one datum. */}
      {features === 'csv' ? t('opening.own') : t('opening.made', { n: (n as number | undefined) ?? 1 })}
    </p>
  );
}
