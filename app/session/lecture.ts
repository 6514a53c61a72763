/** Parts that a scene can frame: panels and curves, from left to right. */
export const FRAMES = ['left', 'right', 'third', 'curve1', 'curve2', 'curve3'] as const;

export type Frame = (typeof FRAMES)[number];

/** Times at which a scene's part is shown: always, never, from the bookmark (without one, the end) or from the end. */
export const ENTRIES = ['on', 'off', 'bookmark', 'end'] as const;

export type Entry = (typeof ENTRIES)[number];

/** A scenario and its plain texts; `{{name}}` is a number that the engine computes. */
export interface Scene {
  readonly title: string;
  /** Shown next to the question instead of the preset's sentence. */
  readonly sentence: string;
  /** Replaces the sentence once the scene's end is reached (`isSceneReached`). */
  readonly after?: string | undefined;
  /** Replaces the question once the scene is over (`endOfScene`). */
  readonly end?: string | undefined;
  /** For the speaker. A line that begins with "Say:", "Ask:" or "Do:", in a language of the page, is a bullet. */
  readonly notes: string;
  /** For the speaker: one sentence that the audience will retell. */
  readonly moment?: string | undefined;
  /** In large letters; if empty, the title. */
  readonly question: string;
  /** Link fragment: the scenario with step, window and layers. */
  readonly scenario: string;
  /** Step at which play first stops; null for none. */
  readonly bookmark: number | null;
  /** Step at which play stops and the scene is over; without one, where both sides have ended. */
  readonly last?: number | null | undefined;
  /** True if the audience guesses each side's end. */
  readonly guess: boolean;
  readonly frame?: Frame | undefined;
  /** Entries by name of part (`partsOffered`); parts that are not listed look as they do without a list. */
  readonly parts?: Readonly<Record<string, Entry>> | undefined;
  /** Planned minutes, above 0. */
  readonly minutes?: number | undefined;
}

export interface Lecture {
  readonly title: string;
  readonly scenes: readonly Scene[];
}
