import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { button, createHeldSession, mount } from '../../../shell/mount.test.tsx';
import { ProblemPage } from '../../kit/Page.tsx';

const played = page.getByTestId('skies-played');

/** In `npm test` the tally of shuffles ends in these ways (app/problems/shuffle/tally/tally.browser.test.tsx). */
test('another scenario ends a tally that runs, and so does a click; what was found stays', async () => {
  const { session } = await mount(
    <main>
      <ProblemPage />
    </main>,
    '#v=1&problem=denoiser&skies=12&forecast=1&pictures=all',
    { session: createHeldSession('skies', (told: readonly unknown[]) => told.length > 0) },
  );
  await page.getByTestId('more-choice').selectOptions('skies');
  await button('Run 12 skies').click();
  await expect.element(page.getByTestId('skies-stop')).toBeVisible();
  await expect.element(played).toHaveTextContent(/^[1-9]\d* of 12 skies$/);
  session.change({ strength: 2 });
  await expect.element(page.getByTestId('skies-run')).toBeVisible();
  await expect.element(played).not.toBeInTheDocument();
  await button('Run 12 skies').click();
  await expect.element(played).toHaveTextContent(/^[1-9]\d* of 12 skies$/);
  // The seed alone changes nothing.
  session.change({ seed: 2 });
  await expect.element(page.getByTestId('skies-stop')).toBeVisible();
  await page.getByTestId('skies-stop').click();
  await expect.element(page.getByTestId('skies-run')).toBeVisible();
  await expect.element(played).toHaveTextContent(/^[1-9]\d* of 12 skies$/);
});
