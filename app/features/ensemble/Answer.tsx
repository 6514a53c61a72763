import { type ReactNode, useEffect, useMemo } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import { cellOutcomes } from '../../../engine/ensemble/sweep.ts';
import { countOutcomes } from '../../../engine/run/outcome.ts';
import { OUTCOMES, type Outcome } from '../../../engine/run/outcome-names.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { EnsembleSummary } from '../../../workers/protocol.ts';
import { drawStrip, signOf } from '../../pictures/ensemble/run-strip.ts';
import { drawShareBar } from '../../pictures/ensemble/share-bar.ts';
import { stillPicture } from '../../session/picture/picture.ts';
import { useSession, useTranslate } from '../../session/session-context.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { useThemeContext } from '../../ui/look/theme-context.ts';
import { answerWords, dotsOf, outcomesIn, runsOfADot } from './answer.ts';
import { ComparedPart } from './ComparedPart.tsx';
import { comparedWords } from './compared.ts';
import { cellScenario } from './diagram/cell-scenario.ts';
import { createPreview } from './diagram/preview.ts';
import { drawerScale } from './ensemble-drawings.ts';
import { aimOf, mostWords, sideNames } from './ensemble-words.ts';
import { areCounted } from './job/finished-prefix.ts';
import type { Job } from './job/job.ts';
import { useMostArrive } from './most-arrive.ts';

interface AnswerProps {
  readonly job: Job;
  readonly cell: number;
  readonly from: number;
  readonly summary: EnsembleSummary;
  readonly onOpen: (run: number) => void;
}

/** Shows the answer as a sentence, with a strip of dots per side. */
export function Answer({ job, cell, from, summary, onOpen }: AnswerProps) {
  const session = useSession();
  const t = useTranslate();
  const preview = useMemo(() => createPreview(session), [session]);
  useEffect(() => preview.dispose, [preview]);
  const { sweep } = job.runs;
  const answer = answerWords(sweep, cell, aimOf(sweep), summary, t);
  const compared = comparedWords(sweep, summary, t);
  const headline = compared?.headline ?? answer.headline;
  const details = compared?.details ?? [];
  const [first, ...others] = answer.outcomes;
  const told = compared?.headline ? [...details, first!, ...others] : [first!, ...details, ...others];
  const runsOfDot = runsOfADot(sweep.ensemble.runs);
  return (
    <section className="answer" data-testid="ensemble-answer">
      <p className="answer-sentence">{headline}</p>
      {/* Announce final numbers only. */}
      <p className="visually-hidden" role="status">
        {!job.running && [headline, ...told].join(' ')}
      </p>
      {summary.compared && <ComparedPart sweep={sweep} compared={summary.compared} />}
      <ul className="outcomes">
        {told.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {SIDES.map((side) => (
        <Strip key={side} {...{ side, job, cell, from, summary, onOpen, preview }}>
          {side === 'left' && <Most job={job} cell={cell} summary={summary} />}
        </Strip>
      ))}
      <p className="note">
        {runsOfDot > 1 ? t('ensemble.strip.share', { runs: runsOfDot }) : t('ensemble.strip.one')}
      </p>
    </section>
  );
}

function Strip({
  side,
  job,
  cell,
  from,
  summary,
  onOpen,
  preview,
  children,
}: AnswerProps & { side: SideName; preview: ReturnType<typeof createPreview>; children: ReactNode }) {
  const t = useTranslate();
  const { palette, name } = useThemeContext();
  const drawStyle = useMemo(() => ({ palette, scale: drawerScale(name) }), [palette, name]);
  const { sweep } = job.runs;
  const outcomes = useMemo(() => cellOutcomes(sweep, cell), [sweep, cell]);
  const counts = useMemo(() => countOutcomes(outcomes, summary[side]), [outcomes, summary, side]);
  const picture = useMemo(() => {
    const { runs } = job.runs.sweep.ensemble;
    const runsOfDot = runsOfADot(runs);
    const input = { side, dots: dotsOf(counts, runsOfDot), places: Math.round(runs / runsOfDot) };
    return stillPicture(({ size, drawStyle }) => drawStrip({ ...size, ...drawStyle, ...input }));
  }, [side, counts, job.runs]);
  /** The first run of each outcome that occurs; a file of counts has none. */
  const firsts = useMemo(() => {
    const { runs } = job;
    const found = new Map<Outcome, number>();
    if (areCounted(runs)) return found;
    const different = OUTCOMES.filter((kind) => counts[kind] > 0).length;
    const at = cell * runs.sweep.ensemble.runs + from;
    let run = from;
    for (const one of outcomesIn(runs.columns, at, summary.runs, side, outcomes)) {
      if (!found.has(one)) found.set(one, run);
      if (found.size === different) break;
      run++;
    }
    return found;
  }, [job, cell, from, summary, side, outcomes, counts]);
  const rest = (kind: Outcome) => preview.rest(job, cell, firsts.get(kind)!);
  const present = OUTCOMES.filter((kind) => counts[kind] > 0 || kind === outcomes.arrived);
  const counted = (kind: Outcome) => t('ensemble.outcome', { outcome: kind, count: counts[kind] });
  const sideName = sideNames(sweep, t)[side];
  return (
    <figure className={`strip ${side}`}>
      <figcaption>{sideName}</figcaption>
      {children}
      <div className="strip-dots">
        <Drawing
          picture={picture}
          drawStyle={drawStyle}
          label={t('ensemble.strip.told', { side: sideName, kinds: present.map(counted) })}
        />
      </div>
      <ul>
        {present.map((kind) => (
          <li key={kind}>
            <Sign kind={kind} side={side} />
            {firsts.has(kind) ? (
              <button
                type="button"
                title={t('ensemble.outcome.show')}
                onPointerEnter={() => rest(kind)}
                onPointerLeave={preview.end}
                onFocus={() => rest(kind)}
                onBlur={preview.end}
                onClick={() => {
                  preview.keep();
                  onOpen(firsts.get(kind)!);
                }}
              >
                {counted(kind)}
              </button>
            ) : (
              counted(kind)
            )}
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Compares the left's share with its proved upper bound. */
function Most({ job, cell, summary }: Omit<AnswerProps, 'from' | 'onOpen'>) {
  const t = useTranslate();
  const { palette, name } = useThemeContext();
  const drawStyle = useMemo(() => ({ palette, scale: drawerScale(name) }), [palette, name]);
  const { sweep } = job.runs;
  const most = useMostArrive(useMemo(() => cellScenario(sweep, cell), [sweep, cell]));
  const { runs, of, interval } = summary.left.arrived;
  const picture = useMemo(
    () =>
      stillPicture(({ size, drawStyle }) =>
        drawShareBar({ ...size, ...drawStyle, share: runs / of, interval, most: most ?? 1 }),
      ),
    [runs, of, interval, most],
  );
  const [said, why] = mostWords(summary, most, sweep, t);
  if (!said) return null;
  return (
    <div data-testid="ensemble-most">
      <div className="share-bar">
        <Drawing picture={picture} drawStyle={drawStyle} />
      </div>
      <p>{said}</p>
      {why && <p className="note">{why}</p>}
    </div>
  );
}

const SIGN = 12;

function Sign({ kind, side }: { kind: Outcome; side: SideName }) {
  const { palette } = useThemeContext();
  const picture = useMemo(() => stillPicture(() => signOf(kind, side, SIGN, palette)), [kind, side, palette]);
  return (
    <span className="sign-of-kind">
      <Drawing picture={picture} />
    </span>
  );
}
