import { useState } from 'react';
import { flushSync } from 'react-dom';
import { expect, test } from 'vitest';
import { stillPicture } from '../session/picture/picture.ts';
import { find, idle, mount } from '../shell/mount.test.tsx';
import { Drawing } from './Drawing.tsx';

const picture = stillPicture(({ drawStyle }) => [
  { kind: 'rect', rect: { x: 0, y: 0, width: 40, height: 40 }, fill: drawStyle.palette.ink },
]);

let show: (is: boolean) => void = () => undefined;
function Late() {
  const [isShown, setShown] = useState(false);
  show = setShown;
  return (
    <div className="plate" style={{ width: 200 }}>
      {isShown && <Drawing picture={picture} />}
    </div>
  );
}

test('a picture that comes into an idle page is under way until it is painted', async () => {
  const root = document.documentElement;
  await mount(<Late />);
  expect(root.hasAttribute('data-idle')).toBe(true);
  /** True if a picture was still blank when the page turned idle. */
  let wasBlank = false;
  const watch = new MutationObserver(() => {
    wasBlank ||= root.hasAttribute('data-idle') && !find('canvas').hasAttribute('width');
  });
  watch.observe(root, { attributes: true, attributeFilter: ['data-idle'] });
  flushSync(() => show(true));
  expect(root.hasAttribute('data-idle')).toBe(false);
  await idle();
  watch.disconnect();
  expect(wasBlank).toBe(false);
  expect(find('canvas').getAttribute('width')).toBe(String(Math.round(200 * devicePixelRatio)));
  // Unmounted before its frame, it leaves nothing pending.
  flushSync(() => show(false));
  flushSync(() => show(true));
  flushSync(() => show(false));
  expect(root.hasAttribute('data-idle')).toBe(true);
});
