import '../../../problems/index.ts';
import '../../../i18n/all-words.ts';
import { expect, it } from 'vitest';
import { parseLink } from '../../../../engine/scenario/scenario.ts';
import { withTimerFrames } from '../../../../scripts/timer-frames.ts';
import { createSession } from '../../../session/create-session.ts';
import { guessKind } from '../../../session/guessing.ts';
import { until } from '../../../session/run/until.ts';
import { stubEngine } from '../../../session/stub/stub-engine.ts';
import { loadShipped } from '../find-lecture.ts';
import { SHIPPED_IDS } from './ids.ts';

const SCENES = (
  await Promise.all(
    SHIPPED_IDS.map(async (id) =>
      (await loadShipped(id, 'en')).scenes.map((scene, k) => ({ name: `${id} ${k + 1}`, scene })),
    ),
  )
).flat();

withTimerFrames();

const ASKED = SCENES.filter(({ scene }) => scene.guess);

it('no notes speak of flags where the room is not asked', () => {
  for (const { name, scene } of SCENES.filter(({ scene: { guess } }) => !guess))
    expect(scene.notes, name).not.toMatch(/\bflag/i);
});

it.each(ASKED)(
  '$name asks for a guess, and has what holds one; flags only where its notes ask for them',
  async ({ scene }) => {
    const session = createSession(() => stubEngine({}));
    session.load(parseLink(scene.scenario).scenario);
    session.setLecture({ title: '', scenes: [scene] });
    await until(() => expect(session.store.getState().phase).toBe('ready'));
    const kind = guessKind(session.store.getState());
    session.dispose();
    expect(kind).not.toBeNull();
    if (/\bflag/i.test(scene.notes)) expect(kind).toBe('flags');
  },
);
