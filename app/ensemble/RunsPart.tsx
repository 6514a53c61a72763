import { useState } from 'react';
import { ENSEMBLE_KEYS, ensembleOf } from '../../engine/ensemble/ensemble-params.ts';
import { createSweep, sweepScenario } from '../../engine/ensemble/sweep.ts';
import { useApp, useSession, useTranslate } from '../views/session-context.tsx';
import { AuditPart } from './AuditPart.tsx';
import { EnsembleForm } from './EnsembleForm.tsx';
import { criterionWords, placeWords } from './ensemble-words.ts';
import type { Job, JobName } from './ensembles.ts';
import { FilesPart } from './FilesPart.tsx';
import { JobBar } from './JobBar.tsx';
import { Results } from './Results.tsx';
import { isShown, openRun, sharedEnsembles, useEnsembles, useSummary } from './use-ensembles.ts';

/** What the axes of a diagram make of an ensemble: nothing, where it is none. */
const AXES = ['xkey', 'xat', 'ykey', 'yat'] as const;
const OWN_KEYS = ENSEMBLE_KEYS.filter((key) => !AXES.some((axis) => axis === key));

/** One ensemble: of the scenario that the page shows, or a cell of the diagram. */
export function RunsPart({
  cell,
  onPart,
  onLeaveCell,
  onOwn,
}: {
  cell: number | null;
  onPart: (part: JobName) => void;
  onLeaveCell: () => void;
  onOwn: () => void;
}) {
  const session = useSession();
  const t = useTranslate();
  const scenario = useApp((state) => state.scenario);
  const own = useApp((state) => state.own);
  const runs = useEnsembles((state) => state.runs);
  const diagram = useEnsembles((state) => state.diagram);
  const ofCell = cell !== null && diagram ? cell : null;
  const job = ofCell === null ? runs : diagram;

  function begin(): void {
    onOwn();
    const ensemble = { ...ensembleOf(scenario.values), xkey: '', xat: null, ykey: '', yat: null };
    sharedEnsembles(session).begin('runs', createSweep(scenario, ensemble), own);
  }

  return (
    <>
      {ofCell === null && <EnsembleForm />}
      {ofCell !== null && job ? (
        <p className="of-cell">
          {t('ensemble.cell', { places: placeWords(job.runs.sweep, ofCell, t) })}{' '}
          <button type="button" className="text-button" onClick={onLeaveCell}>
            {t('ensemble.cell.back')}
          </button>
        </p>
      ) : (
        <JobBar name="runs" job={job} onBegin={begin} />
      )}
      {ofCell === null && job && !isShown(job.runs.sweep, scenario, OWN_KEYS) && (
        <p className="note">
          {t('ensemble.other')}{' '}
          <button
            type="button"
            className="text-button"
            onClick={() =>
              session.openScenario(
                { ...job.runs.sweep.scenario, values: { ...sweepScenario(job.runs.sweep).values, k: 0 } },
                { own: job.own, jump: true },
              )
            }
          >
            {t('ensemble.back')}
          </button>
        </p>
      )}
      {job && <CellResults job={job} cell={ofCell ?? 0} />}
      <FilesPart job={ofCell === null ? job : null} onOpened={onPart} />
    </>
  );
}

function CellResults({ job, cell }: { job: Job; cell: number }) {
  const session = useSession();
  const t = useTranslate();
  const summary = useSummary(job, cell);
  const [opened, setOpened] = useState<number | null>(null);

  if (!summary) return null;
  const open = (run: number) => {
    void openRun(session, job, cell, run).then((done) => setOpened(done ? run : null));
  };
  return (
    <div data-testid="ensemble-results">
      <p className="note">{criterionWords(job.runs.sweep, t)}</p>
      {summary.runs < job.runs.sweep.ensemble.runs && (
        <p className="note">{t('ensemble.first', { count: summary.runs })}</p>
      )}
      <p role="status" className="opened-run">
        {opened !== null && t('ensemble.opened', { run: opened })}
      </p>
      <Results job={job} cell={cell} summary={summary} onOpen={open} />
      {job.runs.sweep.scenario.problem === 'one-neuron' && (
        <AuditPart job={job} cell={cell} summary={summary} onOpen={open} />
      )}
    </div>
  );
}
