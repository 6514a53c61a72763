import { expect, test } from 'vitest';
import { createTranslate } from '../../i18n/messages.ts';
import { ProblemPage } from '../../problems/kit/Page.tsx';
import { find, findAll, idle, mount, text } from '../../shell/mount.test.tsx';
import { Question } from '../../shell/Question.tsx';
import { loadShipped } from '../../storage/lectures/find-lecture.ts';
import { HILLS } from '../../storage/lectures/shipped/hills.ts';
import { STUCK } from '../../storage/lectures/shipped/stuck.ts';
import { withMarkWords } from './named-marks.ts';
import { PresenterBar } from './PresenterBar.tsx';

const heading = () => find('.scene-words h2').textContent;
const sentence = () => find('.scene-words .sentence').textContent;

test('a scene has a line for its bookmark and a line for its end, after which nothing asks', async () => {
  const [{ question, sentence: asked }] = (await loadShipped('hills', 'en')).scenes.map((scene) =>
    withMarkWords(scene, createTranslate('en')),
  ) as [never];
  const { session, seek, open } = await mount(
    <>
      <Question />
      <ProblemPage />
      <PresenterBar />
    </>,
    `${HILLS.ball.scenario}&lecture=hills&scene=1`,
  );
  const height = () => find('.scene-words').getBoundingClientRect().height;
  const before = height();
  expect([heading(), sentence()]).toEqual([question, asked]);
  await seek(75);
  expect(heading()).toBe(question);
  expect(sentence()).toMatch(/^After 17 steps the left ball has all but stopped\. Is it stuck/);
  await seek(76);
  expect(heading()).toBe('Left: stuck on flat ground. Right: at the star after 76 steps.');
  // The questions above and at the bookmark are answered.
  expect(sentence()).toBe('');
  expect(text('live-after')).toContain(heading());
  expect(height()).toBe(before);
  // The words do not apply to another run.
  session.setStart([0.5, 0.5]);
  await idle();
  await seek(200);
  expect([heading(), sentence()]).toEqual([question, asked]);
  expect(text('live-after')).toBe('');
  // But a sentence that names the knob's number follows it.
  const { scenario } = STUCK.blend;
  const told = { sentence: '{{blend|share}}', question: '', notes: '', bookmark: null, guess: false };
  await open(scenario);
  session.setLecture({ title: '', scenes: [{ title: '', scenario, ...told }] });
  await idle();
  expect(sentence()).toContain('5\u00a0%');
  session.change({ blend: 0.4 });
  await idle();
  expect(sentence()).toContain('40\u00a0%');
  expect(findAll('.other-sentence').every((one) => getComputedStyle(one).visibility === 'hidden')).toBe(true);
});
