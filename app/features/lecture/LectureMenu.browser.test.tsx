import { expect, test } from 'vitest';
import { button, findAll, mount } from '../../shell/mount.test.tsx';
import { LectureMenu } from './LectureMenu.tsx';

test('the menu says how long each lecture is and whom it is for, opens one, and leads to one’s own', async () => {
  const done: string[] = [];
  const { link, session } = await mount(
    <div className="menu-list">
      <LectureMenu onOpen={() => done.push('opened')} onDrawer={() => done.push('drawer')} />
    </div>,
  );
  const entries = findAll('.menu-list .lecture-name');
  const parts = entries.map((entry) => [...entry.children].map(({ textContent }) => textContent));
  for (const [, about] of parts) expect(about).toMatch(/^[^.]+: [^.]+\. [^.;]+; needs [^.]+\.$/);
  expect(parts[7]![1]).toBe('Permutations: why exact penalties trap. Second year; needs gradient descent.');
  expect(parts.map(([title, , length]) => [title, length])).toEqual([
    ['Two landscapes, one answer', '5 scenes, about 10 minutes'],
    ['Why gradient descent gets stuck, and a bowl where it doesn’t', '8 scenes, about 20 minutes'],
    ['Is “always” true?', '9 scenes, about 21 minutes'],
    ['How do you know it is optimal?', '9 scenes, about 24 minutes'],
    ['One network, many outputs', '7 scenes, about 15 minutes'],
    ['Two players, one saddle', '7 scenes, about 16 minutes'],
    ['Many clients, few meetings', '8 scenes, about 16 minutes'],
    ['Exact is not easy', '7 scenes, about 14 minutes'],
    ['A guarantee has a price', '7 scenes, about 14 minutes'],
  ]);
  entries[0]!.click();
  expect(link()).toContain('lecture=hills');
  expect(session.store.getState().lecture?.scenes).toHaveLength(5);
  await expect.poll(() => entries[0]!.getAttribute('aria-current')).toBe('true');
  await button('Your lectures, or build one…').click();
  expect(done).toEqual(['opened', 'drawer']);
});
