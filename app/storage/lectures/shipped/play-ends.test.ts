import { beforeEach, expect, it, vi } from 'vitest';
import { findFacts } from '../../../../engine/facts/scenario-facts.ts';
import { loadProblem } from '../../../../engine/problems/index.ts';
import { parseLink, withValues } from '../../../../engine/scenario/scenario.ts';
import { spread } from '../../../../scripts/tier.mjs';
import { isSceneOver } from '../../../features/lecture/scene-reached.ts';
import { createSession } from '../../../session/create-session.ts';
import { until } from '../../../session/run/until.ts';
import { isAtEnd } from '../../../session/scene-parts.ts';
import { stubEngine } from '../../../session/stub/stub-engine.ts';
import { stubFrames } from '../../../session/stub/stub-frames.ts';
import { loadView } from '../../../session/view.ts';
import '../../../problems/index.ts';
import { loadShipped } from '../find-lecture.ts';
import { SHIPPED_IDS } from './ids.ts';

const passFrame = stubFrames();
beforeEach(() => void vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {} })));

const SCENES = (
  await Promise.all(
    SHIPPED_IDS.map(async (id) =>
      (await loadShipped(id, 'en')).scenes.map((scene, k) => [`${id} ${k + 1}`, scene] as const),
    ),
  )
).flat();

it.each(spread(SCENES, 12))(
  '%s: Play stops at its bookmark, then at its end, and starts over',
  async (_, scene) => {
    const { scenario } = parseLink(scene.scenario);
    await loadView(scenario.problem);
    const session = createSession(() => stubEngine({}));
    const now = session.store.getState;
    session.setLecture({ title: '', scenes: [scene] });
    session.load(withValues(scenario, { speed: 1000 }));
    await until(() => expect([now().phase, now().target]).toEqual(['ready', null]));
    if (scenario.values.crowd) await until(() => expect(now().crowd).not.toBeNull());
    const playOn = async () => {
      session.toggle();
      await until(() => expect(now().playing).toBe(true));
      await until(() => {
        passFrame(250);
        expect(now().playing).toBe(false);
      });
      return now().k;
    };
    const last = scene.last ?? findFacts(await loadProblem(scenario.problem), scenario.values, ['end']).end!;
    const stops = [...new Set([scene.bookmark ?? last, last])];
    for (const stop of stops) {
      const k = await playOn();
      if (scenario.values.crowd && stop === last) expect(k).toBeGreaterThanOrEqual(last);
      else expect(k).toBe(stop);
    }
    expect([isSceneOver(now()), isAtEnd(now())]).toEqual([true, true]);
    if (stops.length > 1) {
      expect(await playOn()).toBe(stops[0]);
      // Its toast goes with the scene.
      expect(now().toast?.key).toBe('toast.bookmark');
      session.load(scenario);
      expect(now().toast).toBeNull();
    }
    session.dispose();
  },
);
