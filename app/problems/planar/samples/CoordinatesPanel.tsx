import { useMemo } from 'react';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { viewOf } from '../../../session/view.ts';
import { Drawing } from '../../../ui/Drawing.tsx';
import { LossReadout } from '../../../ui/LossReadout.tsx';
import { Verdict } from '../../../ui/Verdict.tsx';
import { Legends } from '../Legend.tsx';
import { createCoordinates } from './coordinates-drawing.ts';

const describe = async () => (await import('../../../pictures/describe.ts')).coordinates;

/** Shows every weight of both iterates against the plant's; for one weight, without maps, both verdicts too. */
export function CoordinatesPanel() {
  const session = useSession();
  const t = useTranslate();
  const d = useApp((state) => state.opened?.dimension ?? 1);
  const picture = useMemo(createCoordinates, []);
  return (
    <>
      <div className="plate">
        <Drawing picture={picture} label={t('coordinates.title')} describe={describe} />
      </div>
      {d > 1 ? (
        <Legends />
      ) : (
        <div className="verdicts">
          {(['left', 'right'] as const).map((side) => (
            <div key={side}>
              <p className="side-line">
                <span className={`sign ${side}`} aria-hidden />{' '}
                {viewOf(session.store.getState()).title(session.store.getState(), side, t)}{' '}
                <LossReadout side={side} />
              </p>
              <Verdict side={side} />
            </div>
          ))}
        </div>
      )}
    </>
  );
}
