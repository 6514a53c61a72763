import { useMemo } from 'react';
import { cellAt, drawPhase, type PhaseInput } from '../../pictures/phase-plot.ts';
import { stillPicture } from '../../session/picture.ts';
import { Drawing } from '../../ui/Drawing.tsx';
import { useThemeContext } from '../../ui/theme-context.ts';
import { drawerScale } from './ensemble-drawings.ts';

export interface PanelLine {
  readonly points: readonly number[];
  readonly strong: boolean;
}

/** One panel of the diagram: a picture whose cells can be clicked. */
export function PhasePanel({
  title,
  kind,
  columns,
  rows,
  axes,
  values,
  extent,
  ticks,
  lines,
  cursor,
  onCell,
}: {
  title: string;
  kind: 'share' | 'difference';
  columns: readonly string[];
  rows: readonly string[];
  axes: { readonly x: string; readonly y: string };
  values: Float64Array;
  extent: number;
  ticks: PhaseInput['ticks'];
  lines: readonly PanelLine[];
  cursor: number | null;
  onCell: (cell: number) => void;
}) {
  const { palette, name } = useThemeContext();
  const scale = drawerScale(name);
  const look = useMemo(() => ({ palette, scale }), [palette, scale]);
  const picture = useMemo(() => {
    const input = { kind, columns, rows, axes, values, extent, ticks, lines, cursor };
    return stillPicture(({ size, look }) => drawPhase({ ...size, ...look, ...input }));
  }, [kind, columns, rows, axes, values, extent, ticks, lines, cursor]);
  return (
    <figure className="phase-panel">
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the group around the panels has the keys, the table the buttons. */}
      <div
        className="phase-picture"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const place = { width: box.width, height: box.height, scale, columns, rows };
          const cell = cellAt(place, event.clientX - box.left, event.clientY - box.top);
          if (cell !== null) onCell(cell);
        }}
      >
        <Drawing picture={picture} look={look} label={title} />
      </div>
    </figure>
  );
}
