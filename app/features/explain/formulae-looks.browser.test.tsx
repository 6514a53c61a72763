import { afterAll, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { runsAll, spread } from '../../../scripts/tier.mjs';
import { findAll, idle, mountForSeveral } from '../../shell/mount.test.tsx';
import { ExplainDrawer } from './ExplainDrawer.tsx';

/** Scenarios that together contain every long formula. */
const LINKS = [
  '',
  '&n=inf&rule=sgd',
  '&leak=0.1&rule=sgd',
  '&leak=0.1&noise=inside&sigma=0.3',
  '&problem=lift',
  ...['nesterov', 'adam', 'sgd'].map((rule) => `&problem=lift&rule=${rule}`),
  '&problem=two-layer',
  '&problem=two-layer&lang=zh',
  '&problem=gan&versus=convex',
  '&problem=gan&m=5&width=12&rule=extragradient&versus=rule&rule2=optimistic',
  '&problem=gan&level=plane&rule=optimistic&versus=rule',
  '&problem=gan&level=two-weights&lang=zh',
  '&problem=federated&server=0.5',
  '&problem=federated&quad=drawn&clients=5&versus=equal&lang=zh',
  '&problem=federated&level=network',
  '&problem=federated&level=network&m=8&labels=square&seed=5&local=20&c=1.2&lang=zh',
  '&problem=shuffle&start=0.2,0.6,0.2',
  '&problem=shuffle&shape=all&lambda=0.3&lang=zh',
  '&problem=shuffle&graphs=copy&n=10&shape=all&ramp=20',
  '&problem=shuffle&graphs=weighted&n=4&shape=all',
  '&problem=shuffle&loss=layers',
  '&problem=denoiser&level=pixels',
  '&problem=denoiser&level=pixels&cap=1&c=1.98&lang=zh',
  '&problem=denoiser&strength=0.5',
  '&problem=denoiser&right=handmade&positive=0&lang=zh',
];

/** Narrowest drawers: phone, desk, and magnified. */
const SCREENS = [
  ['desk', 360, 740],
  ['desk', 1280, 720],
  ['projector', 1280, 720],
  ['projector', 1920, 1080],
] as const;

let mounted: Awaited<ReturnType<typeof mountForSeveral>>;
beforeAll(async () => {
  // The drawer's width does not depend on the page.
  mounted = await mountForSeveral(<ExplainDrawer onClose={() => undefined} />, '#v=1&lang=en&k=4', {});
});
afterAll(async () => {
  await mounted.leave();
  await page.viewport(1280, 720);
});

/** `npm test` takes a few links, each on one screen. */
for (const [at, link] of spread(LINKS, 4).entries())
  test(`no formula is wider than its drawer: ${link || 'the first page'}`, async () => {
    const { open, session } = mounted;
    await open(`#v=1&k=5${link}`);
    expect(session.store.getState().k).toBe(5);
    for (const [profile, width, height] of runsAll ? SCREENS : [SCREENS[at % SCREENS.length]!]) {
      session.change({ profile });
      await page.viewport(width, height);
      await idle();
      expect(document.documentElement.dataset.theme === 'projector').toBe(profile === 'projector');
      const formulae = findAll('.explain .formula');
      expect(formulae.some((one) => one.checkVisibility())).toBe(true);
      const tooWide = formulae
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map((one) => `${one.scrollWidth} in ${one.clientWidth}: ${one.textContent}`);
      expect(tooWide, `${width} px, ${profile}`).toEqual([]);
    }
  });

test('a formula that letters made too wide afterwards takes the focus, so that keys scroll it', async () => {
  await mounted.open('#v=1&k=5&problem=lift&rule=adam');
  // As in WebKit no bar takes room.
  const size = (px: number) =>
    `.explain .formula { width: 200px; height: 60px; scrollbar-width: none; font-size: ${px}px; }`;
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.textContent = size(3);
  await idle();
  const shown = () => findAll('.explain .formula').filter((one) => one.checkVisibility());
  expect(shown().filter((one) => one.tabIndex === 0)).toEqual([]);
  sheet.textContent = size(30);
  await idle();
  const wide = shown().filter((one) => one.scrollWidth > one.clientWidth + 1);
  expect(wide.length).toBeGreaterThan(0);
  // Chromium lets keys reach everything that scrolls; WebKit needs to be told.
  expect(wide.filter((one) => one.tabIndex !== 0)).toEqual([]);
  expect(wide.filter((one) => !one.ariaLabel)).toEqual([]);
  sheet.remove();
});
