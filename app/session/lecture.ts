/** Parts of the page that a scene can frame: panels and curves, each from left to right. */
export const FRAMES = ['left', 'right', 'third', 'curve1', 'curve2', 'curve3'] as const;

export type Frame = (typeof FRAMES)[number];

/** One scene: a scenario and its texts. Texts are plain; `{{name}}` is a number that the engine computes. */
export interface Scene {
  readonly title: string;
  /** Shown next to the question, in place of the preset's own sentence. */
  readonly sentence: string;
  /** Replaces the sentence once the scene's end is reached (`isSceneReached`); default: the sentence stays. */
  readonly after?: string | undefined;
  /** In large letters above the question once both sides have ended (`isSceneOver`); default: none. */
  readonly end?: string | undefined;
  /** For the speaker only. A line that begins with "Say:", "Ask:" or "Do:", in a language of the page, is a bullet. */
  readonly notes: string;
  /** In large letters; if empty, the title. */
  readonly question: string;
  /** The fragment of a link: the scenario with its step, window and layers. */
  readonly scenario: string;
  /** The step at which play first stops; null for none. */
  readonly bookmark: number | null;
  /** True if the audience guesses where each side will end. */
  readonly guess: boolean;
  readonly frame?: Frame | undefined;
  /** Planned minutes, above 0. */
  readonly minutes?: number | undefined;
}

export interface Lecture {
  readonly title: string;
  readonly scenes: readonly Scene[];
}
