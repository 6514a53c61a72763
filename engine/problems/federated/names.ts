/** Levels: quadratic losses over a plane, or a ReLU network over a circle of inputs. */
export const FED_LEVELS = ['plane', 'network'] as const;

/** Clients' losses of the plane (docs/mathematics.md, section 15.1). */
export const QUADS = ['agree', 'disagree', 'tilted', 'same', 'drawn'] as const;
export type Quad = (typeof QUADS)[number];

/** Right side of the plane: K = 1, all data pooled, or every client with the mean curvature. */
export const FED_VERSUS = ['rounds', 'work', 'equal'] as const;
export type FedVersus = (typeof FED_VERSUS)[number];

/** Assignments of samples to clients: one arc each, or in turn. */
export const SPLITS = ['arcs', 'shuffled'] as const;
export type Split = (typeof SPLITS)[number];

/** Sources of the samples: drawn over the circle, or a file. */
export const CIRCLES = ['circle', 'csv'] as const;

/** Curves for the network to learn. */
export const TARGETS = ['wave', 'square'] as const;
export type Target = (typeof TARGETS)[number];

/** Settings of a round. */
export interface RoundSettings {
  /** K, local steps of a client. */
  readonly local: number;
  /** eta, length of a local step. */
  readonly eta: number;
  /** sg: the server moves by this times the clients' mean move. */
  readonly server: number;
}

/** Criteria of the ends that the card lacks (docs/mathematics.md, section 15.4), exported so that the page shows what the engine tests. */
export const FED_ENDS = {
  /** diverged: not finite, or the excess (network: the loss) > this times max(1, the start's). */
  diverged: 1e6,
  /** stationary (network only): the next round moves the weights by at most this. */
  stationary: 1e-10,
} as const;
