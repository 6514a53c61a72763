/**
 * Parts of the page that a scene can frame, so that the room looks there: the panels from left to right, the curves below
 * them from left to right.
 */
export const FRAMES = ['left', 'right', 'third', 'curve1', 'curve2', 'curve3'] as const;

export type Frame = (typeof FRAMES)[number];

/** One scene: a scenario and what is said about it. Texts are plain; `{{name}}` in them is a number that the engine computes. */
export interface Scene {
  readonly title: string;
  /** Stands beside the question, in place of a preset's own sentence. */
  readonly sentence: string;
  /** Takes the sentence's place where the scene's end has been reached (`isSceneReached`); none: the sentence stays. */
  readonly after?: string | undefined;
  /** Stands in large letters over the question where both sides have ended (`isSceneOver`); none: the question stays. */
  readonly end?: string | undefined;
  /**
   * For the one who speaks; the audience does not see them. A line that begins with "Say:", "Ask:" or "Do:", in a language of the page, is
   * a bullet.
   */
  readonly notes: string;
  /** Asked in large letters; empty: the title stands there. */
  readonly question: string;
  /** The fragment of a link: the scenario with its step, window and layers. */
  readonly scenario: string;
  /** The step at which play first stops; null for none. */
  readonly bookmark: number | null;
  /** Whether the room is asked to guess where each side will end. */
  readonly guess: boolean;
  /** The part that is framed; none: no part. */
  readonly frame?: Frame | undefined;
  /** How long the speaker plans to stay, in minutes above 0; none: no plan. */
  readonly minutes?: number | undefined;
}

export interface Lecture {
  readonly title: string;
  readonly scenes: readonly Scene[];
}
