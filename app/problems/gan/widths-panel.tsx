import './chance-words.en.ts';
import './widths.css';
import { Table2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { WidthsReading, WidthsTold } from '../../../engine/problems/gan/types.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import { hasKeyboardFocus } from '../../session/keys.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { Panel } from '../../session/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { useThemeContext } from '../../ui/theme-context.ts';
import { WidthsTable } from './WidthsTable.tsx';
import {
  createWidths,
  shownFacts,
  tellWidths,
  widthsInput,
  widthsState,
  widthWords,
} from './widths-drawing.ts';
import { type KnownWidths, sweepFor, widthsKey, widthsOf } from './widths-facts.ts';
import { widthAt } from './widths-plot.ts';

const describe = async () => tellWidths;

/** The exact law of width and, on demand, what games of many widths come to, played on an engine of their own. */
function WidthsPanel() {
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const drawStyle = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [spoken, setSpoken] = useState(false);
  /** The engine that plays now. */
  const engine = useRef<EngineClient | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [isTable, showTable] = useState(false);
  const picture = useMemo(() => createWidths(pointed), [pointed]);
  const known = useApp(widthsOf);
  const info = useApp((state) => widthsState(state).info);
  const key = useApp(({ scenario }) => widthsKey(scenario.values));

  // A change of the game ends its sweep, as does going away; what was found of the same game stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another game.
  useEffect(() => stop, [key]);

  function stop(): void {
    engine.current?.dispose();
    engine.current = null;
    setPlaying(false);
  }

  async function run(): Promise<void> {
    const { scenario, own } = store.getState();
    if (!info) return;
    const asked = sweepFor(info);
    const mine = session.startEngine();
    const note = (told: WidthsTold) => {
      if (engine.current !== mine) return;
      const { readings, landscape } = store.getState();
      const value: KnownWidths = { key: widthsKey(scenario.values), asked, told };
      store.setState({ readings: { ...readings, widths: { landscape, step: null, value } } });
    };
    engine.current = mine;
    setPlaying(true);
    try {
      const opened = await mine.open(scenario, own);
      if (!opened || 'failure' in opened) return;
      const whole = await mine.reading<WidthsReading>('widths', asked, note);
      if (whole) note(whole);
    } catch {
      // It was stopped, or its worker was lost: what was found until then stays.
    } finally {
      if (engine.current === mine) stop();
    }
  }

  const facts = info ? shownFacts(info, known) : [];
  const read = pointed === null ? undefined : facts[pointed];

  function pointAt(event: React.PointerEvent): void {
    const { left, width, height } = box.current!.getBoundingClientRect();
    if (!info) return;
    const input = { width, height, ...drawStyle, ...widthsInput(info, known, null, t) };
    setSpoken(false);
    setPointed(widthAt(input, event.clientX - left));
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    const last = facts.length - 1;
    if (!hasKeyboardFocus()) return;
    if (way) setPointed(Math.max(0, Math.min(last, pointed === null ? (way > 0 ? 0 : last) : pointed + way)));
    else if (event.key === 'Home') setPointed(0);
    else if (event.key === 'End') setPointed(last);
    else if (event.key === 'Escape' && pointed !== null) setPointed(null);
    else return;
    setSpoken(true);
    event.preventDefault();
    event.stopPropagation();
  }

  const games = known ? known.told.finals.length : 0;
  return (
    <div className="plate widths">
      <div
        ref={box}
        className="read"
        data-arrows
        data-testid="widths"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: widths are read here by keyboard.
        tabIndex={0}
        aria-label={t('aria.gan.widths')}
        onPointerMove={pointAt}
        onPointerDown={pointAt}
        onPointerLeave={() => setPointed(null)}
        onBlur={() => setPointed(null)}
        onKeyDown={onKeyDown}
      >
        <Drawing picture={picture} label={t('aria.gan.widths')} describe={describe} />
      </div>
      <output
        className={read ? 'told' : 'told hint'}
        aria-live={spoken ? 'polite' : 'off'}
        data-testid="probe-widths"
      >
        {read ? widthWords(read, t) : t('gan.widths.hint', { asked: known !== null })}
      </output>
      <div className="act">
        {isPlaying ? (
          <Button onClick={stop} words={t('gan.widths.stop')} data-testid="widths-stop" />
        ) : (
          <Button
            primary={!known}
            onClick={() => void run()}
            words={t(known ? 'gan.widths.again' : 'gan.widths.run')}
            data-testid="widths-run"
          />
        )}
        {isPlaying && (
          <progress max={games || 1} value={known?.told.done ?? 0} aria-label={t('gan.widths')} />
        )}
        {known && (
          <span role="status" data-testid="widths-played">
            {t('gan.widths.progress', { done: known.told.done, games })}
          </span>
        )}
        <button
          type="button"
          className="as-table"
          aria-haspopup="dialog"
          aria-label={t('gan.widths.table')}
          title={t('gan.widths.table')}
          onClick={() => showTable(true)}
        >
          <Table2 size={16} aria-hidden />
        </button>
      </div>
      {isTable && <WidthsTable facts={facts} onClose={() => showTable(false)} />}
    </div>
  );
}

/** What width buys, of the network alone. */
export const WIDTHS: Panel = {
  name: 'more',
  side: null,
  title: (_, t) => t('gan.widths'),
  Body: WidthsPanel,
  picture: {
    aspect: 1,
    narrow: () => 1,
    draw: (kit, snapshot, size) => kit.draw(createWidths, snapshot, size),
    tell: () => [tellWidths],
  },
};
