import { type ComponentType, useEffect, useMemo, useRef, useState } from 'react';
import type { Translate } from '../../i18n/messages.ts';
import { hasKeyboardFocus } from '../../session/keys.ts';
import type { Canvas, Describe, Picture } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import type { Session } from '../../session/session.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import type { Panel } from '../../session/view.ts';
import { useThemeContext } from '../../ui/look/theme-context.ts';
import { drawLayers } from './picture-panel.tsx';
import type { ViewState } from './state/view-state.ts';
import { ReadPlate } from './surface/ReadPlate.tsx';

type Place = readonly [x: number, y: number];
type Key = Pick<React.KeyboardEvent, 'key' | 'shiftKey'>;

/** Parts of a picture that pointer and keys read. */
export interface Parts<Part> {
  /** Place of the part that several pictures share; without it, each page has its own. */
  readonly shared?: ViewState<Part | null>;
  /** False if another instance lacks the part. */
  has?(part: Part, snapshot: Snapshot): boolean;
  /** Returns the part at a pixel; null for none. */
  pick(at: Place, canvas: Canvas, snapshot: Snapshot): Part | null;
  /** Returns the part after a key; undefined if the key reads nothing. Escape is handled before. */
  next(key: Key, part: Part | null, canvas: Canvas, snapshot: Snapshot): Part | null | undefined;
  /** Acts on a click or another key; false if it does nothing. */
  press?(how: 'click' | 'Enter' | 'Backspace', part: Part | null, session: Session): boolean;
}

/** Reads parts of a picture. `handlers` belong to the element of `box`; `spoken` is true after a key. */
export function useParts<Part>({ shared, has, pick, next, press }: Parts<Part>) {
  const session = useSession();
  const t = useTranslate();
  const drawStyle = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState<Part | null>(null);
  const [spoken, setSpoken] = useState(false);
  const asked = useApp((state) => (shared ? shared.of(state) : own));
  const isThere = useApp(() => asked !== null && (has?.(asked, session) ?? true));
  const part = isThere ? asked : null;

  useEffect(() => () => shared?.set(session.store, null), [shared, session]);

  function canvasNow(): Canvas {
    const { width, height } = box.current!.getBoundingClientRect();
    return { size: { width, height }, drawStyle, t };
  }

  function read(to: Part | null, isKey: boolean): void {
    setSpoken(isKey);
    if (JSON.stringify(to) === JSON.stringify(asked)) return;
    if (shared) shared.set(session.store, to);
    else setOwn(to);
  }

  function pointAt(event: React.MouseEvent): Part | null {
    const { left, top } = box.current!.getBoundingClientRect();
    const to = pick([event.clientX - left, event.clientY - top], canvasNow(), session);
    read(to, false);
    return to;
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (!hasKeyboardFocus()) return;
    const { key } = event;
    const isPress = (key === 'Enter' || key === 'Backspace') && (press?.(key, part, session) ?? false);
    const to = key === 'Escape' && part !== null ? null : next(event, part, canvasNow(), session);
    if (!isPress && to === undefined) return;
    if (!isPress) read(to!, true);
    event.preventDefault();
    event.stopPropagation();
  }

  const leave = () => read(null, false);
  const handlers = {
    onPointerMove: pointAt,
    onPointerDown: pointAt,
    onPointerLeave: leave,
    onBlur: leave,
    onKeyDown,
    ...(press && { onClick: (event: React.MouseEvent) => press('click', pointAt(event), session) }),
  };
  return { part, spoken, read, box, canvasNow, handlers };
}

export interface ReadOf<Part> extends Pick<Panel, 'name' | 'title'>, Parts<Part> {
  readonly side?: Panel['side'];
  /** Class of the picture, and test id of its surface. */
  readonly className: string;
  readonly testId?: string;
  /** Accessible names of the picture, and of the surface on which keys read it. */
  label(state: AppState, t: Translate): string;
  surface(state: AppState, t: Translate): string;
  /** Draws with a part marked; called again for another part, unless it is shared. */
  picture(part: Part | null): Picture;
  /** Lower layer. */
  ground?(part: Part | null): Picture;
  /** Drawn in figures if the page's picture selects a shared part itself. */
  readonly still?: () => Picture;
  readonly tell: Describe;
  say(part: Part, snapshot: Snapshot, t: Translate): string;
  /** Replaces `say` while nothing is read. */
  hint(snapshot: Snapshot, t: Translate): string;
  /** Stands below. */
  readonly Below?: ComponentType<{ readonly part: Part | null }>;
  readonly aspect?: number;
  readonly narrow: number;
}

/** A picture whose parts are read by pointer and keys, on the page, in figures and in films. */
export function readPanel<Part>(of: ReadOf<Part>): Panel {
  const { name, title, side = null, picture, ground, still, tell, aspect = 1, narrow } = of;
  const layers = [...(ground ? [() => ground(null)] : []), still ?? (() => picture(null))];
  const describe = async () => tell;
  return {
    ...{ name, title, side, of },
    // biome-ignore lint/correctness/noComponentHookFactories: a panel is made once, with its module.
    Body: () => <ReadBody of={of} describe={describe} />,
    picture: { aspect, narrow: () => narrow, draw: drawLayers(layers), tell: () => [tell] },
  };
}

function ReadBody<Part>({ of, describe }: { of: ReadOf<Part>; describe: () => Promise<Describe> }) {
  const { name, testId = name, className, picture, ground, say, hint, Below, shared } = of;
  const session = useSession();
  const t = useTranslate();
  const { part, spoken, box, handlers } = useParts(of);
  const marked = shared ? null : part;
  const top = useMemo(() => picture(marked), [picture, marked]);
  const below = useMemo(() => ground?.(marked), [ground, marked]);
  const surface = useApp((state) => of.surface(state, t));
  const label = useApp((state) => of.label(state, t));
  const words = useApp(() => (part === null ? '' : say(part, session, t)));
  const hints = useApp(() => hint(session, t));
  return (
    <ReadPlate
      {...{ className, box, surface, label, describe, words, spoken }}
      name={testId}
      picture={top}
      {...(below && { ground: below })}
      hint={hints}
      {...handlers}
    >
      {Below && <Below part={part} />}
    </ReadPlate>
  );
}
