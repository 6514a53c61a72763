/** One scene: a scenario and what is said about it. Texts are plain; `{{name}}` in them is a number that the engine computes. */
export interface Scene {
  readonly title: string;
  /** Stands beside the question, in place of a preset's own sentence. */
  readonly sentence: string;
  /** For the one who speaks; the room does not see them. */
  readonly notes: string;
  /** Asked in large letters; empty: the title stands there. */
  readonly question: string;
  /** The fragment of a link: the scenario with its step, window and layers. */
  readonly scenario: string;
  /** The step at which play first stops; null for none. */
  readonly bookmark: number | null;
  /** Whether the room is asked to guess where each side will end. */
  readonly guess: boolean;
}

export interface Lecture {
  readonly title: string;
  readonly scenes: readonly Scene[];
}
