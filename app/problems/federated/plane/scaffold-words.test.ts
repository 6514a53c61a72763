import { expect, it } from 'vitest';
import { problem } from '../../../../engine/problems/federated/problem.ts';
import type { PlaneInfo } from '../../../../engine/problems/federated/types.ts';
import { createRun } from '../../../../engine/run/create-run.ts';
import { runValues } from '../../../../engine/run/run-values.ts';
import { createScenario } from '../../../../engine/scenario/create-scenario.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { sessionsOf } from '../../../session/stub/open-sessions.ts';
import '../../index.ts';
import '../words.en.ts';
import { planeOf } from '../federated-info.ts';
import { FEDERATED_VIEW } from '../view.ts';
import { forecastWords } from './told.ts';

const t = createTranslate('en');

const { open } = sessionsOf('federated', ({ store }) => {
  if (!planeOf(store.getState())) throw new Error('expected an opened plane');
});

it('no number of rounds is promised of SCAFFOLD: its distance grows on the way', async () => {
  const scenario = createScenario('federated', { versus: 'scaffold', local: 20 });
  const instance = problem.prepare(scenario.values, null);
  const { sides, mean } = instance.info as PlaneInfo;
  const run = createRun(instance, runValues(scenario.values));
  const first = run.first();
  const size = first.right.iterates.length;
  const { iterates } = run.advance(60).right;
  const distances = [...Array(iterates.length / size).keys()].map((k) =>
    Math.hypot(iterates[k * size]! - mean.at[0], iterates[k * size + 1]! - mean.at[1]),
  );
  // No norm of a symmetric map: some round goes away from the minimum, and it is reached all the same.
  expect(distances.some((one, k) => k > 0 && one > distances[k - 1]!)).toBe(true);
  expect(distances.at(-1)! / distances[0]!).toBeLessThan(sides.right.slowest ** 40);
  const { store } = await open('&versus=scaffold&forecast=1');
  expect(forecastWords(store.getState(), 'right', t)).not.toMatch(/\d/);
  expect(forecastWords(store.getState(), 'left', t)).toMatch(/\d/);
});

it.each([
  ['&c=1.5', 'a step beyond 1/Lmax'],
  ['&server=1.5', 'a server step beyond 1'],
])('without its certificate no end of SCAFFOLD is called proved: %s, %s', async (more) => {
  const { store } = await open(`&versus=scaffold&forecast=1${more}`);
  const { right, left } = planeOf(store.getState())!.sides;
  expect([right.bound, left.outlook]).toEqual([null, 'rest']);
  const said = FEDERATED_VIEW.verdict(
    { trajectories: { left: null, right: null } } as never,
    store.getState(),
    'right',
    t,
  );
  expect(said).toMatch(/^Its slowest factor is 0\.\d+ per round\. Where it ends is not proved\.$/);
  expect(forecastWords(store.getState(), 'right', t)).toMatch(/^factor 0\.\d+, end not proved$/);
});
