import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useState } from 'react';
import type { EngineClient } from '../../../../workers/open-engine.ts';
import type { Size } from '../../../charts/geometry.ts';
import { cellAt, drawPhase } from '../../../pictures/ensemble/phase-plot.ts';
import { columnAt, drawShares } from '../../../pictures/ensemble/share-plot.ts';
import { type Canvas, stillPicture } from '../../../session/picture/picture.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { Drawing } from '../../../ui/Drawing.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { drawerScale } from '../ensemble-drawings.ts';
import { axisWord, criterionWords, placeNames } from '../ensemble-words.ts';
import type { Job } from '../job/job.ts';
import { useAsked, useBound } from '../most-arrive.ts';
import { sharesNotes, sharesOf } from '../shares.ts';
import { barTicks, cellWords, pointsWords } from './cell-words.ts';
import {
  countCells,
  exactDrawn,
  exactLaw,
  largestDifference,
  type PanelName,
  panelsOf,
  panelValues,
} from './diagram.ts';
import { createPreview } from './preview.ts';

const NONE: readonly never[] = [];

/** Shows panels for two axes, a chart for one; describes each cell. */
export function Diagram({ job, onCell }: { job: Job; onCell: (cell: number) => void }) {
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
  const law = useMemo(() => exactLaw(sweep), [sweep]);
  const lines = useAsked(
    useMemo(() => law && ((engine: EngineClient) => exactDrawn(sweep, law, engine)), [sweep, law]),
  );
  const [x, y] = sweep.axes;
  const columns = x?.at.length ?? 0;
  const values = useMemo(
    () => Object.fromEntries(panels.map((panel) => [panel, panelValues(counts, columns, panel)])),
    [panels, counts, columns],
  ) as Record<PanelName, Float64Array>;
  const most = largestDifference(values.difference);
  const bound = useBound(sweep);
  const plates = useMemo((): Plate[] => {
    if (!x) return [];
    if (!y) {
      const input = { ...sharesOf(sweep, counts, bound, t), cursor };
      return [
        {
          name: 'shares',
          title: t('ensemble.shares'),
          draw: ({ size, drawStyle }) => drawShares({ ...size, ...drawStyle, ...input }),
          cellAt: (size, px) => columnAt({ ...size, ...input }, px),
        },
      ];
    }
    return panels.map((panel) => {
      const kind = panel === 'difference' ? 'difference' : 'share';
      const extent = kind === 'difference' ? most : 1;
      const input = {
        kind,
        extent,
        columns: placeNames(x, t, sweep.scenario.problem),
        rows: placeNames(y, t, sweep.scenario.problem),
        axes: {
          x: axisWord(x.key, t, sweep.scenario.problem),
          y: axisWord(y.key, t, sweep.scenario.problem),
        },
        values: values[panel],
        ticks: barTicks(kind, extent),
        lines: (panel === law?.panel && lines) || NONE,
        cursor,
      } as const;
      return {
        name: panel,
        title: t(`ensemble.diagram.${panel}`),
        draw: ({ size, drawStyle }) => drawPhase({ ...size, ...drawStyle, ...input }),
        cellAt: (size, px, py) => cellAt({ ...size, ...input }, px, py),
      };
    });
  }, [panels, x, y, t, values, most, law, lines, cursor, sweep, counts, bound]);

  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: columns, ArrowDown: -columns }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      const from = cursor ?? (by > 0 ? -by : 0);
      const to = from + by;
      // Arrows do not wrap at the end of a row.
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
        {plates.map((plate) => (
          <DiagramPlate key={plate.name} plate={plate} onCell={choose} onRest={rest} />
        ))}
      </div>
      <p role="status" className="cell-words">
        {cursor !== null && cellWords(sweep, counts, cursor, t, bound?.cells[cursor])}
        {isHeld && ` ${t('ensemble.diagram.preview')}`}
      </p>
      <p className="note" id={keys}>
        {t('ensemble.diagram.keys')}
      </p>
      {y ? (
        <>
          <p className="note">
            {t('ensemble.diagram.key.share')}{' '}
            {t('ensemble.diagram.key.difference', { most: pointsWords(most) })}
          </p>
          {panels.includes('kept') && <p className="note">{t('ensemble.diagram.keptNote')}</p>}
        </>
      ) : (
        <p className="note">{sharesNotes(sweep, bound, t).join(' ')}</p>
      )}
      {law && <p className="note">{t(law.words)}</p>}
      <details>
        <summary>{t('ensemble.diagram.table')}</summary>
        <ul className="cell-list">
          {Array.from({ length: sweep.cells }, (_, cell) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its number.
            <li key={cell}>
              <button type="button" onClick={() => onCell(cell)}>
                {cellWords(sweep, counts, cell, t, bound?.cells[cell])}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

interface Plate {
  readonly name: string;
  readonly title: string;
  readonly draw: (canvas: Canvas) => ReturnType<typeof drawPhase>;
  readonly cellAt: (size: Size & { readonly scale: number }, x: number, y: number) => number | null;
}

function DiagramPlate({
  plate: { title, draw, cellAt },
  onCell,
  onRest,
}: {
  plate: Plate;
  onCell: (cell: number) => void;
  onRest: (cell: number) => void;
}) {
  const { palette, name } = useThemeContext();
  const scale = drawerScale(name);
  const drawStyle = useMemo(() => ({ palette, scale }), [palette, scale]);
  const picture = useMemo(() => stillPicture(draw), [draw]);
  function cellUnder({ currentTarget, clientX, clientY }: MouseEvent): number | null {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return cellAt({ width, height, scale }, clientX - left, clientY - top);
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
