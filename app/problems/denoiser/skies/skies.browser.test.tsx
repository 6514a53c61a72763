import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EnsembleDrawer } from '../../../features/ensemble/EnsembleDrawer.tsx';
import {
  button,
  createHeldSession,
  find,
  findAll,
  focusByKeys,
  idle,
  mount,
  text,
} from '../../../shell/mount.test.tsx';
import { ProblemPage } from '../../kit/Page.tsx';

const open = async (link: string) => {
  const mounted = await mount(
    <main>
      <ProblemPage />
    </main>,
    `#v=1&problem=denoiser${link}&forecast=1&pictures=all`,
  );
  await page.getByTestId('more-choice').selectOptions('skies');
  return mounted;
};
const played = page.getByTestId('skies-played');
const read = () => text('probe-skies').replaceAll('\u00A0', ' ');
const skies = () => find('[data-testid="skies"]');

test('skies are run, read by keyboard and as a table; Enter and a click open one, and the tally stays', async () => {
  const { session, link } = await open('&share=0.3&skies=3&seed=2');
  await expect.poll(read).toMatch(/^3 skies from seed 2 on: every denoiser and CLEAN run 200 rounds/);
  await button('Run 3 skies').click();
  await expect.element(played).toHaveTextContent(/^3 skies$/);
  // Seeds 2, 3 and 4: the largest lead is that of seed 3.
  await expect
    .poll(read)
    .toMatch(
      /^Free ahead of ridge on 3 of 3 .* best 9\.6 dB ahead\. Destroyed: 0 .* Settled: free 3, ridge 3\.$/,
    );
  focusByKeys(skies());
  await userEvent.keyboard('{Home}');
  await expect.poll(read).toMatch(/^Seed 2: free \d+\.\d dB \(settled; best /);
  expect(find('[data-testid="probe-skies"]').getAttribute('aria-live')).toBe('polite');
  await userEvent.keyboard('{ArrowRight}');
  await expect
    .poll(read)
    .toMatch(/^Seed 3: free 17\.9 dB .* ridge 8\.4 dB, handmade 7\.8 dB, .* Free 9\.6 dB ahead of ridge\./);
  await userEvent.keyboard('{Enter}');
  await expect.poll(link).toContain('seed=3');
  await idle();
  expect(session.store.getState().k).toBe(0);
  await expect.element(played).toHaveTextContent(/^3 skies$/);
  await expect.poll(read).toMatch(/^Seed 3:/);

  await button('Many skies as a table').click();
  const table = page.getByTestId('sweep-table');
  await expect.element(table.getByRole('row').nth(1)).toHaveTextContent(/^Median/);
  await expect.element(table.getByRole('row').nth(3)).toHaveTextContent(/^317\.9/);
  await userEvent.keyboard('{Escape}');
  await expect.element(table).not.toBeInTheDocument();

  // A click on the sky that is read opens it.
  const box = skies().getBoundingClientRect();
  const isStill = () => expect(skies().getBoundingClientRect().height).toBe(box.height);
  const surface = page.getByTestId('skies');
  // Along the right edge, where the free denoiser's dots are, one is read at each height.
  const seeds = new Set<string>();
  for (let y = 40; y < box.height - 40 && seeds.size < 2; y += 20) {
    await surface.hover({ position: { x: box.width - 50, y } });
    await expect.poll(read).toMatch(/^Seed (2|3|4): /);
    // Reading does not move the picture.
    isStill();
    const seed = /^Seed (\d)/.exec(read())![1]!;
    if (seeds.has(seed)) continue;
    seeds.add(seed);
    await surface.click({ position: { x: box.width - 50, y } });
    await expect.poll(link).toMatch(new RegExp(`seed=${seed}`));
    await idle();
  }
  expect(seeds.size).toBe(2);
  await expect.element(played).toHaveTextContent(/^3 skies$/);

  // A larger count starts where the tally does; another share has no tally.
  await page.getByLabelText('Skies', { exact: true }).selectOptions('8');
  expect(link()).toContain('skies=8');
  await expect.element(played).toHaveTextContent(/^3 skies$/);
  session.change({ share: 0.15 });
  await expect.element(played).not.toBeInTheDocument();
});

test('how often: one click runs a diagram that is ready; what images are measured by is a choice', async () => {
  const { link } = await mount(
    <EnsembleDrawer onClose={() => undefined} />,
    '#v=1&problem=denoiser&share=0.3&runs=10&limit=5&xkey=share&xat=0.1,0.3',
    { session: createHeldSession() },
  );
  await expect
    .element(page.getByRole('tab', { name: 'Phase diagram' }))
    .toHaveAttribute('aria-selected', 'true');
  await page.getByTestId('ready-denoiser.offer.settled').click();
  await expect.poll(link).toMatch(/measure=rest.*within=0\.0001.*xkey=strength/);
  await page.getByTestId('ensemble-cancel').click();
  await page.getByTestId('ensemble-form').click();
  await expect.element(page.getByLabelText('Images are measured by')).toHaveValue('rest');
});

test('of two pixels nothing is drawn, and a diagram shows where the start settles', async () => {
  const { link } = await mount(
    <EnsembleDrawer onClose={() => undefined} />,
    '#v=1&problem=denoiser&level=pixels',
    { session: createHeldSession() },
  );
  await expect.element(page.getByText(/^Nothing is drawn at random here/)).toBeVisible();
  await page.getByRole('tab', { name: 'Phase diagram' }).click();
  await page.getByTestId('ready-denoiser.offer.rule').click();
  await expect.poll(link).toMatch(/xkey=c&xat=.*ykey=sigma/);
  // Given up, or done before that is pressed.
  await expect
    .poll(() => {
      for (const cancel of findAll('[data-testid="ensemble-cancel"]')) cancel.click();
      return findAll('[data-testid="ensemble-run"]').length;
    })
    .toBe(1);
});
