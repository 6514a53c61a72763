import { useMemo, useState } from 'react';
import { scenarioParams } from '../../../engine/catalog.ts';
import { drawable, ENSEMBLE_KEYS, ensembleOf } from '../../../engine/ensemble/ensemble-params.ts';
import {
  createSweep,
  scenarioSweep,
  sweepComparison,
  sweepScenario,
} from '../../../engine/ensemble/sweep.ts';
import { withValues } from '../../../engine/scenario/scenario.ts';
import { MOST_RUNS } from '../../../workers/pool-limits.ts';
import type { EnsembleFailure } from '../../../workers/protocol.ts';
import { formatDistance } from '../../i18n/format.ts';
import { problemName } from '../../session/scenario/problem-name.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { Button } from '../../ui/fields/Button.tsx';
import { Answer } from './Answer.tsx';
import { FIRST_COMPARED } from './compared.ts';
import { cellScenario } from './diagram/cell-scenario.ts';
import { EnsembleForm } from './EnsembleForm.tsx';
import { auditWords, criterionWords, failureWords, ofWords, placeWords, runWords } from './ensemble-words.ts';
import { FilesPart } from './FilesPart.tsx';
import { areCounted } from './job/finished-prefix.ts';
import { JobBar } from './job/JobBar.tsx';
import type { Job, JobName } from './job/job.ts';
import { type CellProps, Results } from './Results.tsx';
import { RunList } from './RunList.tsx';
import { sweepOrReason } from './sweep-or-reason.ts';
import { isShown, openRun, sharedEnsembles, useEnsembles, useSummary } from './use-ensembles.ts';

/** Keys outside of the summary: a diagram's axes and the number of runs. */
const OTHERS = ['xkey', 'xat', 'ykey', 'yat', 'runs'] as const;
const OWN_KEYS = ENSEMBLE_KEYS.filter((key) => !OTHERS.some((other) => other === key));

/** Shows one ensemble: the page's scenario or a diagram's cell. */
export function RunsPart({
  cell,
  onPart,
  onLeaveCell,
  onOwn,
  onClose,
}: {
  cell: number | null;
  onPart: (part: JobName) => void;
  onLeaveCell: () => void;
  onOwn: () => void;
  onClose: () => void;
}) {
  const session = useSession();
  const t = useTranslate();
  const scenario = useApp((state) => state.scenario);
  const own = useApp((state) => state.own);
  const runs = useEnsembles((state) => state.runs);
  const diagram = useEnsembles((state) => state.diagram);
  const ofCell = cell !== null && diagram ? cell : null;
  const job = ofCell === null ? runs : diagram;

  const sweep = useMemo(() => {
    const ensemble = { ...ensembleOf(scenario.values), xkey: '', xat: null, ykey: '', yat: null };
    return sweepOrReason(() => createSweep(scenario, ensemble));
  }, [scenario]);
  const known = typeof sweep === 'string' ? null : sweep;
  const isLarge = known !== null && known.size > MOST_RUNS;
  const isRandom = drawable(scenarioParams(scenario.problem), scenario.values).length > 0;

  // The first runs answer a comparison of sides; more only narrow the interval.
  const first = useMemo(
    () =>
      known && sweepComparison(known) && known.ensemble.runs > FIRST_COMPARED
        ? createSweep(known.scenario, { ...known.ensemble, runs: FIRST_COMPARED })
        : null,
    [known],
  );
  function begin(): void {
    if (!known) return;
    onOwn();
    sharedEnsembles(session).begin('runs', first ?? known, own);
  }

  const found = useSummary(job, ofCell ?? 0);
  /** The last run that was asked for, and why it could not be opened. */
  const [told, setTold] = useState<(Told & { readonly of: Job['runs'] }) | null>(null);
  const open = (run: number) => {
    if (!job) return;
    void openRun(session, job, ofCell ?? 0, run).then((answer) => {
      const why = typeof answer === 'string' ? null : answer;
      setTold(answer === 'locked' ? null : { of: job.runs, run, why });
      if (answer !== 'opened' || !matchMedia(COVERS).matches) return;
      session.say('toast.runOpened');
      onClose();
    });
  };
  const isOther = ofCell === null && job !== null && !isShown(job.runs.sweep, scenario, OWN_KEYS);
  const more = first && job && !isOther && ofCell === null ? moreOf(job, known!.ensemble.runs) : null;
  const answer = job && found && (
    <Answer job={job} cell={ofCell ?? 0} from={found.prefix.from} summary={found.summary} onOpen={open} />
  );
  const results = job && found && (
    <CellResults job={job} found={found} told={told?.of === job.runs ? told : null} onOpen={open} />
  );

  return (
    <>
      {ofCell !== null && job && (
        <p className="of-cell">
          {t('ensemble.cell', { places: placeWords(job.runs.sweep, ofCell, t) })}{' '}
          <Button onClick={onLeaveCell} words={t('ensemble.cell.back')} />
        </p>
      )}
      {job && found && !isOther && answer}
      {!(job && found) && <p className="note">{t(isRandom ? 'ensemble.lead' : 'ensemble.notRandom')}</p>}
      {ofCell === null && (isRandom || job) && (
        <>
          {isLarge && <p className="note">{t('ensemble.diagram.large', { most: MOST_RUNS })}</p>}
          <JobBar
            name="runs"
            job={job}
            disabled={!known || isLarge || !isRandom}
            words={first ? t('ensemble.runFirst', { count: first.ensemble.runs }) : undefined}
            onBegin={begin}
          >
            {more && (
              <Button
                primary
                onClick={() => sharedEnsembles(session).refine('runs', more)}
                words={t('ensemble.runAll', { count: more.ensemble.runs })}
              />
            )}
          </JobBar>
          {typeof sweep === 'string' && <p role="alert">{sweep}</p>}
          <EnsembleForm />
        </>
      )}
      {job && found && !isOther && results}
      {job && isOther && (
        <details className="of-other" open={job.read} data-testid="ensemble-other">
          <summary>
            {t('ensemble.other', { problem: problemName(job.runs.sweep.scenario.problem, t) })}
          </summary>
          <p>
            <Button
              onClick={() =>
                session.openScenario(withValues(sweepScenario(job.runs.sweep), { k: 0 }), {
                  own: job.own,
                  jump: true,
                })
              }
              words={t('ensemble.back')}
            />
          </p>
          {answer}
          {results}
        </details>
      )}
      <FilesPart
        job={job}
        cell={ofCell}
        sweep={ofCell === null || !job ? known : scenarioSweep(cellScenario(job.runs.sweep, ofCell))}
        onOpened={(name) => {
          onOwn();
          onPart(name);
        }}
      />
    </>
  );
}

