import { useState } from 'react';
import { expect, test } from 'vitest';
import { find, findAll, mount } from '../shell/mount.test.tsx';
import { Coming, lazyView } from './lazy-view.tsx';

let come = () => {};
const code = new Promise<{ View: typeof Come }>((resolve) => {
  come = () => resolve({ View: Come });
});
const View = lazyView(() => code, 'View');

function Come() {
  return <p className="come">come</p>;
}

function Opens() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        open
      </button>
      <Coming fallback={<p className="fallback" />}>{open && <View />}</Coming>
    </>
  );
}

test('the page is not idle before a view that was loaded is seen', async () => {
  await mount(<Opens />);
  const isIdle = () => document.documentElement.hasAttribute('data-idle');
  find('button').click();
  await expect.poll(() => findAll('.fallback').length).toBe(1);
  expect(isIdle()).toBe(false);
  come();
  // Checks after every task: React delays content whose fallback has only just appeared.
  for (let looks = 0; findAll('.come').length === 0; looks++) {
    expect(isIdle(), `look ${looks}`).toBe(false);
    await new Promise((resolve) => setTimeout(resolve));
  }
  await expect.poll(isIdle).toBe(true);
  expect(find('.come').textContent).toBe('come');
});
