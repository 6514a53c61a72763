import './sweep-plate.css';
import { Table2 } from 'lucide-react';
import { type ComponentType, useMemo, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { AnyReading } from '../../../../engine/problem.ts';
import type { DisplayList } from '../../../charts/display-list.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { type Canvas, createPicture, type Describe, type Picture } from '../../../session/picture/picture.ts';
import type { Session } from '../../../session/session.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import type { AppState } from '../../../session/store.ts';
import type { Panel } from '../../../session/view.ts';
import { Button } from '../../../ui/fields/Button.tsx';
import { useParts } from '../panel.tsx';
import { drawLayers } from '../picture-panel.tsx';
import type { ViewState } from '../state/view-state.ts';
import { partForKey } from '../surface/part-for-key.ts';
import { ReadPlate } from '../surface/ReadPlate.tsx';
import { SweepTable } from './SweepTable.tsx';
import { useSweep } from './use-sweep.ts';

/** A sweep's question, the scenario's seed, and results so far. */
export interface Swept<R extends AnyReading> {
  readonly asked: R['asked'];
  readonly from: number;
  readonly told: R['told'] | R['progress'];
}

/** Picture, words and table of a sweep, whose parts count from 0. */
export interface ShownSweep {
  readonly parts: number;
  readonly hint: string;
  /** Alternative text of the picture. */
  readonly alt: string;
  /** Finished runs of all; null before the first. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly head: readonly string[];
  read(part: number): string;
  rows(): readonly (readonly string[])[];
  draw(canvas: Canvas, pointed: number | null): DisplayList;
  /** Returns the part at a pixel; null for none. */
  partAt(canvas: Canvas, x: number, y: number): number | null;
}

export interface SweepOf<R extends AnyReading, Input extends object> extends Pick<Panel, 'name' | 'title'> {
  /** Test id of the surface; others are `probe-<id>` and `<id>-run`, `-stop`, `-played`. Default: `name`. */
  readonly testId?: string;
  readonly reading: R['name'];
  /** Null before the first results. */
  readonly known: ViewState<Swept<R> | null>;
  /** Fields are primitives or stable references. */
  select(state: AppState): Input;
  ask(input: Input): R['asked'];
  /** Returns null if the scenario has no sweep. */
  show(input: Input, t: Translate): ShownSweep | null;
  /** `facts`: the scenario's values, and the progress. */
  word(t: Translate, name: 'run' | 'again' | 'stop' | 'table' | 'progress', facts: object): string;
  /** Accessible name; default: the title. */
  label?(t: Translate): string;
  /** Default: the accessible name. */
  tableTitle?(t: Translate): string;
  /** Acts on a click on the part being read, or Enter. */
  open?(part: number, session: Session): void;
  /** Stands next to the button that runs it. */
  readonly Extra?: ComponentType;
}

/** A long reading on demand: pointer or arrow keys read its picture's parts; figures and films show its results. */
export function sweepPanel<R extends AnyReading, Input extends object>(of: SweepOf<R, Input>): Panel {
  const { name, title, select, show } = of;
  const tell: Describe = (_, state, t) => show(select(state), t)?.alt ?? '';
  const describe = async () => tell;
  const create = (pointed: number | null): Picture<Input> =>
    createPicture({
      select: ({ store }) => select(store.getState()),
      draw: (input, canvas) => show(input, canvas.t)?.draw(canvas, pointed) ?? [],
    });
  return {
    ...{ name, title, side: null, of },
    // biome-ignore lint/correctness/noComponentHookFactories: a panel is made once, with its module.
    Body: () => <Sweep {...{ of, create, describe }} />,
    picture: { aspect: 1, draw: drawLayers([() => create(null)]), tell: () => [tell] },
  };
}

function Sweep<R extends AnyReading, Input extends object>({
  of,
  create,
  describe,
}: {
  of: SweepOf<R, Input>;
  create: (pointed: number | null) => Picture;
  describe: () => Promise<Describe>;
}) {
  const { name, testId = name, reading, known, select, show, word, open, Extra } = of;
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const title = useApp((state) => of.title(state, t));
  const input = useApp(useShallow(select));
  const values = useApp(({ scenario }) => scenario.values);
  const { isRunning, run, stop } = useSweep<R>(reading, useApp(known.keyOf));
  const [isTable, showTable] = useState(false);
  /** Part read before the pointer went down. */
  const held = useRef<number | null>(null);
  const shown = show(input, t);
  const parts = shown?.parts ?? 0;
  const { part, spoken, box, handlers } = useParts<number>({
    // Another sweep may have fewer parts.
    has: (one) => one < parts,
    pick: ([x, y], canvas) => shown?.partAt(canvas, x, y) ?? null,
    next: ({ key }, one) => partForKey(key, one, parts - 1),
    press(how, one) {
      if (!open || one === null || how === 'Backspace' || (how === 'click' && one !== held.current))
        return false;
      open(one, session);
      return true;
    },
  });
  const picture = useMemo(() => create(part), [create, part]);
  if (!shown) return null;
  const label = of.label?.(t) ?? title;
  const { progress } = shown;
  const say = (one: Parameters<typeof word>[1]) => word(t, one, { ...values, ...progress });

  async function play(): Promise<void> {
    const at = store.getState();
    const asked = of.ask(select(at));
    const from = at.scenario.values.seed as number;
    await run(asked, (told) => told && known.set(store, { asked, from, told }, at));
  }

  return (
    <ReadPlate
      {...{ box, label, picture, describe, spoken }}
      name={testId}
      className="sweep"
      surface={label}
      words={part === null ? '' : shown.read(part)}
      hint={shown.hint}
      {...handlers}
      onPointerDown={(event) => {
        held.current = part;
        handlers.onPointerDown(event);
      }}
      // Lifting a finger fires a leave event: keep its reading.
      onPointerLeave={({ pointerType }) => pointerType === 'mouse' && handlers.onPointerLeave()}
    >
      <div className="act">
        {isRunning ? (
          <Button onClick={stop} words={say('stop')} data-testid={`${testId}-stop`} />
        ) : (
          <Button
            primary={!progress}
            onClick={() => void play()}
            words={say(progress ? 'again' : 'run')}
            data-testid={`${testId}-run`}
          />
        )}
        {isRunning && <progress max={progress?.of ?? 1} value={progress?.done ?? 0} aria-label={label} />}
        {progress && (
          <span role="status" data-testid={`${testId}-played`}>
            {say('progress')}
          </span>
        )}
        {Extra && <Extra />}
        <button
          type="button"
          className="as-table"
          aria-haspopup="dialog"
          aria-label={say('table')}
          title={say('table')}
          onClick={() => showTable(true)}
        >
          <Table2 size={16} aria-hidden />
        </button>
      </div>
      {isTable && (
        <SweepTable
          title={of.tableTitle?.(t) ?? label}
          head={shown.head}
          rows={shown.rows()}
          onClose={() => showTable(false)}
        />
      )}
    </ReadPlate>
  );
}
