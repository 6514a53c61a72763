import { expect, it } from 'vitest';
import { createCrowd } from '../../engine/ensemble/crowd.ts';
import type { Values } from '../../engine/params.ts';
import { loadProblem } from '../../engine/problems/index.ts';
import { createScenario } from '../../engine/scenario/create-scenario.ts';
import { createLocalEngine } from '../local-engine.ts';
import type { Opened } from '../protocol.ts';
import { yieldToMessages } from '../sliced.ts';

async function opened(given: Values) {
  const scenario = createScenario('one-neuron', { crowd: 20, n: 8, ...given });
  const engine = createLocalEngine();
  const { sides } = (await engine.open(scenario, null)) as Opened;
  return { engine, values: scenario.values, start: sides.left.start };
}

async function crowdAt(values: Values, step: number) {
  const problem = await loadProblem('one-neuron');
  const crowd = createCrowd(problem, problem.prepare(values, null), values, null)!;
  while (crowd.goOn(step));
  return crowd.frameAt(step);
}

it('a crowd is read at any step, and goes on under other values of the run', async () => {
  const { engine, values } = await opened({});
  for (const step of [30, 12, 31]) {
    const { stride: _, ...expected } = await crowdAt(values, step);
    expect(await engine.crowd(values, step)).toMatchObject(expected);
  }
  for (const other of [{ rule: 'adam' }, { crowdbox: [0, 1, -1, 0] }, { within: 1 }, { crowd: 19 }]) {
    const others = { ...values, ...other };
    expect(await engine.crowd(others, 5)).toEqual(await crowdAt(others, 5));
  }
  // Shown step and start of the page's run affect no dot.
  expect(await engine.crowd({ ...values, k: 9, start: [1, 2] }, 6)).toEqual(await crowdAt(values, 6));
});

it('a newer question is heard, and what the older one computed serves it', async () => {
  const { engine, values } = await opened({ crowd: 2000 });
  await engine.crowd(values, 0);
  const long = engine.crowd(values, 1_000_000);
  await yieldToMessages();
  const answer = await engine.crowd(values, 3);
  expect(await long).toBeNull();
  expect(answer).toEqual({ ...(await crowdAt(values, 3)), stride: answer!.stride });
});

it('of more than two weights it stands on the plane that was chosen last, and is none before', async () => {
  const { engine, values, start } = await opened({ d: 4, n: 12 });
  expect(await engine.crowd(values, 2)).toBeNull();
  await engine.slice(values, start);
  const onEnds = await engine.crowd(values, 2);
  await engine.slice({ ...values, plane: 'weights' }, start);
  const onWeights = await engine.crowd(values, 2);
  expect([onEnds!.count, onWeights!.count]).toEqual([20, 20]);
  expect(onWeights!.left.places).not.toEqual(onEnds!.left.places);
});

it('no crowd of no dots, or of a scenario that was left', async () => {
  const { engine, values } = await opened({});
  expect(await engine.crowd({ ...values, crowd: 0 }, 2)).toBeNull();
  const asked = engine.crowd(values, 100_000);
  await engine.open(createScenario('lift', {}), null);
  expect(await asked).toBeNull();
});
