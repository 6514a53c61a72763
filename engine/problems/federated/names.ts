/** Quadratic losses over a plane, or a ReLU network over a circle of inputs. */
export const FED_LEVELS = ['plane', 'network'] as const;

/** Clients' losses of the plane (docs/mathematics.md, section 15.1). */
export const QUADS = ['agree', 'disagree', 'tilted', 'same', 'drawn'] as const;
export type Quad = (typeof QUADS)[number];

/** K = 1, all data pooled, every client with the mean curvature, control variates (SCAFFOLD), or a proximal term (FedProx). */
export const FED_VERSUS = ['rounds', 'work', 'equal', 'scaffold', 'prox'] as const;
export type FedVersus = (typeof FED_VERSUS)[number];

/** FedAvg, SCAFFOLD (option II, all clients) or FedProx. */
export type FedMethod = 'average' | 'scaffold' | 'prox';

/** One arc each, or in turn. */
export const SPLITS = ['arcs', 'shuffled'] as const;
export type Split = (typeof SPLITS)[number];

/** Sources of the samples. */
export const CIRCLES = ['circle', 'csv'] as const;

/** Curves to learn. */
export const TARGETS = ['wave', 'square'] as const;
export type Target = (typeof TARGETS)[number];

export interface RoundSettings {
  /** K. */
  readonly local: number;
  /** eta. */
  readonly eta: number;
  /** sg, times the clients' mean move. */
  readonly server: number;
}

/** Criteria that the card lacks (docs/mathematics.md, section 15.4), shown by the page. */
export const FED_ENDS = {
  /** Not finite, or the excess (network: the loss) > this times max(1, the start's). */
  diverged: 1e6,
  /** Network only: the next round moves the weights by at most this. */
  stationary: 1e-10,
} as const;
