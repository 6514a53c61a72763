import type { SideName } from '../../../../engine/contract.ts';
import type { GameInfo, GeneratorInfo, GeneratorSide } from '../../../../engine/problems/gan/types.ts';
import { isAsking } from '../../../session/guessing.ts';
import type { AppState } from '../../../session/store.ts';
import { type ConeShape, coneOf } from './cone-shape.ts';

export type Point = readonly [x: number, y: number];

/** Step-independent. */
export interface ConeScene {
  /** Numbers per sample: 1 is drawn as (g, d), more than 2 are projected. */
  readonly m: number;
  readonly width: number;
  /** Flat x, y. */
  readonly columns: Float64Array;
  /** Null if projected. */
  readonly cone: ConeShape | null;
  readonly mean: Point;
  /** V h*; null if x is in the cone. */
  readonly nearest: Point | null;
  /** Projects a vector of m numbers; for m = 1 onto the axis d = 0. */
  seen(vector: ArrayLike<number>, from?: number): Point;
}

function along(basis: ArrayLike<number>, direction: 0 | 1, vector: ArrayLike<number>, from: number): number {
  const m = basis.length / 2;
  let sum = 0;
  for (let i = 0; i < m; i++) sum += basis[direction * m + i]! * vector[from + i]!;
  return sum;
}

const scenes = new WeakMap<GeneratorSide, ConeScene>();
const asked = new WeakMap<ConeScene, ConeScene>();
const unshaded = new WeakMap<ConeScene, ConeScene>();

/** True while the page asks: a shaded cone would answer. A lecture's words speak of it. */
export const hidesCone = (state: AppState): boolean => isAsking(state) && !state.lecture;

/** Returns the scene without the nearest point while the page asks, and without a hidden cone, unless the explanation points at it. */
export function shownScene(
  state: AppState,
  info: GeneratorInfo,
  name: SideName,
  hides = hidesCone(state),
): ConeScene {
  const scene = sceneOf(info, name);
  if (!isAsking(state) || state.extra?.highlight === 'certificate') return scene;
  const scenesSoFar = hides ? unshaded : asked;
  const known = scenesSoFar.get(scene) ?? { ...scene, nearest: null, cone: hides ? null : scene.cone };
  scenesSoFar.set(scene, known);
  return known;
}

/** Returns the same object for the same side. */
export function sceneOf(info: GeneratorInfo, name: SideName): ConeScene {
  const side = info.sides[name];
  const known = scenes.get(side) ?? createScene(side, info.mean);
  scenes.set(side, known);
  return known;
}

function createScene(
  { width, columns, certificate, basis }: GeneratorSide,
  mean: GameInfo['mean'],
): ConeScene {
  const m = mean.length;
  const seen: ConeScene['seen'] = (vector, from = 0) =>
    basis ? [along(basis, 0, vector, from), along(basis, 1, vector, from)] : [vector[from]!, 0];
  const flat = new Float64Array(2 * width);
  const column = new Float64Array(m);
  for (let j = 0; j < width; j++) {
    for (let i = 0; i < m; i++) column[i] = columns[i * width + j]!;
    flat.set(seen(column), 2 * j);
  }
  const { d, reachable } = certificate;
  return {
    m,
    width,
    columns: flat,
    // For m = 1 the reachable g are shaded at every d.
    cone: m > 2 ? null : coneOf(m === 1 ? [...flat, 0, 1, 0, -1] : flat),
    mean: seen(mean),
    nearest: reachable ? null : seen(mean.map((value, i) => value - d[i]!)),
    seen,
  };
}