/** Returns a finished job's sweep with this many runs; null if it has as many, or its runs are counts or elsewhere. */
function moreOf({ runs, running, count, elsewhere }: Job, most: number) {
  const { sweep } = runs;
  const isDone = !running && !elsewhere && !areCounted(runs) && count === sweep.size;
  return isDone && sweep.ensemble.runs < most
    ? createSweep(sweep.scenario, { ...sweep.ensemble, runs: most })
    : null;
}

/** Widths at which the drawer would hide an opened run. */
const COVERS = '(max-width: 600px)';

interface Told {
  readonly run: number;
  /** Null if it was opened. */
  readonly why: EnsembleFailure | null;
}

function CellResults({
  job,
  found: { summary, prefix },
  told,
  onOpen,
}: {
  job: Job;
  found: NonNullable<ReturnType<typeof useSummary>>;
  told: Told | null;
  onOpen: (run: number) => void;
}) {
  const t = useTranslate();
  return (
    <div data-testid="ensemble-results">
      <p className="note">{criterionWords(job.runs.sweep, t)}</p>
      {summary.runs < job.runs.sweep.ensemble.runs && (
        <p className="note">{ofWords(prefix, job.runs.sweep.ensemble.runs, t)}</p>
      )}
      <Results job={job} summary={summary} onOpen={onOpen} />
      {runWords(job.runs.sweep).isOfSamples && <AuditPart job={job} summary={summary} onOpen={onOpen} />}
      {/* Last, so that it sticks to the lower edge. */}
      <p role="status" className="opened-run">
        {told &&
          (told.why
            ? t('ensemble.notOpened', { run: told.run, reason: failureWords(told.why, t) })
            : t('ensemble.opened', { run: told.run }))}
      </p>
    </div>
  );
}

function AuditPart({ job, summary, onOpen }: Omit<CellProps, 'cell'>) {
  const t = useTranslate();
  const { sweep } = job.runs;
  const { audit } = summary;
  return (
    <section className="audit" data-testid="ensemble-audit">
      <h3>{t('ensemble.audit')}</h3>
      <p>{t('ensemble.audit.abstract')}</p>
      <p>{t('ensemble.audit.proved')}</p>
      {audit ? (
        <>
          <p>
            <b>{auditWords(audit, sweep, t)}</b>
          </p>
          {audit.medianFirst !== null && (
            <p>
              {t('ensemble.audit.first', { median: audit.medianFirst, most: formatDistance(audit.most) })}
            </p>
          )}
          <p role={audit.failures > 0 ? 'alert' : undefined}>
            {audit.points > 0
              ? t('ensemble.audit.points', { points: audit.points, failures: audit.failures })
              : t('ensemble.audit.noPoints')}
          </p>
          {audit.broken.length > 0 && (
            <RunList
              title={t('ensemble.audit.broken')}
              runs={audit.broken}
              words={(by) => t('ensemble.behind', { by: formatDistance(by) })}
              onOpen={onOpen}
            />
          )}
        </>
      ) : (
        <p className="note">{t('ensemble.audit.off')}</p>
      )}
    </section>
  );
}
