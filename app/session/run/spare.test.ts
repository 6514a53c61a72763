import '../../problems/index.ts';
import { expect, test } from 'vitest';
import { CATALOG } from '../../../engine/catalog.ts';
import type { ProblemCard } from '../../../engine/contract.ts';
import { presetScenario } from '../../../engine/scenario/create-scenario.ts';
import { notice } from '../../../engine/scenario/notice.ts';
import { formatLink, parseLink } from '../../../engine/scenario/scenario.ts';
import { withTimerFrames } from '../../../scripts/timer-frames.ts';
import { createLocalEngine } from '../../../workers/local-engine.ts';
import { createSession } from '../create-session.ts';
import { until } from './until.ts';

withTimerFrames();

const CARDS: readonly ProblemCard[] = Object.values(CATALOG);
const SPARED = CARDS.filter(({ spare }) => spare !== undefined);

/** A session whose engine has no problem's files: of each it opens only the spare preset. */
const withoutFiles = () =>
  createSession(() =>
    createLocalEngine(async (call) => {
      const asked = JSON.stringify(call.args);
      if (call.name === 'open' && asked.includes('"level":"image"'))
        return { failure: notice('unusable', 'level=image', '', 'weights: the file could not be loaded') };
      return call.answer();
    }),
  );

test('a spare preset is one of the problem', () => {
  expect(SPARED.map(({ id }) => id)).toContain('denoiser');
  for (const { spare, presets } of SPARED) expect(presets.map(({ id }) => id)).toContain(spare);
});

test.each([
  ['a link', '#v=1&problem=denoiser&level=image&k=3&lang=zh'],
  ['a scene', `${formatLink(presetScenario('denoiser', 'img-opening'))}&lecture=price&scene=1`],
])('%s whose file is missing opens what its problem has without it, and says why', async (_, link) => {
  const session = withoutFiles();
  session.load(parseLink(link).scenario);
  await until(() => expect(session.store.getState().phase).toBe('ready'));
  const { scenario, openedProblem, notices, k } = session.store.getState();
  expect([openedProblem, scenario.problem, scenario.values.level, k]).toEqual([
    'denoiser',
    'denoiser',
    'pixels',
    0,
  ]);
  expect(notices.map(({ code, key }) => `${code} ${key}`)).toEqual(['unusable level=image']);
  expect(scenario.values.lang).toBe(parseLink(link).scenario.values.lang);
  session.dispose();
});

test('from another problem, too; within its problem what was there stays', async () => {
  const session = withoutFiles();
  const ready = () => until(() => expect(session.store.getState().phase).toBe('ready'));
  const shown = () => {
    const { openedProblem, scenario } = session.store.getState();
    return [openedProblem, scenario.values.level, scenario.values.sigma];
  };
  session.load(parseLink('#v=1').scenario);
  await ready();
  session.load(parseLink('#v=1&problem=denoiser').scenario);
  await ready();
  expect(shown()).toEqual(['denoiser', 'pixels', 0.2]);
  session.change({ sigma: 0.3 });
  await ready();
  session.change({ level: 'image' });
  await ready();
  expect(shown()).toEqual(['denoiser', 'pixels', 0.3]);
  session.dispose();
});
