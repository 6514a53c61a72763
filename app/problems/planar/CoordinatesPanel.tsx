import { useCallback } from 'react';
import { coordinatesDrawing } from '../../pictures/coordinates-drawing.ts';
import { sideTitle } from '../../pictures/side-words.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import { Drawing, type Size } from '../../ui/Drawing.tsx';
import { LossReadout } from '../../ui/LossReadout.tsx';
import { useThemeContext } from '../../ui/theme-context.ts';
import { Legends } from './Legend.tsx';
import { Verdict } from './Verdict.tsx';

const describe = async () => (await import('../../pictures/describe.ts')).coordinates;

const watch = (state: AppState) => [state.k, state.version, state.opened];

/** Every weight of both iterates against the plant's; with one weight, where there are no maps, both verdicts too. */
export function CoordinatesPanel() {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const d = useApp((state) => state.opened?.dimension ?? 1);
  const draw = useCallback(
    (size: Size) => coordinatesDrawing(session, size, { palette, scale }, t),
    [session, palette, scale, t],
  );
  return (
    <section
      className={d > 1 ? 'panel' : 'panel coordinates'}
      aria-labelledby="title-coordinates"
      data-testid="coordinates"
    >
      <div className="panel-head">
        <h2 id="title-coordinates">{t('coordinates.title')}</h2>
        <span className="facts">{t('coordinates.note', { d })}</span>
      </div>
      <div className="plate">
        <Drawing draw={draw} watch={watch} label={t('coordinates.title')} describe={describe} />
      </div>
      {d > 1 ? (
        <Legends />
      ) : (
        <div className="verdicts">
          {(['left', 'right'] as const).map((side) => (
            <div key={side}>
              <p className="side-line">
                <span className={`sign ${side}`} aria-hidden /> {sideTitle(session.store.getState(), side, t)}{' '}
                <LossReadout side={side} />
              </p>
              <Verdict side={side} />
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
