import type { DescendingSide, Instance, Landscape, RuleMemory, SideName, Vector } from '../contract.ts';
import { allFinite, norm } from '../kernels/vector.ts';
import { createOptimizer } from '../optimizers/update-rules.ts';
import { calledRule, type RunValues, type SideSettings, sideSettings } from '../run/create-run.ts';
import { descends, sidesOf } from '../run/sides.ts';

/** Gradient that the rule evaluated itself, instead of the full one at w_k. */
export interface AskedGradient {
  /** Point of evaluation (scaled units): Nesterov looks ahead. */
  readonly at: Vector;
  readonly gradient: Vector;
  /** Mini-batch samples; null for all of them. */
  readonly rows: Int32Array<ArrayBuffer> | null;
}

/** One update w_k to w_(k+1) of one side, in the scaled units of the rule. Vectors have length d. */
export interface UpdateTerms extends Pick<SideSettings, 'rule' | 'step'> {
  readonly k: number;
  readonly weights: Vector;
  readonly loss: number;
  readonly gradient: Vector;
  readonly gradientNorm: number;
  /** Null if the rule uses the full gradient at w_k. */
  readonly asked: AskedGradient | null;
  /** Memory of the rule before and after this update; null if it has none. */
  readonly before: RuleMemory | null;
  readonly after: RuleMemory | null;
  /** Result of the rule before projection onto the loss's region; null without a region. */
  readonly unprojected: Vector | null;
  /** Null if it is not finite: the side diverges at step k + 1. */
  readonly next: Vector | null;
  readonly nextLoss: number;
  /** w_k and w_(k+1) in original units, as in the run. */
  readonly original: { readonly weights: Vector; readonly next: Vector | null };
}

/** Follows one side of a run from its start and reads single updates. */
export interface UpdateReader {
  /**
   * Takes at most `steps` steps towards step k, restarting if k was passed. True once k is reached or cannot be, because the side diverged
   * before.
   */
  approach(k: number, steps: number): boolean;
  /** Returns the update from step k after `approach`; null if the side never gets there. */
  read(k: number): UpdateTerms | null;
}

/**
 * Creates the same optimizer on the same landscape with the same order of calls as `createRun`, so that every iterate has the run's bits
 * whatever the rule remembers. Null for an iterating side. Costs the run's steps.
 */
export function createUpdateReader(
  instance: Instance,
  values: RunValues,
  side: SideName,
): UpdateReader | null {
  const standing = sidesOf(instance)[side];
  if (!descends(standing)) return null;
  const of: DescendingSide = standing;
  const settings = sideSettings(instance, values)[side];
  const { dimension: d, scaling } = of;
  let walk = start();
  let latest: UpdateTerms | null = null;

  function start() {
    const landscape = of.landscape.follow();
    let asked: AskedGradient | null = null;
    const overheard: Landscape = {
      ...landscape,
      evaluate(gradient, w) {
        const loss = landscape.evaluate(gradient, w);
        asked = { at: Float64Array.from(w), gradient: Float64Array.from(gradient), rows: null };
        return loss;
      },
      batchGradient(gradient, w, rows, from, to) {
        landscape.batchGradient(gradient, w, rows, from, to);
        const batch = Int32Array.from(rows.subarray(from, to));
        asked = { at: Float64Array.from(w), gradient: Float64Array.from(gradient), rows: batch };
      },
    };
    const optimizer = createOptimizer(settings.rule, overheard, settings);
    const weights = new Float64Array(d);
    const gradient = new Float64Array(d);
    const shown = Float64Array.from(of.start);
    scaling.toScaled(weights, of.start);
    if (landscape.project) {
      landscape.project(weights);
      scaling.toOriginal(shown, weights);
    }
    const state = { k: 0, loss: Number.NaN, finite: true, weights, gradient, shown };

    function measure(): void {
      landscape.atStep?.(state.k);
      state.loss = landscape.evaluate(gradient, weights);
      state.finite =
        Number.isFinite(state.loss) &&
        allFinite(weights) &&
        allFinite(shown) &&
        Number.isFinite(norm(gradient));
    }
    measure();

    return {
      state,
      remember: () => optimizer.remember?.() ?? null,
      step() {
        asked = null;
        optimizer.step(weights, gradient);
        const unprojected = landscape.project ? weights.slice() : null;
        landscape.project?.(weights);
        scaling.toOriginal(shown, weights);
        state.k++;
        // Evaluations for measurements are not gradients of the rule.
        const used: AskedGradient | null = asked;
        measure();
        return { asked: used, unprojected };
      },
    };
  }

  return {
    approach(k, steps) {
      if (latest?.k === k) return true;
      if (k < walk.state.k) walk = start();
      for (let taken = 0; taken < steps && walk.state.k < k && walk.state.finite; taken++) walk.step();
      return walk.state.k === k || !walk.state.finite;
    },
    read(k) {
      if (latest?.k === k) return latest;
      if (walk.state.k !== k || !walk.state.finite) return null;
      const { weights, loss, gradient, shown } = walk.state;
      const here = {
        k,
        rule: calledRule(settings, of.landscape.samples),
        step: settings.step,
        weights: weights.slice(),
        loss,
        gradient: gradient.slice(),
        gradientNorm: norm(gradient),
      };
      const original = shown.slice();
      const before = walk.remember();
      const { asked, unprojected } = walk.step();
      const { finite } = walk.state;
      latest = {
        ...here,
        asked,
        before,
        after: walk.remember(),
        unprojected,
        next: finite ? weights.slice() : null,
        nextLoss: finite ? walk.state.loss : Number.NaN,
        original: { weights: original, next: finite ? shown.slice() : null },
      };
      return latest;
    },
  };
}
