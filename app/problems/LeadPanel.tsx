import { useState } from 'react';
import { useApp, useTranslate } from '../session/session-context.tsx';
import type { Curve, Panel } from '../session/view.ts';
import { Coming } from '../ui/lazy-view.tsx';
import { CurvePanel } from './CurvePanel.tsx';

/** The curve that matters most, and in its place, where it is asked for or explained, another panel. */
export function LeadPanel({ curve, title, other }: { curve: Curve; title: string; other: Panel }) {
  const t = useTranslate();
  const [isAsked, setAsked] = useState(false);
  const isExplained = useApp((state) => state.extra !== null);
  const isOther = isAsked || isExplained;
  const name = useApp((state) => other.title(state, t));
  return (
    <section
      className="panel of-both lead"
      aria-labelledby="title-lead"
      data-testid={isOther ? other.name : 'lead'}
    >
      <div className="panel-head">
        <h2 id="title-lead">{isOther ? name : title}</h2>
        <button type="button" className="demand" onClick={() => setAsked(!isOther)} disabled={isExplained}>
          {isOther ? title : name}
        </button>
      </div>
      <div className="about" aria-hidden />
      <Coming>
        {isOther ? (
          <other.Body />
        ) : (
          <div className="plate">
            <CurvePanel curve={curve} />
          </div>
        )}
      </Coming>
    </section>
  );
}
