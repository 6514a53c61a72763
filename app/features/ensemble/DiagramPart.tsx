import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useState } from 'react';
import { scenarioParams } from '../../../engine/catalog.ts';
import { ENSEMBLE_PARAMS, ensembleOf } from '../../../engine/ensemble/ensemble-params.ts';
import { type Sweep, scenarioSweep } from '../../../engine/ensemble/sweep.ts';
import { MOST_RUNS } from '../../../workers/pool-limits.ts';
import type { ExactLine } from '../../../workers/protocol.ts';
import { formatNumberShort } from '../../i18n/format.ts';
import { cellAt, drawPhase, type PhaseInput } from '../../pictures/phase-plot.ts';
import { stillPicture } from '../../session/picture.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { useThemeContext } from '../../ui/theme-context.ts';
import { AxisFields } from './AxisFields.tsx';
import { barTicks, cellWords, pointsWords } from './cell-words.ts';
import {
  countCells,
  exactPoints,
  firstAxes,
  hasExact,
  LEVELS,
  largestDifference,
  type PanelName,
  panelsOf,
  panelValues,
} from './diagram.ts';
import { EnsembleForm } from './EnsembleForm.tsx';
import { drawerScale } from './ensemble-drawings.ts';
import { axesWords, axisWord, criterionWords } from './ensemble-words.ts';
import { FilesPart } from './FilesPart.tsx';
import { JobBar } from './JobBar.tsx';
import type { Job, JobName } from './job.ts';
import { createPreview } from './preview.ts';
import { refined } from './refine.ts';
import { sweepOrReason } from './sweep-or-reason.ts';
import { isShown, sharedEnsembles, useEnsembles } from './use-ensembles.ts';

const NONE: readonly never[] = [];

/** Runs of each cell of a first diagram, where nobody says how many: a minute of two cores at most. */
const FIRST_RUNS = 50;

/** Success rates over two parameters, filled from coarse to fine; every cell opens its ensemble. */
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
  const offer = isNone ? firstAxes(scenarioParams(scenario.problem), scenario.values) : null;
  const { runs } = ensembleOf(scenario.values);
  const firstRuns = runs === ENSEMBLE_PARAMS.runs.default ? FIRST_RUNS : runs;
  const isLarge = typeof sweep !== 'string' && sweep.size > MOST_RUNS;

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
      {typeof sweep !== 'string' && offer && (
        <p className="offer">
          <Button
            primary={!job}
            data-testid="ensemble-offer"
            onClick={() => {
              session.change({ ...offer, runs: firstRuns });
              const chosen = scenarioSweep(session.store.getState().scenario);
              // Unless a link locks what it takes.
              if (chosen.axes.length > 0) sharedEnsembles(session).begin('diagram', chosen, own);
            }}
            words={t('ensemble.axis.offer', {
              x: axisWord(offer.xkey, t, sweep.scenario.problem),
              y: axisWord(offer.ykey, t, sweep.scenario.problem),
              cells: [offer.xat.length, offer.yat.length],
              runs: firstRuns,
            })}
          />
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
          {job && !job.running && <Refine job={job} />}
        </JobBar>
      )}
      {form}
      <FilesPart job={job} sweep={isNone ? null : sweep} onOpened={onPart} />
    </>
  );
}

/** Twice the runs of each cell, or twice the cells along each axis: what is there stays. */
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

/** The exact lines of a diagram, asked of the query engine once. */
function useExactLines(sweep: Sweep) {
  const ensembles = sharedEnsembles(useSession());
  const [found, setFound] = useState<{ sweep: Sweep; lines: readonly ExactLine[] } | null>(null);
  useEffect(() => {
    if (!hasExact(sweep)) return;
    const d = sweep.axes.find(({ key }) => key === 'd')!;
    ensembles
      .queryEngine()
      .ensemble.exactLines(d.at, LEVELS)
      .then(
        (lines) => setFound({ sweep, lines }),
        () => undefined,
      );
  }, [ensembles, sweep]);
  return useMemo(
    () =>
      found?.sweep === sweep
        ? found.lines.map((line) => ({ points: exactPoints(sweep, line), strong: line.level === LEVELS[0] }))
        : NONE,
    [found, sweep],
  );
}

