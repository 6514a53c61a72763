import type { SideName } from '../../engine/contract.ts';
import { SIDES } from '../../engine/side-names.ts';
import { shownStep } from './run/kept-steps.ts';
import type { Session } from './session.ts';
import { viewOf } from './view.ts';

/** Loudness of one voice, and the seconds in which it comes, goes and glides: shorter ones click. */
const LOUDNESS = 0.06;
const GLIDE = 0.03;

/** Milliseconds after the last sound until the device is let go. */
const REST = 200;

/** The voices differ in timbre too, for one loudspeaker or one ear. */
const TIMBRES = { left: 'sine', right: 'triangle' } as const;

/** The pitch of the reference loss, in Hz: the A to which orchestras tune. */
const REFERENCE_PITCH = 440;

/** Semitones that each factor of ten in the excess loss is: a minor third. */
const SEMITONES_PER_DECADE = 3;

/** Decades below and above the reference that are heard: two octaves each way. */
const DECADES = 8;

/**
 * The pitch in Hz of an excess loss, even in its logarithm: 440 Hz at the reference (the excess at the start), a minor
 * third lower for each tenth of it, and never below 110 or above 1760 Hz. An excess of 0 or below is the lowest tone; null
 * (silence) where there is no number, or nothing to measure from.
 */
export function pitchOf(excess: number, reference: number): number | null {
  if (Number.isNaN(excess) || !(reference > 0) || !Number.isFinite(reference)) return null;
  const decades = excess <= 0 ? -DECADES : Math.log10(excess / reference);
  const heard = Math.min(DECADES, Math.max(-DECADES, decades));
  return REFERENCE_PITCH * 2 ** ((SEMITONES_PER_DECADE * heard) / 12);
}

/**
 * Lets two voices follow the excess losses while the run plays and the store wants a tone: the left side in the left ear,
 * the right in the right. Called once, from a key or a button, since browsers give sound to a gesture alone.
 */
export function followTone(session: Session): void {
  const { store } = session;
  let context: AudioContext;
  try {
    context = new AudioContext();
  } catch {
    store.setState({ tone: false });
    session.say('toast.toneMissing');
    return;
  }
  const voices = { left: createVoice(context, 'left'), right: createVoice(context, 'right') };
  const excessAt = (side: SideName, step: number) => viewOf(store.getState()).excess(session, side, step);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function sound(): void {
    const state = store.getState();
    const heard = state.tone && state.playing;
    if (!heard) {
      for (const side of SIDES) voices[side](null);
      // Steps may go on in silence: the device is let go once.
      timer ??= setTimeout(() => void context.suspend().catch(() => undefined), REST);
      return;
    }
    clearTimeout(timer);
    timer = undefined;
    if (context.state === 'suspended') void context.resume().catch(() => undefined);
    // One scale for both ears, as for both maps.
    const reference = Math.max(...SIDES.map((side) => excessAt(side, 0)));
    for (const side of SIDES) voices[side](pitchOf(excessAt(side, shownStep(state, side)), reference));
  }

  store.subscribe((state) => `${state.tone} ${state.playing} ${state.k}`, sound, { fireImmediately: true });
}

/** One voice in one ear; it is given a pitch in Hz, or null for silence. */
function createVoice(context: AudioContext, side: SideName): (pitch: number | null) => void {
  const voice = new OscillatorNode(context, { type: TIMBRES[side], frequency: 440 });
  const loudness = new GainNode(context, { gain: 0 });
  const ear = new StereoPannerNode(context, { pan: side === 'left' ? -1 : 1 });
  voice.connect(loudness).connect(ear).connect(context.destination);
  voice.start();
  return (pitch) => {
    const now = context.currentTime;
    if (pitch !== null) voice.frequency.setTargetAtTime(pitch, now, GLIDE);
    loudness.gain.setTargetAtTime(pitch === null ? 0 : LOUDNESS, now, GLIDE);
  };
}
