import { afterAll, beforeAll, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { runsAll } from '../../scripts/tier.mjs';
import type { Session } from '../session/session.ts';
import { App } from './App.tsx';
import { findAll, idle, mountForSeveral, openFromMenu } from './mount.test.tsx';

const CONTROLS = 'button, select, input, summary, a[href], [role="button"], [tabindex="0"]';

/** Returns the controls that can be clicked, possibly after scrolling. */
const controls = (within: string) =>
  findAll(`${within} :is(${CONTROLS})`).filter(
    (control) =>
      control.checkVisibility() && !control.matches(':disabled') && control.getBoundingClientRect().width > 1,
  );

/** Returns a key per kind of control, which share behaviour. */
const kindOf = (control: HTMLElement) =>
  [control.tagName, control.getAttribute('type')]
    .concat(['role', 'aria-haspopup'].map((name) => control.getAttribute(name)))
    .concat(['aria-pressed', 'aria-expanded'].map((name) => String(control.hasAttribute(name))))
    .join(' ');

/** Controls that leave the page or need refused permissions. */
const LEAVES = 'a[target], a[download], input[type="file"], [data-testid="full-screen"], #notes-button';

interface Place {
  readonly link: string;
  readonly within: string;
  open(session: Session): Promise<void> | void;
}

/** Starts presenting and shows the toolbar. */
async function present(session: Session): Promise<void> {
  await expect.poll(() => findAll('.presenter').length).toBe(1);
  session.present(true);
  await expect.poll(() => findAll('[data-stage] .presenter[data-hidden="true"]').length).toBe(1);
  dispatchEvent(new PointerEvent('pointermove', { clientY: 0 }));
  await expect.poll(() => findAll('.presenter[data-hidden="false"]').length).toBe(1);
}

const LECTURE = '#v=1&lecture=stuck&scene=2';

/** Auto-stop is off, so that playing is visible on slow machines. A stage has the page's bars and maps. */
const PLACES: Readonly<Record<string, Place>> = {
  'the header': { link: '#v=1&lock=problem&autostop=0', within: '.page > header', open() {} },
  'the maps': { link: '#v=1&autostop=0', within: 'main', open() {} },
  'the bar': { link: '#v=1&autostop=0', within: '.playback', open() {} },
  'a drawer': {
    link: '#v=1&autostop=0',
    within: '.drawer',
    async open() {
      await openFromMenu('Layers');
      await expect.poll(() => findAll('.drawer input').length).toBeGreaterThan(0);
    },
  },
  'the toolbar of a stage': { link: LECTURE, within: '.presenter', open: present },
};

let mounted: Awaited<ReturnType<typeof mountForSeveral>>;
beforeAll(async () => {
  mounted = await mountForSeveral(<App />, '#v=1&lang=en', { isApp: true });
});
afterAll(() => mounted.leave());

/** `npm test` clicks each place's first control, and the first of each kind. */
const clicked = new Set<string>();

for (const [name, { link, within: place, open }] of Object.entries(PLACES))
  test(`after a click on any control and Escape, Space plays: ${name}`, async () => {
    const { session, open: load, link: shown } = mounted;
    await load(link);
    await open(session);
    await idle();
    const kinds = controls(place).map(kindOf);
    expect(kinds.length).toBeGreaterThan(2);
    const withoutStep = () => shown().replace(/&k=\d+/, '');
    const before = withoutStep();
    for (const [i, kind] of kinds.entries()) {
      if (!runsAll && i > 0 && clicked.has(kind)) continue;
      clicked.add(kind);
      if (withoutStep() !== before) await load(link);
      const isReady = place === '.drawer' ? findAll(place).length > 0 : session.store.getState().presenting;
      if (!isReady) await open(session);
      await idle();
      const control = controls(place)[i];
      if (!control || control.matches(LEAVES)) continue;
      // Text fields take keys until Escape.
      const its = control.getAttribute('aria-label') ?? control.title ?? control.outerHTML.slice(0, 80);
      control.scrollIntoView({ block: 'center' });
      // A native popup would take the keys: send pointer events.
      if (control instanceof HTMLSelectElement) {
        control.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        control.focus();
      } else await userEvent.click(control);
      // A playing page is never idle.
      session.pause();
      // The click may open something later.
      await idle();
      // With nothing open, Escape stops presenting.
      const isOnStage = session.store.getState().presenting && findAll('dialog[open]').length === 0;
      if (!isOnStage) await userEvent.keyboard('{Escape}');
      // A dialog closes in a later task.
      await expect.poll(() => findAll('dialog[open]').length).toBe(0);
      await idle();
      session.pause();
      await userEvent.keyboard(' ');
      expect(session.store.getState().playing, its).toBe(true);
      await userEvent.keyboard(' ');
      expect(session.store.getState().playing, its).toBe(false);
    }
  });
