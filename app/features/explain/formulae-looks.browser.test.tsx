import { afterAll, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { App } from '../../shell/App.tsx';
import { button, findAll, idle, mountForSeveral, text } from '../../shell/mount.test.tsx';

/** Scenarios whose explanations between them have every long formula. */
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

let mounted: Awaited<ReturnType<typeof mountForSeveral>>;
beforeAll(async () => {
  mounted = await mountForSeveral(<App />, '#v=1&lang=en&k=4', { isApp: true });
  await button('Explain').click();
});
afterAll(async () => {
  await mounted.leave();
  await page.viewport(1280, 720);
});

for (const [profile, sizes] of [
  [
    'projector',
    [
      [1280, 720],
      [1920, 1080],
    ],
  ],
  [
    'desk',
    [
      [1280, 720],
      [360, 740],
    ],
  ],
] as const)
  for (const link of LINKS)
    test(`no formula is wider than its drawer, ${profile}: ${link || 'the first page'}`, async () => {
      await mounted.open(`#v=1&k=5&profile=${profile}${link}`);
      expect(text('step')).toBe('5');
      for (const [width, height] of sizes) {
        await page.viewport(width, height);
        await idle();
        const formulae = findAll('.explain .formula');
        expect(formulae.some((one) => one.checkVisibility())).toBe(true);
        const tooWide = formulae
          .filter((one) => one.scrollWidth > one.clientWidth)
          .map((one) => `${one.scrollWidth} in ${one.clientWidth}: ${one.textContent}`);
        expect(tooWide, `${width} px`).toEqual([]);
      }
    });
