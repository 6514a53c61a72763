/** For tests: a game at a round as the page has it. */
// biome-ignore-all lint/style/noRestrictedImports: it plays for tests, and is no part of the page.
import type { SideName } from '../../../engine/contract.ts';
import { gamePicture } from '../../../engine/problems/gan/game-reading.ts';
import { problem } from '../../../engine/problems/gan/problem.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import type { AppState } from '../../session/store.ts';
import { playTo } from '../kit/for-tests/play-to.ts';

export function gameAt(
  values: Parameters<typeof createScenario>[1],
  rounds: number,
  more: Partial<AppState> = {},
  forecast = true,
): Snapshot {
  const scenario = createScenario('gan', { ...values, forecast });
  const instance = problem.prepare(scenario.values, null);
  const { trajectories, state: played, lastOf } = playTo('gan', instance, scenario.values, rounds);
  const told = (side: SideName) => {
    const of = instance.info.sides[side];
    return of.kind === 'plane' ? null : gamePicture(instance.generators![side].data, lastOf(side), of);
  };
  const { domain } = Object.values(instance.sides.left.fields!)[0]!;
  const [x0, x1, y0, y1] = domain.kind === 'plane' ? domain.view : [0, 0, 0, 0];
  const fieldsOf = (side: SideName) =>
    Object.fromEntries(
      Object.entries(instance.sides[side].fields ?? {}).map(([name, of]) => [
        name,
        { ...of, height: !!of.height, under: !!of.under, arrows: !!of.arrow, marks: of.marks?.() ?? [] },
      ]),
    );
  const sides = { left: { fields: fieldsOf('left') }, right: { fields: fieldsOf('right') } };
  const state: AppState = {
    ...played,
    opened: { ...played.opened!, sides: sides as never },
    scenario,
    autoView: { x0, x1, y0, y1 },
    readings: {
      players: { landscape: 0, step: rounds, value: { left: told('left'), right: told('right') } },
    },
    ...more,
  };
  return { store: { getState: () => state }, trajectories };
}
