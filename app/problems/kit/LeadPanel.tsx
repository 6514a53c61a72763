import './lead.css';
import { type ReactNode, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { MarkName } from '../../session/picture/extra-marks.ts';
import { hasPart } from '../../session/scene-parts.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import type { Curve, Panel } from '../../session/view.ts';
import { CurvePanel } from './curve/CurvePanel.tsx';

/** Sample marks, which only the other panel shows. */
const SAMPLES: readonly MarkName[] = ['samples', 'dead'];

/** True if an explanation points at one of these marks or is at a stage. */
const pointsAt =
  (marks: readonly MarkName[]) =>
  ({ extra }: AppState): boolean =>
    extra !== null && (extra.stage !== null || (extra.highlight !== null && marks.includes(extra.highlight)));

/** The main curve, or another panel in its place: on demand, or while the explained mark exists only there. `children` are below both. */
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
  // A choice made during an explanation ends with it; the earlier one returns.
  const [hasCurve, hasOther] = useApp(
    useShallow((state) => [hasPart(state, curve.name), hasPart(state, other.name)] as const),
  );
  const isAsked = chosen.isTold === isTold ? chosen.isOther : isTold;
  const isOther = hasOther && (isAsked || !hasCurve);
  const otherTitle = useApp((state) => other.title(state, t));
  return (
    <section
      className={`panel of-both lead ${isOther ? 'other' : ''}`.trim()}
      aria-labelledby="title-lead"
      data-testid={isOther ? other.name : 'lead'}
    >
      <div className="panel-head">
        <h2 id="title-lead">{isOther ? otherTitle : title}</h2>
        {hasCurve && hasOther && (
          <button type="button" className="demand" onClick={() => choose({ isTold, isOther: !isOther })}>
            {isOther ? title : otherTitle}
          </button>
        )}
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
