import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { PROBLEM_IDS } from '../../engine/catalog.ts';
import { formatLink, openingScenario } from '../../engine/scenario/scenario.ts';
import { createTranslate } from '../i18n/messages.ts';
import { problemName } from '../session/scenario/problem-name.ts';
import './words.en.ts';
import { Subtitle } from './Header.tsx';
import { find, findAll, idle, mount } from './mount.test.tsx';
import { Question } from './Question.tsx';

const shown = () => find('.subtitle').textContent;

test('a bare link is called by its problem’s name, or its preset’s; what changes it goes back to it', async () => {
  const { session, open, link } = await mount(<Subtitle />);
  const t = createTranslate('en');
  for (const problem of PROBLEM_IDS) {
    await open(`#v=1&problem=${problem}`);
    expect(shown()).toMatch(new RegExp(`^${problemName(problem, t)}`));
    expect(shown()).not.toContain('changed');
  }
  await open('#v=1&problem=shuffle');
  expect(shown()).toBe('permutations');
  session.change({ lambda: 0.15 });
  await expect.poll(shown).toBe('permutations · changed');
  find('.subtitle button').click();
  expect(link()).toBe('#v=1&problem=shuffle');
  await expect.poll(shown).toBe('permutations');
  await idle();
});

test('choosing a problem loads its opening, which has a name', async () => {
  const { session, link } = await mount(<Subtitle />);
  for (const problem of PROBLEM_IDS) {
    session.openProblem(problem);
    expect(link()).toBe(formatLink(openingScenario(problem)));
    await idle();
    expect(findAll('.preset-sentence')).toHaveLength(1);
  }
});

test('at 1280 px each opening asks in one line', async () => {
  await page.viewport(1280, 720);
  const { session } = await mount(
    <div style={{ width: 1240 }}>
      <Question />
    </div>,
  );
  for (const lang of ['en', 'zh'] as const)
    for (const problem of PROBLEM_IDS) {
      session.openProblem(problem);
      session.change({ lang });
      await idle();
      const { height } = find('.question h2').getBoundingClientRect();
      const line = Number.parseFloat(getComputedStyle(find('.question h2')).lineHeight);
      expect(height / line, `${problem}, ${lang}`).toBeLessThan(1.5);
    }
});
