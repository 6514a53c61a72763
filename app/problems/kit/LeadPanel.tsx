import './lead.css';
import { type ReactNode, useState } from 'react';
import type { MarkName } from '../../session/picture/extra-marks.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import type { Curve, Panel } from '../../session/view.ts';
import { CurvePanel } from './curve/CurvePanel.tsx';

/** Marks of samples, which only the other panel shows. */
const SAMPLES: readonly MarkName[] = ['samples', 'dead'];

/** Whether an explanation points at one of these marks, or tells a stage. */
const pointsAt =
  (marks: readonly MarkName[]) =>
  ({ extra }: AppState): boolean =>
    extra !== null && (extra.stage !== null || (extra.highlight !== null && marks.includes(extra.highlight)));

/** The curve that matters most and, in its place, another panel: on demand, and while a mark is explained that only that has. `children` stand below both. */
export function LeadPanel({
  curve,
  title,
  other,
  marks = SAMPLES,
  children,
}: {
  curve: Curve;
  title: string;
  other: Panel;
  marks?: readonly MarkName[];
  children?: ReactNode;
}) {
  const t = useTranslate();
  const isTold = useApp(pointsAt(marks));
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
