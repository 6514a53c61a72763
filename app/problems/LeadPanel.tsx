import './lead.css';
import { type ReactNode, useState } from 'react';
import { useApp, useTranslate } from '../session/session-context.tsx';
import type { AppState } from '../session/store.ts';
import type { Curve, Panel } from '../session/view.ts';
import { CurvePanel } from './CurvePanel.tsx';

/** Whether an explanation points at the samples, which only the other panel shows. */
const isOfSamples = ({ extra }: AppState): boolean =>
  extra !== null && (extra.stage !== null || extra.highlight === 'samples' || extra.highlight === 'dead');

/** The curve that matters most and, in its place, another panel: on demand, and while samples are explained. `children` stand below both. */
export function LeadPanel({
  curve,
  title,
  other,
  children,
}: {
  curve: Curve;
  title: string;
  other: Panel;
  children?: ReactNode;
}) {
  const t = useTranslate();
  const isTold = useApp(isOfSamples);
  const [chosen, choose] = useState({ isTold, isOther: false });
  // What was chosen while they are explained ends with that, and what was chosen before comes back.
  const isOther = chosen.isTold === isTold ? chosen.isOther : isTold;
  const otherTitle = useApp((state) => other.title(state, t));
  return (
    <section
      className={`panel of-both lead ${isOther ? 'other' : ''}`.trim()}
      aria-labelledby="title-lead"
      data-testid={isOther ? other.name : 'lead'}
    >
      <div className="panel-head">
        <h2 id="title-lead">{isOther ? otherTitle : title}</h2>
        <button type="button" className="demand" onClick={() => choose({ isTold, isOther: !isOther })}>
          {isOther ? title : otherTitle}
        </button>
      </div>
      {isOther ? (
        <other.Body />
      ) : (
        <div className="plate">
          <CurvePanel curve={curve} />
        </div>
      )}
      {children}
    </section>
  );
}
