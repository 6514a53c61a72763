import type { DescendingSide, Instance, SideName, Vector } from '../contract.ts';
import type { Values } from '../params.ts';
import type { Parts } from '../problem.ts';
import type { RunValues } from '../run/create-run.ts';
import { sidesOf } from '../run/sides.ts';
import { type ToldSamples, toldSamples } from './told-samples.ts';
import { createUpdateReader, type UpdateTerms } from './update-terms.ts';

/** One update of a descending side, with the problem's terms (`Terms`). */
export interface SideUpdate extends UpdateTerms {
  /** Descent direction of both losses at this side's w_k: minus the gradient, as a move in original units (length d). */
  readonly descents: Readonly<Record<SideName, Vector>>;
  /** Both losses at this side's w_k; NaN for the other side's if it has other weights. */
  readonly losses: Readonly<Record<SideName, number>>;
  /** Delta(w_k) = <w_k - w*, grad right - grad left>; NaN if undefined for the problem. */
  readonly pull: number;
}

/** Both sides' updates from step k, or from a side's last step if it has fewer. A problem's `types.ts` declares its terms. */
export interface Update<Terms = object, Round = unknown> {
  readonly k: number;
  readonly told: ToldSamples | null;
  /** Null if it iterates or never reaches the step. */
  readonly left: (SideUpdate & Partial<Terms>) | null;
  readonly right: (SideUpdate & Partial<Terms>) | null;
  /** Round of an iterating right side, in place of its update; null if it descends or ended before the step. */
  readonly round: Round | null;
  readonly leftRound: Round | null;
}

/**
 * Reads updates of a run step by step: the next step costs one step, an earlier one the whole way from the start. Both sides of these
 * values' run from the instance's start; `parts` are the problem's.
 */
export function createUpdateWalk(instance: Instance, values: Values & RunValues, parts: Parts | undefined) {
  const sides = sidesOf(instance);
  const readers = {
    left: createUpdateReader(instance, values, 'left'),
    right: createUpdateReader(instance, values, 'right'),
  };
  const told = toldSamples(instance.samples);
  const terms = parts?.terms?.(instance, values, told);

  function sideAt(side: SideName, k: number): (SideUpdate & object) | null {
    const update = readers[side]?.read(k);
    if (!update) return null;
    const { scaling } = sides[side] as DescendingSide;
    const descent = new Float64Array(update.weights.length);
    scaling.toOriginal(
      descent,
      update.gradient.map((slope) => -slope + 0),
    );
    return {
      ...update,
      descents: { left: descent, right: descent },
      losses: { left: Number.NaN, right: Number.NaN, [side]: update.loss },
      pull: Number.NaN,
      ...terms?.side?.(side, update),
    };
  }

  const approachSide = (side: SideName, k: number, steps: number) =>
    readers[side]?.approach(k, steps) ?? terms?.rounds?.[side]?.approach(k) ?? true;

  return {
    /** Takes at most `steps` steps on each side towards its step, one round of an iterating side; true once both are there. */
    approach(at: Readonly<Record<SideName, number>>, steps: number): boolean {
      const left = approachSide('left', at.left, steps);
      const right = approachSide('right', at.right, steps);
      return left && right;
    },
    read: (at: Readonly<Record<SideName, number>>) => ({
      k: Math.max(at.left, at.right),
      told,
      left: sideAt('left', at.left),
      right: sideAt('right', at.right),
      round: terms?.rounds?.right?.read(at.right) ?? null,
      leftRound: terms?.rounds?.left?.read(at.left) ?? null,
    }),
  };
}

export type UpdateWalk = ReturnType<typeof createUpdateWalk>;
