import { useMemo, useState } from 'react';
import { valueAt } from '../../../../engine/scenario/scenario.ts';
import { formatCount } from '../../../i18n/format.ts';
import { isAsking } from '../../../session/guessing.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import type { AppState } from '../../../session/store.ts';
import { useControl } from '../../../session/use-control.ts';
import type { Panel } from '../../../session/view.ts';
import { Drawing } from '../../../ui/Drawing.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { SlideArea } from '../../kit/surface/SlideArea.tsx';
import { planeOf } from '../federated-info.ts';
import { createLocal, localWords, tellLocal, tradeWords } from './local-drawing.ts';
import { localAt, MOST, STOPS } from './local-plot.ts';
import { hasCurve } from './marks.ts';

const describe = async () => tellLocal;

const localOf = ({ scenario }: AppState) => Number(valueAt(scenario, 'local'));

/** Draws bias and speed over K. Clicks, drags and keys set K; the pointer reads it. */
function LocalPanel() {
  const session = useSession();
  const t = useTranslate();
  const { scale } = useThemeContext();
  const [pointed, setPointed] = useState<number | null>(null);
  const picture = useMemo(() => createLocal(pointed), [pointed]);
  const control = useControl('local');
  const info = useApp(planeOf);
  const asks = useApp(isAsking);
  const trade = useApp((state) => tradeWords(state, t));
  const arrows = useApp(({ scenario }) => scenario.values.arrows);
  const isFree = control === 'shown';
  const local = useApp(localOf);

  function next(key: string): number | undefined {
    // The scenario may be ahead of what is open.
    const local = localOf(session.store.getState());
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
  }

  function change(local: number, gesture: string): void {
    if (local !== localOf(session.store.getState())) session.change({ local }, { gesture });
  }

  if (!info) return null;
  const read = pointed !== null && !asks ? localWords(info, pointed, t) : '';
  return (
    <div className="plate local">
      <div className="pointed">
        <Drawing picture={picture} label={t('fed.local.title')} describe={describe} />
        <SlideArea
          testId="local"
          label={t('fed.local.axis')}
          isFree={isFree}
          min={1}
          max={MOST}
          value={local}
          valueText={asks ? formatCount(local) : localWords(info, local, t)}
          at={(x, size) => localAt(size, scale, x)}
          next={next}
          change={change}
          point={setPointed}
        />
      </div>
      <output aria-live="off" className="told" data-testid="probe-local">
        {read || trade}
      </output>
      <div className="about">
        <span>{t('fed.legend', { ticks: hasCurve(info) && isFree && !asks, asks })}</span>
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
    </div>
  );
}

export const LOCAL: Panel = {
  name: 'more',
  side: null,
  title: (_, t) => t('fed.local.title'),
  Body: LocalPanel,
  picture: {
    aspect: 1,
    narrow: () => 0.8,
    draw: (kit, snapshot, size) => kit.draw(createLocal, snapshot, size),
    tell: () => [tellLocal],
  },
};
