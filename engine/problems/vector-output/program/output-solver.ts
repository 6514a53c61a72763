import { checkProgram } from '../../../program/check-data.ts';
import { CRITERIA, type Status } from '../../../run/status.ts';
import type { OutputSolver, RoundProgram } from '../rounds.ts';
import type { ProgramData } from './atoms.ts';
import { createClosedForm } from './closed-form.ts';
import type { DualSurface } from './faces.ts';
import { createFrankWolfe } from './frank-wolfe.ts';
import { createWorkingSet, MOST_NEW } from './output-working-set.ts';
import { certifyRefined } from './refined-bound.ts';
import { createScalarRounds } from './scalar-rounds.ts';

/** Maximum rounds; with an open gap the program then resists. */
export const MOST_ROUNDS = { newton: 200, fw: 100_000 } as const;

/** Further rounds of the scalar program. */
const MOST_FURTHER = 60;

/** Rounds in a row without change that end the program. */
const MOST_RESTING_ROUNDS = 3;

/** Maximum atoms in a state of Frank-Wolfe. */
const MOST_SHOWN = 400;

export interface OutputSolverInput extends ProgramData {
  /** Relative gap of `optimal`; CRITERIA.gap by default. */
  readonly gap?: number | undefined;
  readonly solver: 'newton' | 'fw' | 'closed';
  /** Over the same rows; not needed for `closed`, which needs A A^T = I and one-hot labels. */
  readonly surface?: DualSurface | undefined;
}

/**
 * Solves by a working set with Newton, Frank-Wolfe, or in closed form. `optimal` if the gap is certified (at round 0 for zero labels);
 * `resists` at the limit of rounds or after three without change, though with one output and planar rows the program of two layers then
 * continues, and a refined residual may still prove the bound of the last round. An inexact surface certifies nothing: the bound is NaN, and
 * `stationary` replaces `resists`, because other directions may do better. Throws RangeError if beta is not positive and finite, or data are
 * empty, ragged or not finite.
 */
export function createOutputSolver(input: OutputSolverInput): OutputSolver {
  const { features, labels, samples: n, solver, surface, gap: tightest = CRITERIA.gap } = input;
  checkData(input);
  if (solver !== 'closed' && surface === undefined)
    throw new RangeError(`expected a surface for the solver ${solver}; got none`);
  const d = features.length / n;
  const outputs = labels.length / n;
  const stride = d + outputs;
  const made = programOf();
  const { capacity } = made;
  let { program } = made;
  let most = solver === 'closed' ? 1 : MOST_ROUNDS[solver];
  let goesOn = solver === 'newton' && d === 2 && outputs === 1 && surface!.isExact;
  let rounds = 0;
  let resting = 0;
  let refined = 0;
  let status = statusNow();
  let running: Generator<void, void> | null = null;

  function programOf(): { program: RoundProgram; capacity: number } {
    if (solver === 'closed') return { program: createClosedForm(input), capacity: outputs };
    if (solver === 'newton') {
      // A round adds 8 at most, within the room. Some optimum has no more than nK atoms.
      const room = Math.min(MOST_NEW * MOST_ROUNDS.newton, n * outputs + MOST_NEW);
      return { program: createWorkingSet(input, surface!, room), capacity: room };
    }
    // In the plane a sector keeps dK atoms at most and a ray one. Of more than 400 the heaviest are shown; presets of the pie had 85 at
    // most in 20,000 rounds (measured).
    return {
      program: createFrankWolfe(input, surface!),
      capacity: Math.min(MOST_SHOWN, 2 * n * (1 + d * outputs)),
    };
  }

  function boundNow(): number {
    return Math.max(program.lowerBound, refined);
  }

  function closes(): boolean {
    const { objective } = program;
    return objective === 0 || objective - boundNow() <= tightest * objective;
  }

  function statusNow(): Status {
    if (closes()) return 'optimal';
    if (resting < MOST_RESTING_ROUNDS && rounds < most) return 'moving';
    if (!goesOn) return surface?.isExact === false ? 'stationary' : 'resists';
    goesOn = false;
    program = createScalarRounds(input, program);
    [resting, most] = [0, rounds + MOST_FURTHER];
    return 'moving';
  }

  function* round(): Generator<void, void> {
    yield* program.round();
    rounds++;
    resting = program.atRest ? resting + 1 : 0;
    const next = statusNow();
    if (next === 'resists' && solver === 'newton') {
      yield;
      refined = certifyRefined(input, surface!, program.neurons).lowerBound;
    }
    status = closes() ? 'optimal' : next;
  }

  return {
    dimension: capacity * stride,
    write(state) {
      state.fill(0);
      let shown = program.neurons;
      if (shown.length > capacity) {
        const weight = (v: Float64Array) => v.reduce((sum, x) => sum + x * x, 0);
        shown = [...shown].sort((a, b) => weight(b.v) - weight(a.v)).slice(0, capacity);
      }
      shown.forEach(({ u, v }, j) => {
        state.set(u, j * stride);
        state.set(v, j * stride + d);
      });
    },
    get objective() {
      return program.objective;
    },
    get lowerBound() {
      return boundNow();
    },
    get taken() {
      return program.taken;
    },
    get status() {
      return status;
    },
    step(pause) {
      if (status !== 'moving') return 'done';
      running ??= round();
      while (!running.next().done) if (pause?.()) return 'paused';
      running = null;
      return 'done';
    },
  };
}

function checkData({ features, labels, samples: n, beta }: ProgramData): void {
  if (!(n > 0 && features.length > 0 && labels.length > 0) || features.length % n || labels.length % n)
    throw new RangeError(
      `expected n x d features and n x K labels for n >= 1; got ${features.length} and ${labels.length} for n = ${n}`,
    );
  checkProgram(beta, features, labels);
}
