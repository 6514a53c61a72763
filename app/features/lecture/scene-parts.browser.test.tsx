import { expect, test } from 'vitest';
import { ProblemPage } from '../../problems/kit/Page.tsx';
import type { Scene } from '../../session/lecture.ts';
import { find, findAll, idle, mount, pixels, text } from '../../shell/mount.test.tsx';
import { Question } from '../../shell/Question.tsx';
import { HILLS } from '../../storage/lectures/shipped/hills.ts';
import { OPTIMAL } from '../../storage/lectures/shipped/optimal.ts';

const SCENE = { title: 'A scene', sentence: '', notes: '', question: '', bookmark: null, guess: false };

async function show(scene: Pick<Scene, 'scenario'> & Partial<Scene>) {
  const mounted = await mount(
    <>
      <Question />
      <ProblemPage />
    </>,
    scene.scenario,
  );
  const { session } = mounted;
  session.store.setState({ stage: 720 });
  session.setLecture({ title: 'A lecture', scenes: [{ ...SCENE, ...scene }] });
  session.present(true);
  await idle();
  return mounted;
}

const ids = (selector: string) => findAll(selector).map((one) => one.dataset.testid ?? '');
const panels = () => ids('.plates > .panel');
const curves = () => ids('.curves > *');

test('a stage shows the parts of its scene, gives away the room of absent ones, and lets others enter', async () => {
  const parts = {
    data: 'off',
    excess: 'on',
    distance: 'bookmark',
    knob: 'on',
    readouts: 'off',
    verdict: 'end',
  } as const;
  const { session, seek } = await show({ ...HILLS.ball, bookmark: 40, parts });
  expect(panels()).toEqual(['left', 'right']);
  expect(find('.plates').dataset.columns).toBeUndefined();
  // The distance keeps its room until it enters.
  expect(curves()).toEqual(['curve-excess', '']);
  expect(findAll('.panel-head output, [data-testid^="verdict-"]')).toEqual([]);
  expect(findAll('.verdict')).toHaveLength(2);
  await seek(40);
  expect(curves()).toEqual(['curve-excess', 'curve-distance']);
  expect(findAll('[data-testid^="verdict-"]')).toEqual([]);
  await seek(76);
  expect(text('verdict-left')).not.toBe('');
  await seek(0);
  expect(findAll('[data-testid^="verdict-"]')).toEqual([]);

  // The knob works, and parts enter at the end of the run that it makes.
  const knob = find<HTMLInputElement>('.scene-words .knob input');
  expect([knob.disabled, knob.checkVisibility()]).toEqual([false, true]);
  session.change({ blend: 0.4 });
  await idle();
  expect(findAll('[data-testid^="verdict-"]')).toEqual([]);
  await seek(2000);
  expect(findAll('[data-testid^="verdict-"]')).toHaveLength(2);
});

test('a scene without parts shows what it did: all panels, of the curves the framed one, and no knob', async () => {
  await show({ ...HILLS.ball, parts: undefined, frame: 'curve2' });
  expect([panels(), curves()]).toEqual([['left', 'right', 'data'], ['curve-distance']]);
  expect(findAll('.scene-words .knob')).toEqual([]);
  expect(find('.curves').dataset.framed).toBe('1');
});

test('the lead is there for its curve or its other picture; a map alone takes the room', async () => {
  const { session, seek } = await show({ ...OPTIMAL.program, parts: { objective: 'off' } });
  expect(panels()).toEqual(['left', 'right', 'output']);
  expect(findAll('.demand')).toEqual([]);
  const change = async (parts: Scene['parts']) => {
    session.setLecture({ title: 'A lecture', scenes: [{ ...SCENE, ...OPTIMAL.program, parts }] });
    await idle();
    return [panels(), find('.plates').dataset.columns];
  };
  expect(await change({ output: 'off' })).toEqual([['left', 'right', 'lead'], undefined]);
  expect(await change({ output: 'off', objective: 'off' })).toEqual([['left', 'right'], '2']);
  expect(await change({ output: 'off', objective: 'off', left: 'off', gap: 'on' })).toEqual([['right'], '2']);
  // Before its bookmark the scene asks, and the meter would answer.
  await seek(7);
  expect(curves()).toEqual(['gap']);
});

test('the floor enters at the end, in the picture, its title and its description', async () => {
  const { seek, session } = await show({ ...OPTIMAL.certificate, parts: { floor: 'end' } });
  const lead = () => [find('.lead h2').textContent, /bound/.test(find('.lead canvas').ariaLabel ?? '')];
  const drawn = () => pixels(find<HTMLCanvasElement>('.lead canvas'));
  await seek(OPTIMAL.certificate.last - 1);
  expect(lead()).toEqual(['Objective', false]);
  await seek(OPTIMAL.certificate.last);
  expect(lead()).toEqual(['Objective and floor', true]);
  const withFloor = drawn();
  const parts = { floor: 'off' } as const;
  session.setLecture({ title: 'A lecture', scenes: [{ ...SCENE, ...OPTIMAL.certificate, parts }] });
  await idle();
  expect(lead()).toEqual(['Objective', false]);
  expect(drawn()).not.toBe(withFloor);
});
