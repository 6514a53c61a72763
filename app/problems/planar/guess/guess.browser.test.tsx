import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { find, idle, mount, pixels, text } from '../../../shell/mount.test.tsx';
import { HILLS } from '../../../storage/lectures/shipped/hills.ts';
import { ProblemPage } from '../../kit/Page.tsx';

const LINK = `${HILLS.guess.scenario}&lecture=hills&scene=3`;
const surface = () => find('.surface[data-side="left"]');
const flags = () => find<HTMLCanvasElement>('.panel[data-testid="left"] .guess-layer canvas');

test('a room plants flags by keyboard and by click, up to thirty, and the end counts those that are close', async () => {
  const { session, seek, digits } = await mount(<ProblemPage />, LINK);
  const left = () => session.store.getState().guesses.left;
  expect(text('guess-left')).toBe('Click your guess.');
  surface().focus();
  // The crosshair starts in the middle.
  await userEvent.keyboard('{Enter}{ArrowRight}{Enter}{ArrowRight}{Enter}');
  expect(left()).toHaveLength(3);
  expect(text('guess-left')).toBe('3 flags');
  await userEvent.keyboard('{Backspace}{Backspace}');
  expect(text('guess-left')).toMatch(/^Guess \(/);
  surface().dispatchEvent(
    new MouseEvent('click', { bubbles: true, ...middleOf(surface().getBoundingClientRect()) }),
  );
  expect(left()).toHaveLength(2);
  for (let k = 0; k < 40; k++) session.guess('left', [k / 20, 0]);
  await idle();
  expect(left()).toHaveLength(30);
  expect(text('guess-left')).toContain('30 flags');

  const before = pixels(flags());
  await seek(200);
  const { iterate } = digits('left');
  const away = left().map(([x, y]) => Math.hypot(iterate[0]! - x, iterate[1]! - y));
  const close = away.filter((distance) => distance <= 0.5).length;
  expect(close).toBeGreaterThan(2);
  expect(text('guess-left')).toBe(`${close} of 30 within 0.5 of its end.`);
  // The lines have reached the end.
  await idle();
  expect(pixels(flags())).not.toBe(before);
  // Back at the start more flags may be placed, and none is lost.
  await seek(0);
  expect(left()).toHaveLength(30);
  expect(pixels(flags())).toBe(before);
});

function middleOf({ left, top, width, height }: DOMRect): { clientX: number; clientY: number } {
  return { clientX: left + width / 2, clientY: top + height / 2 };
}
