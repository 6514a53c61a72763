import { useEffect, useMemo, useRef, useState } from 'react';
import { formatNumberShort, formatReadout } from '../../../i18n/format.ts';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import { useSession, useTransient, useTranslate } from '../../../session/session-context.tsx';
import type { AppState } from '../../../session/store.ts';
import { Drawing } from '../../../ui/Drawing.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { writeText } from '../../../ui/write-text.ts';
import { directionsOf, readingNow } from '../network-facts.ts';
import { networkOf } from '../network-info.ts';
import { neuronShown, neuronsAt } from '../network-pictures.ts';
import { CircleKey } from './CircleKey.tsx';
import { circleInput, createCircle } from './drawing.ts';
import { matchOf } from './facts.ts';
import { type CircleInput, unitOf } from './input.ts';
import { neighbourOf, neuronAt } from './pick.ts';

const describe = async () => (await import('../describe-network.ts')).circle;

/** The neuron that is read; `low` if it is low on the circle, so that its words go to the top. */
interface Pointed {
  readonly j: number;
  readonly low: boolean;
}

/**
 * Shows the circle of directions. The pointer reads the nearest neuron and a click chooses it; arrow keys go round the circle and Enter
 * chooses.
 */
export function CirclePanel({ label }: { label: string }) {
  const session = useSession();
  const t = useTranslate();
  const drawStyle = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [spoken, setSpoken] = useState(false);
  const at = pointed?.j ?? -1;

  const picture = useMemo(() => createCircle(at), [at]);

  function inputNow(): CircleInput | null {
    const { clientWidth: width, clientHeight: height } = box.current!;
    return circleInput(picture.select(session, t), { size: { width, height }, drawStyle, t });
  }

  /** Returns the neuron at a pointer; null for none. */
  function meant(event: React.MouseEvent): Pointed | null {
    const input = inputNow();
    if (!input?.left) return null;
    const bounds = box.current!.getBoundingClientRect();
    const y = event.clientY - bounds.top;
    const j = neuronAt(input, input.left, unitOf(input), event.clientX - bounds.left, y);
    return j < 0 ? null : { j, low: y > bounds.height / 2 };
  }

  function read(next: Pointed | null, aloud: boolean): void {
    setSpoken(aloud);
    if (next?.j !== pointed?.j || next?.low !== pointed?.low) setPointed(next);
  }

  function readChosen(aloud: boolean): void {
    readNeuron(neuronShown(session.store.getState()), aloud);
  }

  function readNeuron(j: number, aloud: boolean): void {
    const angle = inputNow()?.left?.angles[j];
    if (angle !== undefined) read({ j, low: Math.sin(angle) < 0 }, aloud);
  }

  function choose(j: number | undefined): void {
    if (j !== undefined && j >= 0) session.change({ neuron: j + 1 });
  }

  /** Left and up go counter-clockwise, as the angles do. */
  function onKeyDown(event: React.KeyboardEvent): void {
    if (!hasKeyboardFocus()) return;
    const turn = { ArrowLeft: 1, ArrowUp: 1, ArrowRight: -1, ArrowDown: -1 }[event.key] as 1 | -1 | undefined;
    const left = inputNow()?.left;
    if (turn && left)
      readNeuron(neighbourOf(left, pointed?.j ?? neuronShown(session.store.getState()), turn), true);
    else if (event.key === 'Enter') choose(pointed?.j);
    else if (event.key === 'Home') readChosen(true);
    else return;
    event.preventDefault();
  }

  return (
    <div className="plate circle">
      <div
        ref={box}
        className="neurons"
        data-arrows
        data-testid="circle"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the neurons are read and chosen here by keyboard.
        tabIndex={0}
        aria-label={t('aria.neurons')}
        onPointerMove={(event) => read(meant(event), false)}
        onPointerLeave={() => read(null, false)}
        onClick={(event) => {
          const next = meant(event);
          choose(next?.j);
          read(next, false);
        }}
        onFocus={({ currentTarget }) => {
          if (currentTarget.matches(':focus-visible')) readChosen(true);
        }}
        onBlur={() => read(null, false)}
        onKeyDown={onKeyDown}
      >
        <Drawing picture={picture} label={label} describe={describe} />
      </div>
      <NeuronReadout pointed={pointed} aloud={spoken} />
      <CircleKey />
    </div>
  );
}

/** Shows exact values of the neuron that is read, aloud only if a key asked. */
function NeuronReadout({ pointed, aloud }: { pointed: Pointed | null; aloud: boolean }) {
  const session = useSession();
  const t = useTranslate();
  const output = useRef<HTMLOutputElement>(null);
  function wordsOf(state: AppState): string {
    const network = networkOf(state.opened);
    if (!pointed || !network || pointed.j >= network.neurons) return '';
    const { j } = pointed;
    const flat = neuronsAt(session, 'left');
    const left = directionsOf(flat);
    const teacher = network.teacher && directionsOf(network.teacher);
    const reading = readingNow(state);
    const match = matchOf(reading, teacher, left, j);
    const angle = (left.angles[j]! * 180) / Math.PI;
    return t('readout.neuron', {
      j: j + 1,
      w: [flat[2 * j]!, flat[2 * j + 1]!].map(formatReadout).join(', '),
      alpha: formatReadout(flat[2 * network.neurons + j]!),
      angle: formatNumberShort(Number(((angle + 360) % 360).toFixed(2))),
      strength: formatReadout(Math.abs(left.strengths[j]!)),
      dead: (reading?.left.dead[j] ?? 0) !== 0,
      match: match && {
        teacher: match.teacher + 1,
        degrees: formatNumberShort(Number(match.degrees.toFixed(2))),
      },
      taught: teacher !== null,
    });
  }
  function say(words: string): void {
    writeText(output.current, words);
  }
  useTransient(wordsOf, say);
  // Another neuron does not change the state.
  useEffect(() => say(wordsOf(session.store.getState())));
  return (
    <output
      ref={output}
      aria-live={aloud ? 'polite' : 'off'}
      className={pointed?.low ? 'probe above' : 'probe'}
      data-testid="probe-circle"
    />
  );
}
