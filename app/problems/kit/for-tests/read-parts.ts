/** For tests: all that pointer and keys read of a panel that the kit made, and its pictures with a part read. */

import type { DisplayList } from '../../../charts/display-list.ts';
import type { Size } from '../../../charts/geometry.ts';
import type { PictureKit } from '../../../session/picture/figure-view.ts';
import type { Canvas } from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import type { Panel } from '../../../session/view.ts';
import type { ReadOf } from '../panel.tsx';
import type { SlideOf } from '../slide-panel.tsx';
import { CHOSEN } from '../state/view-state.ts';
import type { SweepOf } from '../sweep/sweep-panel.tsx';

export type AnySweep = SweepOf<{ name: string; asked: unknown; told: unknown; progress: unknown }, object>;

export interface ReadParts {
  /** Each with what says it: a `name` or `part` is never empty, a `hint` may be. */
  readonly said: readonly (readonly ['name' | 'part' | 'hint', string])[];
  readonly drawn: readonly (() => DisplayList)[];
}

const KEYS = ['Home', 'End', 'ArrowRight', 'ArrowDown'];
const NOTHING: ReadParts = { said: [], drawn: [] };

/** Returns the panels of a snapshot; of a menu, the chosen entry. */
export function shownPanels(snapshot: Snapshot, panels: readonly Panel[]): Panel[] {
  const name = CHOSEN.of(snapshot.store.getState());
  return panels.map(
    (panel) => panel.entries?.find((one) => one.name === name) ?? panel.entries?.[0] ?? panel,
  );
}

export function sweepOf({ of }: Panel): AnySweep | null {
  return of && 'reading' in of ? (of as AnySweep) : null;
}

export function readParts(panel: Panel, snapshot: Snapshot, kit: PictureKit, size: Size): ReadParts {
  const { of } = panel;
  const canvas: Canvas = { size, drawStyle: kit.drawStyle, t: kit.t };
  const sweep = sweepOf(panel);
  if (sweep) return ofSweep(sweep, snapshot, canvas);
  if (!of) return NOTHING;
  return 'param' in of
    ? ofSlide(of as SlideOf, snapshot, kit, canvas)
    : ofRead(of as ReadOf<unknown>, snapshot, kit, canvas);
}

function ofRead(of: ReadOf<unknown>, snapshot: Snapshot, kit: PictureKit, canvas: Canvas): ReadParts {
  const { label, surface, hint, next, say, picture, ground, shared } = of;
  const state = snapshot.store.getState();
  const { t, size } = canvas;
  const keyed = KEYS.map((key) => next({ key, shiftKey: false }, null, canvas, snapshot));
  const parts = keyed.filter((part) => part !== null && part !== undefined);
  return {
    said: [
      ['name', label(state, t)],
      ['name', surface(state, t)],
      ['hint', hint(snapshot, t)],
      ...parts.map((part) => ['part', say(part, snapshot, t)] as const),
    ],
    // A shared part is drawn from the state.
    drawn: (shared ? [] : parts).map((part) => () => [
      ...(ground ? kit.draw(() => ground(part), snapshot, size) : []),
      ...kit.draw(() => picture(part), snapshot, size),
    ]),
  };
}

function ofSlide(of: SlideOf, snapshot: Snapshot, kit: PictureKit, canvas: Canvas): ReadParts {
  const { label, slide, hint, range, valueOf: numberOf, next, say, valueText = say, picture, ground } = of;
  const state = snapshot.store.getState();
  const { t, size } = canvas;
  const keyed = KEYS.flatMap((key) => next(key, numberOf(state), state) ?? []);
  const values = [...new Set([...range, numberOf(state), ...keyed])];
  return {
    said: [
      ['name', label(t)],
      ['name', slide(t)],
      ['hint', hint(state, t)],
      ...values.flatMap((value) =>
        [say(value, state, t), valueText(value, state, t)].map((words) => ['part', words] as const),
      ),
    ],
    drawn: values.map((value) => () => [
      ...(ground ? kit.draw(() => ground(value), snapshot, size) : []),
      ...kit.draw(() => picture(value), snapshot, size),
    ]),
  };
}

function ofSweep(of: AnySweep, { store }: Snapshot, canvas: Canvas): ReadParts {
  const state = store.getState();
  const { t } = canvas;
  const shown = of.show(of.select(state), t);
  if (!shown) return NOTHING;
  const last = shown.parts - 1;
  const parts = [...new Set([0, Math.floor(last / 2), last])].filter((part) => part >= 0 && part <= last);
  const facts = { ...state.scenario.values, ...shown.progress };
  const words = (
    ['run', 'again', 'stop', 'table', ...(shown.progress ? ['progress' as const] : [])] as const
  ).map((name) => of.word(t, name, facts));
  return {
    said: [
      ...[of.label?.(t) ?? of.title(state, t), ...words, ...shown.head].map(
        (said) => ['name', said] as const,
      ),
      ...[shown.hint, ...shown.rows().flat()].map((said) => ['hint', said] as const),
      ...parts.map((part) => ['part', shown.read(part)] as const),
    ],
    drawn: parts.map((part) => () => shown.draw(canvas, part)),
  };
}
