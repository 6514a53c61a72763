import type { SideName } from '../../engine/contract.ts';
import { SIDES } from '../../engine/side-names.ts';
import { shownStep } from './run/kept-steps.ts';
import type { Session } from './session.ts';
import { viewOf } from './view.ts';

/** Gain of one voice, and its attack, release and glide in seconds; shorter ones click. */
const LOUDNESS = 0.06;
const GLIDE = 0.03;

/** Milliseconds of silence before the device is released. */
const REST = 200;

/** Voices differ in timbre too, for one loudspeaker or one ear. */
const TIMBRES = { left: 'sine', right: 'triangle' } as const;

/** Reference pitch in Hz: concert A. */
const REFERENCE_PITCH = 440;

/** Semitones per factor of ten in the excess: a minor third. */
const SEMITONES_PER_DECADE = 3;

/** Audible decades around the reference: two octaves each way. */
const DECADES = 8;

/**
 * Returns an excess loss's pitch in Hz: 440 at the reference (the excess at the start), a minor third lower per factor of ten, clamped
 * to 110-1760. The lowest for an excess <= 0; null (silence) for NaN, or without a positive finite reference.
 */
export function pitchOf(excess: number, reference: number): number | null {
  if (Number.isNaN(excess) || !(reference > 0) || !Number.isFinite(reference)) return null;
  const decades = excess <= 0 ? -DECADES : Math.log10(excess / reference);
  const heard = Math.min(DECADES, Math.max(-DECADES, decades));
  return REFERENCE_PITCH * 2 ** ((SEMITONES_PER_DECADE * heard) / 12);
}

/**
 * Plays the excess losses as two voices, left side left, during play while `tone` is on. Call once, from a key or button: browsers
 * require a gesture.
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
      // Suspend only once.
      timer ??= setTimeout(() => void context.suspend().catch(() => undefined), REST);
      return;
    }
    clearTimeout(timer);
    timer = undefined;
    if (context.state === 'suspended') void context.resume().catch(() => undefined);
    // One scale for both ears.
    const reference = Math.max(...SIDES.map((side) => excessAt(side, 0)));
    for (const side of SIDES) voices[side](pitchOf(excessAt(side, shownStep(state, side)), reference));
  }

  store.subscribe((state) => `${state.tone} ${state.playing} ${state.k}`, sound, { fireImmediately: true });
}

/** Creates a voice in one ear; the returned function sets its pitch in Hz, null is silence. */
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
