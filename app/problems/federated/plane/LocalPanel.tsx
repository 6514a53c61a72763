import { valueAt } from '../../../../engine/scenario/scenario.ts';
import { formatCount } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { isAsking } from '../../../session/guessing.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import type { AppState } from '../../../session/store.ts';
import { useControl } from '../../../session/use-control.ts';
import { slidePanel } from '../../kit/slide-panel.tsx';
import { planeOf } from '../federated-info.ts';
import { createLocal, lineWords, localWords, tellLocal, tradeWords } from './local-drawing.ts';
import { localAt, MOST, STOPS } from './local-plot.ts';
import { hasCurve } from './marks.ts';

const localOf = ({ scenario }: AppState) => Number(valueAt(scenario, 'local'));

/** Returns bias and speed at K; empty while a scene asks. */
function wordsAt(local: number, state: AppState, t: Translate): string {
  const info = planeOf(state);
  return info && !isAsking(state) ? localWords(info, local, t) : '';
}

function Legend() {
  const session = useSession();
  const t = useTranslate();
  const info = useApp(planeOf);
  const asks = useApp(isAsking);
  const arrows = useApp(({ scenario }) => scenario.values.arrows);
  const isFree = useControl('local') === 'shown';
  return (
    <div className="about">
      {info && !asks && <span>{lineWords(info, t)}</span>}
      <span>{t('fed.legend', { ticks: info !== null && hasCurve(info) && isFree && !asks, asks })}</span>
      <label title={t('fed.arrows.title')}>
        <input
          type="checkbox"
          checked={arrows}
          aria-label={t('fed.arrows.title')}
          onChange={({ target }) => session.change({ arrows: target.checked })}
        />
        {t('fed.arrows')}
      </label>
    </div>
  );
}

export const LOCAL = slidePanel({
  ...{ name: 'more', testId: 'local', className: 'local', param: 'local', outputClass: 'told' },
  title: (_, t) => t('fed.local.title'),
  label: (t) => t('fed.local.title'),
  slide: (t) => t('fed.local.axis'),
  range: [1, MOST],
  valueOf: localOf,
  at: (x, { size, drawStyle }) => localAt(size, drawStyle.scale, x),
  next(key, local) {
    const to = {
      ArrowRight: local + 1,
      ArrowUp: local + 1,
      ArrowLeft: local - 1,
      ArrowDown: local - 1,
      PageUp: STOPS.find((k) => k > local) ?? MOST,
      PageDown: STOPS.findLast((k) => k < local) ?? 1,
      Home: 1,
      End: MOST,
    }[key];
    return to === undefined ? undefined : Math.max(1, Math.min(MOST, to));
  },
  picture: createLocal,
  tell: tellLocal,
  say: wordsAt,
  valueText: (local, state, t) => wordsAt(local, state, t) || formatCount(local),
  hint: tradeWords,
  Below: Legend,
});
