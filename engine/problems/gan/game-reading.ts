import type { Vector } from '../../contract.ts';
import { multiply } from '../../kernels/vector.ts';
import type { GameData } from './game-data.ts';
import { hiddenOf } from './network/convex-game.ts';
import { pushOf } from './saddle-push.ts';
import type { GeneratorSide, PlayerTold } from './types.ts';

/** Reads a state (W, d), or (h, d) of the convex side, without changing it. */
export function gamePicture(
  data: GameData,
  state: Vector,
  { kind, eta }: Pick<GeneratorSide, 'kind' | 'eta'>,
): PlayerTold {
  const { m, width: k, columns } = data;
  const played = state.slice(0, state.length - m);
  const discriminator = state.slice(state.length - m);
  const isNetwork = kind === 'network';
  const hidden = isNetwork ? hiddenOf(data, played) : played;
  const mean = new Float64Array(m);
  multiply(mean, columns, hidden);
  const pulls = new Float64Array(k);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < k; j++) pulls[j] = pulls[j]! + columns[i * k + j]! * discriminator[i]!;
  return {
    mean,
    discriminator,
    hidden,
    pulls,
    cloud: isNetwork ? cloudOf(data, played) : new Float64Array(0),
    weights: isNetwork ? played : new Float64Array(0),
    silent: Uint8Array.from(hidden, (value) => (value === 0 ? 1 : 0)),
    push: isNetwork ? pushOf(data, played, eta) : Number.NaN,
  };
}

/** V relu(W z_i), n x m, row-major. */
function cloudOf({ m, width: k, dz, n, noise, columns }: GameData, weights: Vector): Vector {
  const cloud = new Float64Array(n * m);
  const outputs = new Float64Array(k);
  for (let i = 0; i < n; i++) {
    multiply(outputs, weights, noise.subarray(i * dz, (i + 1) * dz));
    for (let j = 0; j < k; j++) outputs[j] = Math.max(0, outputs[j]!);
    multiply(cloud.subarray(i * m, (i + 1) * m), columns, outputs);
  }
  return cloud;
}
