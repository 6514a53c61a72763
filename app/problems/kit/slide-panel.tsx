import { type ComponentType, useMemo, useState } from 'react';
import type { Translate } from '../../i18n/messages.ts';
import type { Canvas, Describe, Picture } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import { useControl } from '../../session/use-control.ts';
import type { Panel } from '../../session/view.ts';
import { Drawing } from '../../ui/Drawing.tsx';
import { useThemeContext } from '../../ui/look/theme-context.ts';
import { drawLayers } from './picture-panel.tsx';
import { SlideArea } from './surface/SlideArea.tsx';

export interface SlideOf extends Pick<Panel, 'name' | 'title'> {
  /** Parameter of the scenario that clicks, drags and keys set. */
  readonly param: Parameters<typeof useControl>[0];
  /** Test id of the slider. */
  readonly testId: string;
  readonly className: string;
  /** Accessible names of the picture, and of the slider. */
  label(t: Translate): string;
  slide(t: Translate): string;
  /** Least and largest number of the axis. */
  readonly range: readonly [number, number];
  /** Returns the requested number, which may not be open yet. */
  valueOf(state: AppState): number;
  /** Returns the number that the scenario gets. */
  fit?(to: number): number;
  at(x: number, canvas: Canvas, snapshot: Snapshot): number;
  /** Returns the number after a key; undefined if the key does nothing. */
  next(key: string, now: number, state: AppState): number | undefined;
  /** Draws with the number under the pointer marked, as does the lower layer. */
  picture(pointed: number | null): Picture;
  ground?(pointed: number | null): Picture;
  readonly tell: Describe;
  say(value: number, state: AppState, t: Translate): string;
  /** Replaces `say` as the slider's text. */
  valueText?(value: number, state: AppState, t: Translate): string;
  /** Replaces `say` while no number is pointed at. */
  hint(state: AppState, t: Translate): string;
  /** Class of the read-out; default 'probe', with 'hint'. */
  readonly outputClass?: string;
  readonly Below?: ComponentType;
}

/** A picture over a parameter: pointer reads it, click, drag and keys set it. */
export function slidePanel(of: SlideOf): Panel {
  const { name, title, picture, ground, tell } = of;
  const layers = [...(ground ? [() => ground(null)] : []), () => picture(null)];
  const describe = async () => tell;
  return {
    ...{ name, title, side: null, of },
    // biome-ignore lint/correctness/noComponentHookFactories: a panel is made once, with its module.
    Body: () => <SlideBody of={of} describe={describe} />,
    picture: { aspect: 1, narrow: () => 0.8, draw: drawLayers(layers), tell: () => [tell] },
  };
}

function SlideBody({ of, describe }: { of: SlideOf; describe: () => Promise<Describe> }) {
  const { testId, range, valueOf: numberOf, picture, ground, say, valueText = say, outputClass, Below } = of;
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const drawStyle = useThemeContext();
  const [pointed, setPointed] = useState<number | null>(null);
  const top = useMemo(() => picture(pointed), [picture, pointed]);
  const below = useMemo(() => ground?.(pointed), [ground, pointed]);
  const isFree = useControl(of.param) === 'shown';
  const value = useApp(numberOf);
  const read = useApp((state) => (pointed === null ? '' : say(pointed, state, t)));
  const said = useApp((state) => valueText(numberOf(state), state, t));
  const hint = useApp((state) => of.hint(state, t));

  function change(to: number, gesture: string): void {
    const next = of.fit?.(to) ?? to;
    if (next !== numberOf(store.getState())) session.change({ [of.param]: next }, { gesture });
  }

  return (
    <div className={`plate ${of.className}`}>
      <div className="pointed">
        {below && <Drawing picture={below} />}
        <Drawing picture={top} label={of.label(t)} describe={describe} />
        <SlideArea
          testId={testId}
          label={of.slide(t)}
          isFree={isFree}
          min={range[0]}
          max={Math.max(range[1], value)}
          value={value}
          valueText={said}
          at={(x, size) => of.at(x, { size, drawStyle, t }, session)}
          next={(key) => of.next(key, numberOf(store.getState()), store.getState())}
          change={change}
          point={setPointed}
        />
      </div>
      <output
        aria-live="off"
        className={outputClass ?? (read ? 'probe' : 'probe hint')}
        data-testid={`probe-${testId}`}
      >
        {read || hint}
      </output>
      {Below && <Below />}
    </div>
  );
}
