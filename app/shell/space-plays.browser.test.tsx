import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { App } from './App.tsx';
import { findAll, idle, mount, openFromMenu } from './mount.test.tsx';

const CONTROLS = 'button, select, input, summary, a[href], [role="button"], [tabindex="0"]';

/** Controls that can be clicked now: seen, not disabled, within the window or scrolled to. */
const controls = (within: string) =>
  findAll(`${within} :is(${CONTROLS})`).filter(
    (control) =>
      control.checkVisibility() && !control.matches(':disabled') && control.getBoundingClientRect().width > 1,
  );

/** What would leave the page, or ask the browser for something that this one does not give. */
const LEAVES = 'a[target], a[download], input[type="file"], [data-testid="full-screen"]';

const PLACES: Readonly<Record<string, () => Promise<void>>> = {
  '.page > header': async () => {},
  main: async () => {},
  '.playback': async () => {},
  '.drawer': async () => {
    await openFromMenu('Layers');
    await expect.poll(() => findAll('.drawer input').length).toBeGreaterThan(0);
  },
};

for (const [place, open] of Object.entries(PLACES))
  test(`after a click on any control and Escape, Space plays: ${place}`, async () => {
    const { session, open: load } = await mount(<App />, '#v=1', { isApp: true });
    await open();
    await idle();
    const count = controls(place).length;
    expect(count).toBeGreaterThan(2);
    for (let i = 0; i < count; i++) {
      await load('#v=1');
      if (findAll(place).length === 0) await open();
      await idle();
      const control = controls(place)[i];
      if (!control || control.matches(LEAVES)) continue;
      // What takes text keeps the keys until it is left, which Escape does.
      const name = control.getAttribute('aria-label') ?? control.title ?? control.outerHTML.slice(0, 80);
      control.scrollIntoView({ block: 'center' });
      // The browser's own list of a choice takes the keys of the test, too: it is chosen from as a pointer does.
      if (control instanceof HTMLSelectElement) {
        control.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        control.focus();
      } else await userEvent.click(control);
      // What it opens may come a moment later.
      await idle();
      await userEvent.keyboard('{Escape}');
      // A dialog closes in a task of its own.
      await expect.poll(() => findAll('dialog[open]').length).toBe(0);
      await idle();
      session.pause();
      await userEvent.keyboard(' ');
      expect(session.store.getState().playing, name).toBe(true);
      await userEvent.keyboard(' ');
      expect(session.store.getState().playing, name).toBe(false);
    }
  });
