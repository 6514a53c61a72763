/** What is trained: quadratic losses over a plane, or a ReLU network over a circle of inputs. */
export const FED_LEVELS = ['plane', 'network'] as const;

/** The clients' losses of the plane (docs/mathematics.md, section 15.1). */
export const QUADS = ['agree', 'disagree', 'tilted', 'same', 'drawn'] as const;
/** One of `QUADS`. */
export type Quad = (typeof QUADS)[number];

/** The right side of the plane: K = 1, all data in one place, or every client with the mean curvature. */
export const FED_VERSUS = ['rounds', 'work', 'equal'] as const;
/** One of `FED_VERSUS`. */
export type FedVersus = (typeof FED_VERSUS)[number];

/** How samples are dealt to clients: one arc each, or in turn. */
export const SPLITS = ['arcs', 'shuffled'] as const;
/** One of `SPLITS`. */
export type Split = (typeof SPLITS)[number];

/** Where its samples come from: drawn over the circle, or a file. */
export const CIRCLES = ['circle', 'csv'] as const;

/** The curve that the network learns. */
export const TARGETS = ['wave', 'square'] as const;
/** One of `TARGETS`. */
export type Target = (typeof TARGETS)[number];

/** What a round is made of beside its clients. */
export interface RoundSettings {
  /** K, local steps of a client. */
  readonly local: number;
  /** eta, the length of a local step. */
  readonly eta: number;
  /** sg: the server moves this times the mean move of the clients. */
  readonly server: number;
}

/** The criteria of the ends that the card does not declare (docs/mathematics.md, section 15.4), as numbers, so that the page states what the engine tests. */
export const FED_ENDS = {
  /** diverged: not finite, or the excess (network: the loss) > this times max(1, the start's). */
  diverged: 1e6,
  /** stationary, of the network alone: the next round moves the weights by at most this. */
  stationary: 1e-10,
} as const;
