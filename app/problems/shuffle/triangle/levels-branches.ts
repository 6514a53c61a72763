import type { RestPoint } from '../../../../engine/problems/shuffle/types.ts';
import type { Levels } from '../shuffle-info.ts';

/** Rest points of one kind over lambda/L. */
export interface Branch {
  readonly kind: RestPoint['kind'];
  /** Index into `at`; null if no corner. */
  readonly corner: number | null;
  /** Flat pairs: share, E. */
  readonly line: readonly number[];
}

/** Largest barycentric distance within a branch per share. */
const NEAR = 0.2;
/** Largest weight that counts as 0. */
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
 * Joins rest points of neighbouring shares within a face, nearest first. A change of kind starts a new branch at the same point. Two
 * that begin or end together on a face meet there (a fold).
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

/** Joins a branch that is no minimum to one within `NEAR` on its face: a minimum, or an earlier branch. */
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

/** Pairs open branches with points, nearest first. */
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
