import { useMemo } from 'react';
import { scenarioParams } from '../../../../engine/catalog.ts';
import { ENSEMBLE_PARAMS, ensembleOf } from '../../../../engine/ensemble/ensemble-params.ts';
import { type Sweep, scenarioSweep } from '../../../../engine/ensemble/sweep.ts';
import type { Values } from '../../../../engine/params.ts';
import { MOST_RUNS } from '../../../../workers/pool-limits.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { viewOf } from '../../../session/view.ts';
import { Button } from '../../../ui/fields/Button.tsx';
import { EnsembleForm } from '../EnsembleForm.tsx';
import { axesWords, axisWord } from '../ensemble-words.ts';
import { FilesPart } from '../FilesPart.tsx';
import { areCounted } from '../job/finished-prefix.ts';
import { JobBar } from '../job/JobBar.tsx';
import type { Job, JobName } from '../job/job.ts';
import { useMostArrive } from '../most-arrive.ts';
import { sweepOrReason } from '../sweep-or-reason.ts';
import { isShown, sharedEnsembles, useEnsembles } from '../use-ensembles.ts';
import { AxisFields } from './AxisFields.tsx';
import { Diagram } from './Diagram.tsx';
import { firstAxes } from './diagram.ts';
import { refined } from './refine.ts';

/** Default runs per cell of a first diagram: at most a minute on two cores. */
const FIRST_RUNS = 50;

/** Shows success rates over two parameters, from coarse to fine. */
export function DiagramPart({
  onPart,
  onCell,
}: {
  onPart: (part: JobName) => void;
  onCell: (cell: number) => void;
}) {
  const session = useSession();
  const t = useTranslate();
  const scenario = useApp((state) => state.scenario);
  const own = useApp((state) => state.own);
  const job = useEnsembles((state) => state.diagram);
  const sweep = useMemo(() => sweepOrReason(() => scenarioSweep(scenario)), [scenario]);
  const isNone = typeof sweep === 'string' || sweep.axes.length === 0;
  const offered = isNone ? firstAxes(scenarioParams(scenario.problem), scenario.values) : null;
  const opened = useApp((state) => state.opened);
  const ready = useApp((state) => viewOf(state).runs.offers)?.({ scenario, opened }) ?? [];
  const isBounded = useMostArrive(scenario) !== null;
  // If the left's share has a bound, first offer one axis, where the bound is a line.
  const offers = offered ? [...(isBounded ? [{ ...offered, ykey: '', yat: null }] : []), offered] : [];
  const { runs } = ensembleOf(scenario.values);
  const firstRuns = runs === ENSEMBLE_PARAMS.runs.default ? FIRST_RUNS : runs;
  const isLarge = typeof sweep !== 'string' && sweep.size > MOST_RUNS;

  function begin(values: Values): void {
    session.change(values);
    const chosen = scenarioSweep(session.store.getState().scenario);
    // A link may lock the axes.
    if (chosen.axes.length > 0) sharedEnsembles(session).begin('diagram', chosen, own);
  }

  const form = (
    <EnsembleForm axes={typeof sweep === 'string' || isNone ? '' : axesWords(sweep, t)}>
      <AxisFields axis="x" />
      <AxisFields axis="y" />
    </EnsembleForm>
  );

  return (
    <>
      {job && job.count > 0 ? (
        <Diagram job={job} onCell={onCell} />
      ) : (
        <p className="note">{t('ensemble.diagram.lead')}</p>
      )}
      {typeof sweep !== 'string' &&
        offers.map((offer) => (
          <p className="offer" key={offer.ykey}>
            <Button
              primary={!job && offer === offers[0]}
              data-testid={offer.ykey === '' ? 'ensemble-offer-one' : 'ensemble-offer'}
              onClick={() => begin({ ...offer, runs: firstRuns })}
              words={t('ensemble.axis.offer', {
                x: axisWord(offer.xkey, t, sweep.scenario.problem),
                y: offer.ykey === '' ? null : axisWord(offer.ykey, t, sweep.scenario.problem),
                cells: [offer.xat.length, ...(offer.yat ? [offer.yat.length] : [])],
                runs: firstRuns,
              })}
            />
          </p>
        ))}
      {ready.length > 0 && (
        <p className="offer">
          {ready.map(({ name, values }) => (
            <Button key={name} data-testid={`ready-${name}`} onClick={() => begin(values)} words={t(name)} />
          ))}
        </p>
      )}
      {typeof sweep === 'string' && <p role="alert">{sweep}</p>}
      {isLarge && <p className="note">{t('ensemble.diagram.large', { most: MOST_RUNS })}</p>}
      {(job || !isNone) && (
        <JobBar
          name="diagram"
          job={job}
          disabled={isNone || isLarge}
          onBegin={() => {
            if (typeof sweep !== 'string') sharedEnsembles(session).begin('diagram', sweep, own);
          }}
        >
          {job && !job.running && !areCounted(job.runs) && <Refine job={job} />}
        </JobBar>
      )}
      {form}
      <FilesPart job={job} sweep={isNone ? null : sweep} onOpened={onPart} />
    </>
  );
}

/** Doubles runs per cell or cells per axis; keeps finished runs. */
function Refine({ job }: { job: Job }) {
  const session = useSession();
  const t = useTranslate();
  const sweep = job.runs.sweep;

  function refine(next: Sweep): void {
    const { runs, xat, yat } = next.ensemble;
    if (isShown(sweep, session.store.getState().scenario)) session.change({ runs, xat, yat });
    sharedEnsembles(session).refine('diagram', next);
  }

  return (['cells', 'runs'] as const).map((how) => {
    const next = refined(sweep, how);
    return (
      next && (
        <button key={how} type="button" data-testid={`ensemble-refine-${how}`} onClick={() => refine(next)}>
          {how === 'runs'
            ? t('ensemble.refine.runs', { runs: next.ensemble.runs })
            : t('ensemble.refine.cells', { cells: next.axes.map(({ at }) => at.length) })}
        </button>
      )
    );
  });
}
