import { useEffect, useMemo, useRef, useState } from 'react';
import { formatFixed, formatReadout } from '../../../i18n/format.ts';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { networkAt } from '../../kit/pictured.ts';
import { ReadPlate } from '../../kit/ReadPlate.tsx';
import { POINTED } from '../outputs-facts.ts';
import { firstLayer, neuronsOf, outputsOf, pictureKind, weightsOf } from '../outputs-info.ts';
import { createLines, linesInput } from './lines-drawing.ts';
import { lineOfNeuron, linePixels } from './lines-plot.ts';

/** A finger is no nearer to a pin than this, in pixels. */
const REACH = 24;

const describe = async () => (await import('../describe-outputs.ts')).lines;

/** The map of lines with the program's neurons as pins: the one that is read shows its line among the class regions. */
export function LinesPanel() {
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const drawStyle = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState(-1);
  const [spoken, setSpoken] = useState(false);
  const picture = useMemo(() => createLines(pointed), [pointed]);
  const hasClasses = useApp(({ opened }) => {
    const info = outputsOf(opened);
    return info !== null && pictureKind(info) === 'regions';
  });
  const landscape = useApp((state) => state.landscape);
  const k = useApp((state) => (pointed < 0 ? 0 : state.k));

  /** The program's neurons now, in the order of their angles. */
  function pinsNow() {
    const info = outputsOf(store.getState().opened);
    if (!info) return null;
    const neurons = neuronsOf(networkAt(session, 'right'), 'right', info);
    const first = firstLayer(neurons);
    const lines = Array.from({ length: neurons.count }, (_, j) => {
      const [a, b, c] = [first[3 * j]!, first[3 * j + 1]!, first[3 * j + 2]!] as const;
      return { plane: [a, b, c] as const, at: lineOfNeuron(a, b, c) };
    });
    const order = lines.map((_, j) => j).filter((j) => Number.isFinite(lines[j]!.at[1]));
    order.sort((i, j) => lines[i]!.at[0] - lines[j]!.at[0]);
    return { lines, order, weights: weightsOf(neurons) };
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: another step or landscape has other neurons.
  useEffect(() => {
    const plane = pointed < 0 ? null : (pinsNow()?.lines[pointed]?.plane ?? null);
    POINTED.set(store, plane);
  }, [pointed, k, landscape, store]);

  useEffect(() => () => POINTED.set(store, null), [store]);

  function pointAt(event: React.PointerEvent): void {
    const bounds = box.current!.getBoundingClientRect();
    const size = { width: bounds.width, height: bounds.height };
    const input = linesInput(createLines().select(session, t) as never, { ...size, ...drawStyle }, t, -1);
    if (!input?.atoms) return;
    const pixels = linePixels(input, input.atoms);
    const [x, y] = [event.clientX - bounds.left, event.clientY - bounds.top];
    let [nearest, away] = [-1, REACH];
    for (let j = 0; 2 * j < pixels.length; j++) {
      const distance = Math.hypot(pixels[2 * j]! - x, pixels[2 * j + 1]! - y);
      if (distance <= away) [nearest, away] = [j, distance];
    }
    setSpoken(false);
    setPointed(nearest);
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    const pins = pinsNow();
    if (!hasKeyboardFocus() || !pins || pins.order.length === 0) return;
    const { order } = pins;
    const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    const now = order.indexOf(pointed);
    if (way) setPointed(order[(now < 0 ? 0 : now + way + order.length) % order.length]!);
    else if (event.key === 'Home') setPointed(order[0]!);
    else if (event.key === 'End') setPointed(order.at(-1)!);
    else if (event.key === 'Escape' && pointed >= 0) setPointed(-1);
    else return;
    setSpoken(true);
    event.preventDefault();
    event.stopPropagation();
  }

  function words(): string {
    const pins = pointed < 0 ? null : pinsNow();
    const line = pins?.lines[pointed];
    if (!pins || !line) return '';
    return t('outputs.pin', {
      j: pins.order.indexOf(pointed) + 1,
      count: pins.order.length,
      degrees: formatFixed((line.at[0] * 180) / Math.PI, 1),
      offset: formatFixed(line.at[1], 3),
      weight: formatReadout(pins.weights[pointed]!),
    });
  }

  return (
    <ReadPlate
      name="pins"
      className="pins"
      box={box}
      surface={t('aria.outputs.pins')}
      label={t('aria.outputs.lines')}
      picture={picture}
      describe={describe}
      words={words()}
      hint={t('outputs.lines.hint', { classes: hasClasses })}
      spoken={spoken}
      onPointerMove={pointAt}
      onPointerDown={pointAt}
      onPointerLeave={() => setPointed(-1)}
      onBlur={() => setPointed(-1)}
      onKeyDown={onKeyDown}
    />
  );
}
