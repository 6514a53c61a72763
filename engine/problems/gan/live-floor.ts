import type { GameData } from './game-data.ts';
import { coneFloor } from './network/cone-floor.ts';

/** Share of the floor that is rounding. */
const ROUNDING = 1e-9;

/** Bounds all later mse by the floor of the live columns (docs/mathematics.md, section 14.4). Its bits depend on the dead neurons only. */
export function createLiveFloor({ columns, m, width: k, mean }: GameData, floor: number) {
  /** 1 for a dead neuron. */
  const dead = new Uint8Array(k);
  const live = { dead, count: 0, reach: floor, tell };

  function tell(isDead: (j: number) => boolean): void {
    let changed = false;
    for (let j = 0; j < k; j++) {
      const now = Number(isDead(j));
      changed ||= now !== dead[j];
      live.count += now - dead[j]!;
      dead[j] = now;
    }
    if (!changed) return;
    const own = columns.filter((_, at) => dead[at % k] === 0);
    const least = coneFloor(own, m, k - live.count, mean);
    const isSame = live.count === 0 || least.reachable || least.floor <= floor * (1 + ROUNDING);
    live.reach = isSame ? floor : least.floor;
  }

  return live;
}
