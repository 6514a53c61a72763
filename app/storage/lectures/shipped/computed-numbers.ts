import recomputed from '../../../../engine/fixtures/lecture-numbers.json';

/** For tests: NumPy's numbers of the shipped lectures (`engine/fixtures/make/make_lecture_numbers.py`). */

type Recomputed = number | { readonly atLeast?: number; readonly atMost: number };
interface SceneNumbers {
  readonly scenario: string;
  readonly bookmark: number | null;
  readonly numbers: Readonly<Record<string, Recomputed>>;
}

/** By `lecture/scene`. */
export const OF_SCENES = recomputed.scenes as unknown as Readonly<Record<string, SceneNumbers>>;

/** True if a number agrees with NumPy's: integers exactly, others to 1e-8. */
export function isAsComputed(found: number, expected: Recomputed): boolean {
  if (typeof expected === 'object')
    return found >= (expected.atLeast ?? -expected.atMost) && found <= expected.atMost;
  if (Number.isInteger(expected)) return found === expected;
  return Math.abs(found - expected) <= 1e-8 * Math.max(1e-3, Math.abs(expected));
}
