import type { RestPoint } from '../../../../engine/problems/shuffle/types.ts';
import type { Levels } from '../shuffle-info.ts';

/** A stretch of rest points of one kind over the shares lambda/L. */
export interface Branch {
  readonly kind: RestPoint['kind'];
  /** The corner that it is, as a number of `at`; null elsewhere. */
  readonly corner: number | null;
  /** Flat share, E. */
  readonly line: readonly number[];
}

/** Barycentric distance between neighbouring shares beyond which two rest points are not one branch. */
const NEAR = 0.2;
/** A weight up to this is 0. */
const ZERO = 1e-9;

interface Open {
  readonly face: string;
  kind: RestPoint['kind'];
  at: RestPoint['at'];
  line: number[];
  readonly corner: number | null;
}

const faceOf = ({ at }: RestPoint) => at.map((weight) => (Math.abs(weight) <= ZERO ? '0' : '+')).join('');

const away = (one: RestPoint['at'], other: RestPoint['at']) =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);

/**
 * Rest points of neighbouring shares joined to branches: the nearest ones of the same face. Where the kind changes, another branch goes on
 * from the same place; two that begin together on a face, or end together, meet there (a fold).
 */
export function branchesOf({ shares, rests }: Pick<Levels, 'shares' | 'rests'>): Branch[] {
  const done: Branch[] = [];
  let open: Open[] = [];
  const close = ({ kind, corner, line }: Open) => {
    if (line.length > 2) done.push({ kind, corner, line });
  };
  rests.forEach((points, level) => {
    const share = shares[level]!;
    const { pairs, ended, begun } = matched(open, points);
    for (const [branch, point] of pairs) {
      branch.line.push(share, point.cost);
      if (branch.kind !== point.kind) {
        close(branch);
        branch.line = [share, point.cost];
        branch.kind = point.kind;
      }
      branch.at = point.at;
    }
    meet(
      ended,
      (branch) => branch.line.slice(-2),
      (branch, end) => branch.line.push(...end),
    );
    for (const branch of ended) close(branch);
    const born = begun.map((point): Open => {
      const corner = point.on === 'vertex' ? point.at.indexOf(Math.max(...point.at)) : null;
      return { face: faceOf(point), kind: point.kind, at: point.at, line: [share, point.cost], corner };
    });
    // At the first share nothing begins.
    if (level > 0)
      meet(
        born,
        (branch) => branch.line.slice(0, 2),
        (branch, start) => branch.line.unshift(...start),
      );
    open = [...pairs.map(([branch]) => branch), ...born];
  });
  for (const branch of open) close(branch);
  return done;
}

/** Joins what is not a minimum to the minimum on the same face that is as near as a branch may be. */
function meet(
  branches: readonly Open[],
  endOf: (branch: Open) => number[],
  join: (branch: Open, end: number[]) => void,
): void {
  for (const branch of branches) {
    if (branch.kind === 'minimum' || branch.corner !== null) continue;
    const other = branches.find(
      (one) => one !== branch && one.face === branch.face && away(one.at, branch.at) < NEAR,
    );
    if (other && (other.kind === 'minimum' || branches.indexOf(other) < branches.indexOf(branch)))
      join(branch, endOf(other));
  }
}

/** Which open branch goes on at which point, nearest pairs first. */
function matched(open: readonly Open[], points: readonly RestPoint[]) {
  const all = open.flatMap((branch) =>
    points
      .filter((point) => faceOf(point) === branch.face)
      .map((point) => ({ branch, point, off: away(branch.at, point.at) })),
  );
  all.sort((a, b) => a.off - b.off);
  const pairs: [Open, RestPoint][] = [];
  const taken = new Set<Open | RestPoint>();
  for (const { branch, point, off } of all) {
    if (off >= NEAR || taken.has(branch) || taken.has(point)) continue;
    taken.add(branch).add(point);
    pairs.push([branch, point]);
  }
  return {
    pairs,
    ended: open.filter((branch) => !taken.has(branch)),
    begun: points.filter((point) => !taken.has(point)),
  };
}
