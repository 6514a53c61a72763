import type { SideName } from '../../../engine/contract.ts';
import type { RuleName } from '../../../engine/run/run-params.ts';
import type { MessageKey } from '../../i18n/messages.ts';

/** How a statement is known. */
export type Standing = 'proved' | 'measured' | 'abstract';

/** One line of the mathematics: a formula (TeX), a sentence, or both. */
export interface Line {
  /** Words within it stand by their message key: `\text{@explain.tex.with}`. */
  readonly tex?: string;
  readonly say?: MessageKey;
  readonly standing?: Standing;
}

export interface Topic {
  readonly id: TopicName;
  readonly lines: readonly Line[];
}

export type TopicName =
  | 'data'
  | 'loss'
  | 'relaxation'
  | 'regulariser'
  | 'rule'
  | 'inequality'
  | 'population'
  | 'network'
  | 'program'
  | 'certificate'
  | 'collapse'
  | 'lift'
  | 'other';

/** How a side moves, with its numbers. */
export interface RuleFacts {
  readonly rule: RuleName;
  /** Absolute step length, and as a multiple of 1/L; `given`: it was set as an absolute length. */
  readonly step: number;
  readonly c: number;
  readonly given: boolean;
}

/** What the formulae depend on. */
export interface FormulaFacts {
  readonly problem: string;
  /** L */
  readonly smoothness: number;
  readonly rules: Readonly<Record<SideName, RuleFacts>>;
  /** Whether both sides move alike. */
  readonly same: boolean;
  readonly momentum: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly batch: number;
  readonly leak: number;
  readonly blend: number;
  readonly noise: 'none' | 'inside' | 'outside' | 'unknown';
  /** Whether there is a plant, and whether the labels are exactly its. */
  readonly hasPlant: boolean;
  readonly planted: boolean;
  readonly negative: boolean;
  readonly population: boolean;
  readonly standardised: boolean;
  /** Of two layers: whether the right side is the program; whether the output weights are trained; free biases; which program. */
  readonly solved: boolean;
  readonly trained: boolean;
  readonly constant: boolean;
  readonly program: 'exact' | 'hinges' | 'sampled';
}
