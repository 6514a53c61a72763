import { SIDES } from '../../../../engine/side-names.ts';
import { yieldToMessages } from '../../../../workers/sliced.ts';
import { createRampTable } from '../../../charts/colour/ramp-table.ts';
import { fileName, scenarioTitle } from '../../../figure/caption.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { fieldOf, planeMap } from '../../../session/picture/in-plane.ts';
import { FINEST } from '../../../session/picture/pictures.ts';
import { presentLink } from '../../../session/scenario/bind-link.ts';
import type { Session } from '../../../session/session.ts';
import type { AppState } from '../../../session/store.ts';
import { viewOf } from '../../../session/view.ts';
import { type FilmChoice, filmStyle, MOST_BYTES } from './choice.ts';
import { computeUpTo, RunLost } from './compute-steps.ts';
import { createFilmPainter, type FilmPainter } from './film-pictures.ts';
import type { FilmCodec } from './formats.ts';
import { freezeRun, isFrozen } from './freeze-run.ts';
import { certainColours } from './gif-palette.ts';
import { createSchedule, type Schedule } from './schedule.ts';
import { createGifWriter } from './write-gif.ts';
import { createVideoWriter } from './write-video.ts';
import type { FilmWriter } from './writer.ts';

export interface FilmProgress {
  readonly phase: 'start' | 'steps' | 'maps' | 'frames';
  readonly done: number;
  readonly of: number;
}

export interface Film {
  readonly blob: Blob;
  readonly name: string;
  readonly frames: number;
  readonly seconds: number;
  readonly choice: FilmChoice;
}

export class FilmTooLarge extends Error {
  override readonly name = 'FilmTooLarge';
}

export interface FilmOptions {
  /** Null for a GIF. */
  readonly codec: FilmCodec | null;
  readonly t: Translate;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: FilmProgress) => void;
}

/** Longest wait for the finest maps, in ms. */
const MOST_WAIT = 15_000;

/** Pictures and pixel stride sampled for a GIF's colours. */
const SAMPLES = 5;
const SAMPLE_STRIDE = 7;

/**
 * Makes a film frame by frame from the trajectory of a paused run, given a valid choice. Computes missing steps first; restores the step.
 * Rejects with the signal's reason, RunLost, FilmTooLarge, or the encoder's or engine's error.
 */
export async function makeFilm(session: Session, choice: FilmChoice, options: FilmOptions): Promise<Film> {
  const { signal, onProgress, t } = options;
  const { to, width, height } = choice;
  await computeUpTo(session, to, signal, (done) => onProgress({ phase: 'steps', done, of: to }));
  onProgress({ phase: 'maps', done: 0, of: 1 });
  await mapsOf(session, signal);
  const schedule = createSchedule(choice);
  const link = new URL(presentLink(session), location.href).href;
  const run = freezeRun(session, to);
  const draw = createFilmPainter(run, choice, t);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: choice.format === 'gif' });
  if (!context) throw new RangeError('expected a canvas; the browser gave none');
  // Load fonts not yet used on the page.
  await draw(context, to);
  await document.fonts.ready;
  signal.throwIfAborted();
  const writer = await createWriter(context, draw, schedule, choice, options, link);
  try {
    let done = 0;
    onProgress({ phase: 'frames', done, of: schedule.frames });
    for (const { step, frames } of schedule.shots()) {
      await draw(context, step);
      signal.throwIfAborted();
      if (!isFrozen(run, session)) throw new RunLost();
      await untilAborted(writer.add(frames), signal);
      if (writer.bytes > MOST_BYTES) throw new FilmTooLarge();
      done += frames;
      onProgress({ phase: 'frames', done, of: schedule.frames });
      await yieldToMessages();
      signal.throwIfAborted();
    }
    const blob = await untilAborted(writer.finish(), signal);
    const { scenario } = run.store.getState();
    const name = `${fileName({ scenario, k: to }, 'film')}.${choice.format}`;
    return { blob, name, frames: schedule.frames, seconds: schedule.seconds, choice };
  } catch (error) {
    writer.cancel();
    throw error;
  }

  async function createWriter(
    context: CanvasRenderingContext2D,
    draw: FilmPainter,
    schedule: Schedule,
    choice: FilmChoice,
    { codec, t, signal }: FilmOptions,
    link: string,
  ): Promise<FilmWriter> {
    const { format, rate } = choice;
    if (format === 'gif') {
      const { palette } = filmStyle(choice);
      const samples = await samplePixels(context, draw, schedule, signal);
      return createGifWriter(context, {
        rate,
        certain: certainColours(palette, createRampTable(palette.ramp)),
        samples,
        comment: link,
      });
    }
    if (!codec) throw new RangeError(`expected a codec for ${format}; got none`);
    const title = scenarioTitle(run.store.getState(), t);
    return createVideoWriter(context.canvas, { format, codec, rate, title, comment: link, signal });
  }
}

async function samplePixels(
  context: CanvasRenderingContext2D,
  draw: FilmPainter,
  { frames, stepAt }: Schedule,
  signal: AbortSignal,
): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const { width, height } = context.canvas;
  const each = Math.ceil((width * height) / SAMPLE_STRIDE);
  const samples = new Uint32Array(SAMPLES * each);
  for (let i = 0; i < SAMPLES; i++) {
    await draw(context, stepAt(Math.floor((i * (frames - 1)) / (SAMPLES - 1))));
    const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
    for (let j = 0; j < each; j++) samples[i * each + j] = pixels[SAMPLE_STRIDE * j]!;
    await yieldToMessages();
    signal.throwIfAborted();
  }
  return new Uint8ClampedArray(samples.buffer);
}

/** Rejects on abort, however long the promise takes. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** True if the maps have their final resolution. */
function arePictured(state: AppState): boolean {
  const { opened, pictured, landscape, grid, references, picturesFailed, scenario, basins, pull } = state;
  if (picturesFailed) return true;
  if (pictured !== landscape || !opened) return false;
  if (!viewOf(state).maps)
    return SIDES.every((side) => {
      const [, info] = fieldOf(opened, side) ?? [];
      if (!info?.height && !info?.arrows) return true;
      const size = state.fields[side]?.size ?? 0;
      return info.height ? size >= FINEST : size > 0;
    });
  if (!references) return false;
  const { ground } = scenario.values;
  const coarse =
    ground === 'basins' && opened.dimension === 2
      ? basins
      : ground === 'pull' && opened.dimension === 2 && opened.plant
        ? pull
        : grid;
  return planeMap(state) === null || (coarse !== null && coarse.size >= FINEST);
}

/** Waits for the finest maps, at most `MOST_WAIT`. */
function mapsOf({ store }: Session, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (arePictured(store.getState())) return resolve();
    const onAbort = () => end(() => reject(signal.reason));
    const timer = setTimeout(() => end(resolve), MOST_WAIT);
    const unsubscribe = store.subscribe((state) => {
      if (arePictured(state)) end(resolve);
    });
    signal.addEventListener('abort', onAbort);

    function end(settle: () => void): void {
      clearTimeout(timer);
      unsubscribe();
      signal.removeEventListener('abort', onAbort);
      settle();
    }
  });
}
