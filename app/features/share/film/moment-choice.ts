import type { ThemeName } from '../../../charts/colour/palette.ts';
import { scenarioOf } from '../../../session/guessing.ts';
import type { Scene } from '../../../session/lecture.ts';
import type { Session } from '../../../session/session.ts';
import type { FilmChoice } from './choice.ts';
import { computeToEnd } from './compute-steps.ts';
import { choiceOf, firstForm } from './film-form.ts';
import { askFormats, type FilmCodec, offeredFormats } from './formats.ts';
import type { FilmOptions } from './make-film.ts';

export interface Prepared {
  readonly choice: FilmChoice;
  /** Null for a GIF. */
  readonly codec: FilmCodec | null;
}

/** Farthest end that a film shows, in ways from the scene's start to its bookmark: beyond, the moment would pass in no time. */
const MOST_WAYS = 30;

/**
 * Returns the last step of a scene's film: the scene's own last step, else the end of its run if the scene has words for it or no bookmark, else half a way beyond the
 * bookmark. Rejects as `computeToEnd`.
 */
export async function lastOfMoment(
  session: Session,
  scene: Scene,
  signal: AbortSignal,
  onProgress: FilmOptions['onProgress'],
): Promise<number> {
  if (typeof scene.last === 'number') return scene.last;
  const from = scenarioOf(scene).values.k;
  const way = (scene.bookmark ?? from) - from;
  const beyond = from + Math.ceil(1.5 * way);
  if (way > 0 && scene.end === undefined) return beyond;
  const last = way > 0 ? from + MOST_WAYS * way : undefined;
  const tell = (done: number, of: number) => onProgress({ phase: 'steps', done, of });
  const { end, ended } = await computeToEnd(session, signal, tell, last);
  if (way > 0 && (!ended || end > last!)) return beyond;
  return Math.max(from, end, session.store.getState().crowd?.end ?? 0);
}

/** Chooses the film of the open scene from its start. */
export async function chooseMoment(
  session: Session,
  scene: Scene,
  theme: ThemeName,
  signal: AbortSignal,
  onProgress: FilmOptions['onProgress'],
): Promise<Prepared> {
  const form = firstForm(session.store.getState(), theme);
  const formats = await askFormats(Number(form.width), Number(form.height));
  signal.throwIfAborted();
  const to = await lastOfMoment(session, scene, signal, onProgress);
  const offered = offeredFormats(formats);
  const choice = { ...choiceOf(form, offered), from: scenarioOf(scene).values.k, to };
  return { choice, codec: choice.format === 'gif' ? null : formats.codecs[choice.format] };
}
