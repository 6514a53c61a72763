import { useEffect, useMemo, useRef } from 'react';
import { formatNumberShort, formatReadout } from '../../../i18n/format.ts';
import type { Canvas } from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { useSession, useTransient, useTranslate } from '../../../session/session-context.tsx';
import type { AppState } from '../../../session/store.ts';
import { Drawing } from '../../../ui/Drawing.tsx';
import { writeText } from '../../../ui/write-text.ts';
import { type Parts, useParts } from '../../kit/panel.tsx';
import { directionsOf, readingNow } from '../network-facts.ts';
import { networkOf } from '../network-info.ts';
import { neuronShown, neuronsAt } from '../network-pictures.ts';
import { CircleKey } from './CircleKey.tsx';
import { circleInput, createCircle } from './drawing.ts';
import { matchOf } from './facts.ts';
import { type CircleInput, unitOf } from './input.ts';
import { neighbourOf, neuronAt } from './pick.ts';

const describe = async () => (await import('../describe-network.ts')).circle;

/** The neuron being read; `low` on the circle puts its words at the top. */
interface Pointed {
  readonly j: number;
  readonly low: boolean;
}

const { select } = createCircle(-1);
const inputOf = (snapshot: Snapshot, canvas: Canvas) => circleInput(select(snapshot, canvas.t), canvas);

/** Returns a neuron with its half of the circle, if it exists. */
function pointedAt(j: number, { left }: CircleInput): Pointed | undefined {
  const angle = left?.angles[j];
  return angle === undefined ? undefined : { j, low: Math.sin(angle) < 0 };
}

const chosenIn = ({ store }: Snapshot) => neuronShown(store.getState());

/** The pointer reads the nearest neuron, a click chooses it; arrow keys go round the circle, Enter chooses. */
const PARTS: Parts<Pointed> = {
  pick([x, y], canvas, snapshot) {
    const input = inputOf(snapshot, canvas);
    if (!input?.left) return null;
    const j = neuronAt(input, input.left, unitOf(input), x, y);
    return j < 0 ? null : { j, low: y > canvas.size.height / 2 };
  },
  next({ key }, pointed, canvas, snapshot) {
    const input = inputOf(snapshot, canvas);
    if (!input?.left) return undefined;
    if (key === 'Home') return pointedAt(chosenIn(snapshot), input);
    // Left and up go counter-clockwise, as angles do.
    const turn = { ArrowLeft: 1, ArrowUp: 1, ArrowRight: -1, ArrowDown: -1 }[key] as 1 | -1 | undefined;
    return turn && pointedAt(neighbourOf(input.left, pointed?.j ?? chosenIn(snapshot), turn), input);
  },
  press(how, pointed, session) {
    if (how === 'Backspace') return false;
    if (pointed) session.change({ neuron: pointed.j + 1 });
    return true;
  },
};

export function CirclePanel({ label }: { label: string }) {
  const session = useSession();
  const t = useTranslate();
  const { part: pointed, spoken, read, box, canvasNow, handlers } = useParts(PARTS);
  const at = pointed?.j ?? -1;
  const picture = useMemo(() => createCircle(at), [at]);

  function readChosen(): void {
    const input = inputOf(session, canvasNow());
    const chosen = input && pointedAt(chosenIn(session), input);
    if (chosen) read(chosen, true);
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
        {...handlers}
        onFocus={({ currentTarget }) => {
          if (currentTarget.matches(':focus-visible')) readChosen();
        }}
      >
        <Drawing picture={picture} label={label} describe={describe} />
      </div>
      <NeuronReadout pointed={pointed} aloud={spoken} />
      <CircleKey />
    </div>
  );
}

/** Shows the read neuron's exact values, aloud only if a key asked. */
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
