import { useMemo } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { EnsembleSummary } from '../../../workers/protocol.ts';
import { drawStrip, KINDS, type Kind, signOf } from '../../pictures/run-strip.ts';
import { stillPicture } from '../../session/picture.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { useThemeContext } from '../../ui/theme-context.ts';
import { answerWords, countKinds, dotsOf, kindsOf, runsOfADot } from './answer.ts';
import { drawerScale } from './ensemble-drawings.ts';
import { runWords, sideNames } from './ensemble-words.ts';
import type { Job } from './job.ts';

interface AnswerProps {
  readonly job: Job;
  readonly cell: number;
  readonly from: number;
  readonly summary: EnsembleSummary;
}

/** What was asked, in one sentence, over a strip of the runs. */
export function Answer({ job, cell, from, summary }: AnswerProps) {
  const t = useTranslate();
  const { sweep } = job.runs;
  const { runs, left, right } = summary;
  const words = answerWords(
    sweep,
    runWords(sweep).aim,
    { runs, left: left.arrived.runs, right: right.arrived.runs },
    t,
  );
  const runsOfDot = runsOfADot(sweep.ensemble.runs);
  return (
    <section className="answer" data-testid="ensemble-answer">
      <p className="answer-sentence">{words}</p>
      {/* Of numbers that grow the last are said. */}
      <p className="visually-hidden" role="status">
        {!job.running && words}
      </p>
      {SIDES.map((side) => (
        <Strip key={side} side={side} job={job} cell={cell} from={from} summary={summary} />
      ))}
      <p className="note">
        {runsOfDot === 1 ? t('ensemble.strip.one') : t('ensemble.strip.share', { runs: runsOfDot })}
      </p>
    </section>
  );
}

/** The runs of a side as dots, and how many of them ended how. */
function Strip({ side, job, cell, from, summary }: AnswerProps & { side: SideName }) {
  const t = useTranslate();
  const { palette, name } = useThemeContext();
  const drawStyle = useMemo(() => ({ palette, scale: drawerScale(name) }), [palette, name]);
  const { sweep, columns } = job.runs;
  const { runs } = sweep.ensemble;
  const kinds = useMemo(
    () => kindsOf(columns, cell * runs + from, summary.runs, side),
    [columns, cell, runs, from, summary, side],
  );
  const picture = useMemo(() => {
    const runsOfDot = runsOfADot(runs);
    const input = { side, dots: dotsOf(kinds, runsOfDot), places: Math.round(runs / runsOfDot) };
    return stillPicture(({ size, drawStyle }) => drawStrip({ ...size, ...drawStyle, ...input }));
  }, [side, kinds, runs]);
  const counts = countKinds(kinds);
  const present = KINDS.filter((kind) => counts[kind] > 0 || kind === 'arrived');
  const counted = (kind: Kind) => t('ensemble.kind', { kind, count: counts[kind] });
  const sideName = sideNames(sweep, t)[side];
  return (
    <figure className={`strip ${side}`}>
      <figcaption>
        {t('ensemble.strip', {
          side: sideName,
          interval: t('ensemble.interval', summary[side].arrived.interval),
        })}
      </figcaption>
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

const SIGN = 12;

/** A dot of the strip beside its words. */
function Sign({ kind, side }: { kind: Kind; side: SideName }) {
  const { palette } = useThemeContext();
  const picture = useMemo(() => stillPicture(() => signOf(kind, side, SIGN, palette)), [kind, side, palette]);
  return (
    <span className="sign-of-kind">
      <Drawing picture={picture} />
    </span>
  );
}
