import { type ReactNode, useMemo } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import { cellOutcomes } from '../../../engine/ensemble/sweep.ts';
import { countOutcomes } from '../../../engine/run/outcome.ts';
import { OUTCOMES, type Outcome } from '../../../engine/run/status.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { EnsembleSummary } from '../../../workers/protocol.ts';
import { drawStrip, signOf } from '../../pictures/ensemble/run-strip.ts';
import { drawShareBar } from '../../pictures/ensemble/share-bar.ts';
import { stillPicture } from '../../session/picture/picture.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { useThemeContext } from '../../ui/look/theme-context.ts';
import { answerWords, dotsOf, outcomesIn, runsOfADot } from './answer.ts';
import { cellScenario } from './diagram/cell-scenario.ts';
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
}

/** Shows the answer as a sentence, with a strip of dots per side. */
export function Answer({ job, cell, from, summary }: AnswerProps) {
  const t = useTranslate();
  const { sweep } = job.runs;
  const words = answerWords(sweep, cell, aimOf(sweep), summary, t);
  const runsOfDot = runsOfADot(sweep.ensemble.runs);
  return (
    <section className="answer" data-testid="ensemble-answer">
      <p className="answer-sentence">{words}</p>
      {/* Announce final numbers only. */}
      <p className="visually-hidden" role="status">
        {!job.running && words}
      </p>
      {SIDES.map((side) => (
        <Strip key={side} side={side} job={job} cell={cell} from={from} summary={summary}>
          {side === 'left' && <Most job={job} cell={cell} summary={summary} />}
        </Strip>
      ))}
      <p className="note">
        {runsOfDot > 1
          ? t('ensemble.strip.share', { runs: runsOfDot })
          : t(areCounted(job.runs) ? 'ensemble.strip.sorted' : 'ensemble.strip.one')}
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
  children,
}: AnswerProps & { side: SideName; children: ReactNode }) {
  const t = useTranslate();
  const { palette, name } = useThemeContext();
  const drawStyle = useMemo(() => ({ palette, scale: drawerScale(name) }), [palette, name]);
  const { sweep } = job.runs;
  const outcomes = useMemo(() => cellOutcomes(sweep, cell), [sweep, cell]);
  const counts = useMemo(() => countOutcomes(outcomes, summary[side]), [outcomes, summary, side]);
  const picture = useMemo(() => {
    const { runs } = job.runs.sweep.ensemble;
    const runsOfDot = runsOfADot(runs);
    const dots =
      runsOfDot === 1 && !areCounted(job.runs)
        ? outcomesIn(job.runs.columns, cell * runs + from, summary.runs, side, outcomes)
        : dotsOf(counts, runsOfDot);
    const input = { side, dots, places: Math.round(runs / runsOfDot) };
    return stillPicture(({ size, drawStyle }) => drawStrip({ ...size, ...drawStyle, ...input }));
  }, [side, counts, outcomes, job.runs, cell, from, summary]);
  const present = OUTCOMES.filter((kind) => counts[kind] > 0 || kind === outcomes.arrived);
  const counted = (kind: Outcome) => t('ensemble.outcome', { outcome: kind, count: counts[kind] });
  const sideName = sideNames(sweep, t)[side];
  return (
    <figure className={`strip ${side}`}>
      <figcaption>
        {t('ensemble.strip', {
          side: sideName,
          interval: t('ensemble.interval', summary[side].arrived.interval),
        })}
      </figcaption>
      {children}
      <div className="strip-dots">
        <Drawing
          picture={picture}
          drawStyle={drawStyle}
          label={t('ensemble.strip.told', { side: sideName, kinds: present.map(counted) })}
        />
      </div>
      <ul aria-hidden>
        {present.map((kind) => (
          <li key={kind}>
            <Sign kind={kind} side={side} />
            {counted(kind)}
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Compares the left's share with its proved upper bound. */
function Most({ job, cell, summary }: Omit<AnswerProps, 'from'>) {
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
