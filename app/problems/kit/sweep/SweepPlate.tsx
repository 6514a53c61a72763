import './sweep-plate.css';
import { Table2 } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import type { Describe, Picture } from '../../../session/picture/picture.ts';
import { Button } from '../../../ui/fields/Button.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { partForKey } from '../surface/part-for-key.ts';
import { ReadPlate } from '../surface/ReadPlate.tsx';

/** Size of a picture on the page, in pixels. */
export interface PlateSize {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

interface SweepPlateProps {
  /** Test id of the surface; others are `probe-<name>` and `<name>-run`, `-stop`, `-played`. */
  readonly name: string;
  readonly label: string;
  /** Picture with this part (from 0) being read. Must be referentially stable until the picture changes. */
  readonly pictureOf: (pointed: number | null) => Picture;
  readonly describe: () => Promise<Describe>;
  readonly parts: number;
  readonly partAt: (size: PlateSize, x: number, y: number) => number | null;
  readonly read: (part: number) => string;
  /** Called by a click on the part being read, or Enter. */
  readonly onOpen?: (part: number) => void;
  readonly hint: string;
  /** Finished runs of all; null before the first sweep. */
  readonly progress: { readonly done: number; readonly of: number; readonly words: string } | null;
  readonly isRunning: boolean;
  readonly onRun: () => void;
  readonly onStop: () => void;
  readonly words: Readonly<Record<'run' | 'again' | 'stop' | 'table', string>>;
  readonly table: (onClose: () => void) => ReactNode;
  readonly children?: ReactNode;
}

/** Runs on demand: pointer or arrow keys read the picture's parts. */
export function SweepPlate({
  name,
  label,
  pictureOf,
  describe,
  parts,
  partAt,
  read,
  onOpen,
  hint,
  progress,
  isRunning,
  onRun,
  onStop,
  words,
  table,
  children,
}: SweepPlateProps) {
  const { scale } = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const [asked, setPointed] = useState<number | null>(null);
  const [spoken, setSpoken] = useState(false);
  const [isTable, showTable] = useState(false);
  // Another sweep may have fewer parts.
  const pointed = asked !== null && asked < parts ? asked : null;
  const picture = useMemo(() => pictureOf(pointed), [pictureOf, pointed]);
  /** Part read before the pointer went down. */
  const held = useRef<number | null>(null);

  function pointAt(event: React.PointerEvent): void {
    const { left, top, width, height } = box.current!.getBoundingClientRect();
    setSpoken(false);
    setPointed(partAt({ width, height, scale }, event.clientX - left, event.clientY - top));
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    const part = partForKey(event.key, pointed, parts - 1);
    const opens = event.key === 'Enter' && onOpen && pointed !== null;
    if (!hasKeyboardFocus() || (part === undefined && !opens)) return;
    if (opens) onOpen(pointed);
    else {
      setPointed(part!);
      setSpoken(true);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <ReadPlate
      name={name}
      className="sweep"
      box={box}
      surface={label}
      label={label}
      picture={picture}
      describe={describe}
      words={pointed === null ? '' : read(pointed)}
      hint={hint}
      spoken={spoken}
      onPointerMove={pointAt}
      onPointerDown={(event) => {
        held.current = pointed;
        pointAt(event);
      }}
      onClick={() => {
        if (pointed !== null && pointed === held.current) onOpen?.(pointed);
      }}
      // Lifting a finger fires a leave event: keep its reading.
      onPointerLeave={({ pointerType }) => pointerType === 'mouse' && setPointed(null)}
      onBlur={() => setPointed(null)}
      onKeyDown={onKeyDown}
    >
      <div className="act">
        {isRunning ? (
          <Button onClick={onStop} words={words.stop} data-testid={`${name}-stop`} />
        ) : (
          <Button
            primary={!progress}
            onClick={onRun}
            words={progress ? words.again : words.run}
            data-testid={`${name}-run`}
          />
        )}
        {isRunning && <progress max={progress?.of ?? 1} value={progress?.done ?? 0} aria-label={label} />}
        {progress && (
          <span role="status" data-testid={`${name}-played`}>
            {progress.words}
          </span>
        )}
        {children}
        <button
          type="button"
          className="as-table"
          aria-haspopup="dialog"
          aria-label={words.table}
          title={words.table}
          onClick={() => showTable(true)}
        >
          <Table2 size={16} aria-hidden />
        </button>
      </div>
      {isTable && table(() => showTable(false))}
    </ReadPlate>
  );
}
