import '../../problems/index.ts';
import '../../i18n/all-words.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { withTimerFrames } from '../../../scripts/timer-frames.ts';
import { partsOf } from '../../figure/parts.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { createSession } from '../../session/create-session.ts';
import type { Scene } from '../../session/lecture.ts';
import { until } from '../../session/run/until.ts';
import { stubEngine } from '../../session/stub/stub-engine.ts';
import { loadMoreWords } from '../../session/view.ts';
import { loadShipped } from '../../storage/lectures/find-lecture.ts';
import { SHIPPED_IDS } from '../../storage/lectures/shipped/ids.ts';
import { partsOffered, unknownParts } from './parts-offered.ts';

const t = createTranslate('en');

withTimerFrames();

beforeAll(loadMoreWords);

async function opened(scene: Scene) {
  const session = createSession(() => stubEngine({}));
  session.load(parseLink(scene.scenario).scenario);
  session.setLecture({ title: '', scenes: [scene] });
  await until(() => expect(session.store.getState().phase).toBe('ready'));
  const state = session.store.getState();
  session.dispose();
  return state;
}

const sceneOf = (scenario: string, more: Partial<Scene> = {}): Scene => ({
  ...{ title: '', sentence: '', notes: '', question: '', bookmark: null, guess: false },
  ...{ scenario, ...more },
});

describe('the parts of a scene', () => {
  const SIDES = ['left', 'right'];
  it.each([
    [
      'one-neuron&n=8',
      [
        ...SIDES,
        'data',
        'excess',
        'distance',
        'gradient',
        'labels',
        'marks',
        'ground',
        'letters',
        'knob',
        'titles',
        'readouts',
        'verdict',
        'terms',
      ],
    ],
    [
      'two-layer',
      [
        ...SIDES,
        'output',
        'objective',
        'excess',
        'gap',
        'dual',
        'floor',
        'knob',
        'titles',
        'readouts',
        'verdict',
      ],
    ],
    [
      'gan',
      [...SIDES, 'more', 'distance', 'value', 'floor', 'labels', 'knob', 'titles', 'readouts', 'verdict'],
    ],
  ])('are those of its view: %s', async (problem, names) => {
    const state = await opened(sceneOf(`#v=1&problem=${problem}`));
    const offered = partsOffered(state, t);
    expect(offered.map(({ name }) => name)).toEqual(names);
    expect(offered.map(({ title }) => title)).not.toContain('');
  });

  it('that its view does not offer are named', async () => {
    const scene = sceneOf('#v=1&problem=lift', {
      parts: { floor: 'end', knob: 'on', ['hasOwnProperty' as string]: 'off' },
    });
    expect(unknownParts(await opened(scene), scene, t)?.unknown).toEqual(['floor', 'hasOwnProperty']);
  });

  it('are not judged by the view of the scene before, which is still open', async () => {
    const scene = sceneOf('#v=1&problem=gan&level=two-weights', { parts: { neurons: 'off' } });
    const { scenario } = await opened(scene);
    const before = await opened(sceneOf('#v=1&problem=gan&level=plane'));
    expect(unknownParts(before, scene, t)).toBeNull();
    expect(unknownParts({ ...before, scenario }, scene, t)).toBeNull();
  });

  it('that are off are in no figure of it', async () => {
    const figure = async (parts?: Scene['parts']) =>
      partsOf(await opened(sceneOf('#v=1&problem=one-neuron&n=8', { parts })));
    expect(await figure()).toEqual(['view', 'left', 'right', 'data', 'curves']);
    expect(await figure({ data: 'off', right: 'end' })).toEqual(['view', 'left', 'right', 'curves']);
  });

  it('of a shipped lecture are those of its views', async () => {
    const lectures = await Promise.all(SHIPPED_IDS.map((id) => loadShipped(id, 'en')));
    const listed = lectures.flatMap(({ scenes }) => scenes.filter(({ parts }) => parts));
    expect(listed.length).toBeGreaterThan(0);
    for (const scene of listed)
      expect(unknownParts(await opened(scene), scene, t)?.unknown, scene.title).toEqual([]);
  });
});