function Diagram({ job, onCell }: { job: Job; onCell: (cell: number) => void }) {
  const session = useSession();
  const t = useTranslate();
  const preview = useMemo(() => createPreview(session), [session]);
  useEffect(() => preview.dispose, [preview]);
  const isHeld = useApp((state) => state.held !== null);
  const keys = useId();
  const { sweep } = job.runs;
  const [cursor, setCursor] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns are filled in place; the version tells.
  const counts = useMemo(() => countCells(job), [job.runs, job.running, job.version]);
  const panels = useMemo(() => panelsOf(sweep), [sweep]);
  const lines = useExactLines(sweep);
  const [x, y] = sweep.axes;
  const columns = x?.at.length ?? 0;
  const values = useMemo(
    () => Object.fromEntries(panels.map((panel) => [panel, panelValues(counts, columns, panel)])),
    [panels, counts, columns],
  ) as Record<PanelName, Float64Array>;
  const most = largestDifference(values.difference);
  const inputs = useMemo(
    () =>
      panels.map((panel) => {
        const kind = panel === 'difference' ? 'difference' : 'share';
        const extent = kind === 'difference' ? most : 1;
        return {
          kind,
          extent,
          columns: (x?.at ?? []).map(formatNumberShort),
          rows: y ? y.at.map(formatNumberShort) : [''],
          axes: {
            x: x ? axisWord(x.key, t, sweep.scenario.problem) : '',
            y: y ? axisWord(y.key, t, sweep.scenario.problem) : '',
          },
          values: values[panel],
          ticks: barTicks(kind, extent),
          lines: panel === 'right' ? lines : NONE,
          cursor,
        } as const;
      }),
    [panels, x, y, t, values, most, lines, cursor, sweep.scenario.problem],
  );

  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: columns, ArrowDown: -columns }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      const from = cursor ?? (by > 0 ? -by : 0);
      const to = from + by;
      // Never around the end of a row.
      const isBeside = Math.abs(by) > 1 || columns === 1 || cursor === null || rowOf(from) === rowOf(to);
      if (to >= 0 && to < sweep.cells && isBeside) rest(to);
    } else if ((event.key === 'Enter' || event.key === ' ') && cursor !== null) {
      event.preventDefault();
      event.stopPropagation();
      choose(cursor);
    }
  }

  function rest(cell: number): void {
    setCursor(cell);
    preview.rest(job, cell);
  }

  function choose(cell: number): void {
    preview.keep();
    onCell(cell);
  }
  const rowOf = (cell: number) => Math.floor(cell / columns);

  return (
    <div data-testid="diagram">
      <p className="note">{criterionWords(sweep, t)}</p>
      <div
        className="phase-panels"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys go from cell to cell.
        tabIndex={0}
        aria-label={t('ensemble.part.diagram')}
        aria-describedby={keys}
        onKeyDown={onKeyDown}
        onFocus={() => setCursor((now) => now ?? 0)}
        onBlur={preview.end}
        onPointerLeave={preview.end}
      >
        {panels.map((panel, i) => (
          <PhasePanel
            key={panel}
            title={t(`ensemble.diagram.${panel}`)}
            input={inputs[i]!}
            onCell={choose}
            onRest={rest}
          />
        ))}
      </div>
      <p role="status" className="cell-words">
        {cursor !== null && cellWords(sweep, counts, cursor, t)}
        {isHeld && ` ${t('ensemble.diagram.preview')}`}
      </p>
      <p className="note" id={keys}>
        {t('ensemble.diagram.keys')}
      </p>
      <p className="note">
        {t('ensemble.diagram.key.share')} {t('ensemble.diagram.key.difference', { most: pointsWords(most) })}
      </p>
      {panels.includes('kept') && <p className="note">{t('ensemble.diagram.keptNote')}</p>}
      {lines.length > 0 && <p className="note">{t('ensemble.diagram.exact')}</p>}
      <details>
        <summary>{t('ensemble.diagram.table')}</summary>
        <ul className="cell-list">
          {Array.from({ length: sweep.cells }, (_, cell) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its number.
            <li key={cell}>
              <button type="button" onClick={() => onCell(cell)}>
                {cellWords(sweep, counts, cell, t)}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** One panel of the diagram: a picture whose cells can be clicked. */
function PhasePanel({
  title,
  input,
  onCell,
  onRest,
}: {
  title: string;
  input: Omit<PhaseInput, 'width' | 'height' | 'scale' | 'palette'>;
  onCell: (cell: number) => void;
  onRest: (cell: number) => void;
}) {
  const { palette, name } = useThemeContext();
  const scale = drawerScale(name);
  const drawStyle = useMemo(() => ({ palette, scale }), [palette, scale]);
  const picture = useMemo(
    () => stillPicture(({ size, drawStyle }) => drawPhase({ ...size, ...drawStyle, ...input })),
    [input],
  );
  function cellUnder({ currentTarget, clientX, clientY }: MouseEvent): number | null {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const { columns, rows } = input;
    return cellAt({ width, height, scale, columns, rows }, clientX - left, clientY - top);
  }

  return (
    <figure className="phase-panel">
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the group around the panels has the keys, the table the buttons. */}
      <div
        className="phase-picture"
        onClick={(event) => {
          const cell = cellUnder(event);
          if (cell !== null) onCell(cell);
        }}
        onPointerMove={(event) => {
          const cell = event.pointerType === 'mouse' ? cellUnder(event) : null;
          if (cell !== null) onRest(cell);
        }}
      >
        <Drawing picture={picture} drawStyle={drawStyle} label={title} />
      </div>
    </figure>
  );
}
