import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import { runsAll } from '../scripts/tier.mjs';
import type { ExplorerPage } from './explorer-page.ts';
import { readGif } from './gif.ts';
import { expect, test } from './test.ts';

/** Blue of the right path, and a lossy codec's tolerance. */
const BLUE = [0x1c, 0x6d, 0xd0] as const;
const FAR = 40;

async function openFilms(explorer: ExplorerPage, page: Page, k = 0): Promise<Locator> {
  await explorer.open();
  if (k > 0) await explorer.seek(k);
  await explorer.openFromMenu('Share');
  const dialog = page.getByRole('dialog', { name: 'Share and export' });
  await dialog.getByRole('tab', { name: 'Film' }).click();
  await expect(dialog.getByRole('button', { name: 'Make the film' })).toBeEnabled();
  return dialog;
}

const choose = (dialog: Locator, name: string, option: string) =>
  dialog.getByRole('combobox', { name, exact: true }).selectOption(option);
const fill = (dialog: Locator, name: string, text: string) =>
  dialog.getByRole('textbox', { name, exact: true }).fill(text);

/** Chooses steps 0 to 12 at ten frames and steps a second: 13 frames, then two more of the last. */
async function askForLittle(dialog: Locator): Promise<void> {
  await choose(dialog, 'Size', 'custom');
  await fill(dialog, 'Width', '480');
  await fill(dialog, 'Height', '270');
  await choose(dialog, 'Frames per second', '10');
  await fill(dialog, 'To step', '12');
  await choose(dialog, 'Pace', 'steps');
  await fill(dialog, 'Steps per second', '10');
  await fill(dialog, 'Hold first frame (s)', '0');
  await fill(dialog, 'Hold last frame (s)', '0.2');
}

async function makeAndSave(dialog: Locator, page: Page, name: string): Promise<Buffer> {
  await dialog.getByRole('button', { name: 'Make the film' }).click();
  const save = dialog.getByRole('button', { name: `Save ${name}` });
  // Waits up to 15 s for the finest maps (app/features/share/film/make-film.ts).
  await expect(save).toBeFocused();
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toBe(name);
  return readFile(await download.path());
}

/** Counts path-blue pixels at a second of a video, or in a GIF's still. */
async function bluePixels(film: Locator, second: number): Promise<number> {
  return film.evaluate(
    async (shown: HTMLVideoElement, [second, [r, g, b], far]) => {
      const video = document.createElement('video');
      video.muted = true;
      video.src = shown.src;
      await new Promise((resolve) => video.addEventListener('loadeddata', resolve, { once: true }));
      const sought = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
      video.currentTime = second;
      await sought;
      const context = new OffscreenCanvas(video.videoWidth, video.videoHeight).getContext('2d')!;
      context.drawImage(video, 0, 0);
      const { data } = context.getImageData(0, 0, video.videoWidth, video.videoHeight);
      let count = 0;
      for (let i = 0; i < data.length; i += 4)
        if (Math.hypot(data[i]! - r, data[i + 1]! - g, data[i + 2]! - b) < far) count++;
      return count;
    },
    [second, BLUE, FAR] as const,
  );
}

test('a film as WebM and as MP4: frames, size and time of the file, and the path in its last frame', async ({
  explorer,
  page,
}) => {
  const dialog = await openFilms(explorer, page);
  const formats = await dialog.getByRole('combobox', { name: 'Format' }).locator('option').allTextContents();
  await askForLittle(dialog);
  await expect(dialog.getByTestId('film-will')).toContainText(
    '15 frames of 13 different steps, 1.5 s, 480 × 270, very roughly',
  );
  await expect(dialog.getByTestId('film-will')).toContainText('first computes steps 1 to 12');
  const videos = (['webm', 'mp4'] as const).filter((name) =>
    formats.some((words) => words.toLowerCase().startsWith(name)),
  );
  // Every Chromium encodes VP8 and VP9, some builds H.264.
  expect(videos).toContain('webm');
  // `npm test` makes WebM only.
  for (const format of runsAll ? videos : videos.slice(0, 1)) {
    await choose(dialog, 'Format', format);
    const file = await makeAndSave(dialog, page, `twin-descent-slope-bias-film-k12.${format}`);
    const input = new Input({ source: new BufferSource(file), formats: ALL_FORMATS });
    const track = (await input.getPrimaryVideoTrack())!;
    expect((await track.computePacketStats()).packetCount).toBe(15);
    expect([track.displayWidth, track.displayHeight]).toEqual([480, 270]);
    expect(await track.computeDuration()).toBeCloseTo(1.5, 2);
    expect((await input.getMetadataTags()).comment).toContain('#');
    const film = dialog.getByTestId('film');
    const first = await bluePixels(film, 0);
    // A busy machine reports a seek before it has the picture.
    await expect.poll(() => bluePixels(film, 1.45)).toBeGreaterThan(first + 30);
    await dialog.getByRole('button', { name: 'Make another' }).click();
  }
  await page.keyboard.press('Escape');
  await expect(explorer.step).toHaveText('0');
  expect(explorer.fragment()).not.toContain('k=');
});

// Palette and schedule in Node: app/features/share/film.
test('a film as GIF: pictures, size and time of the file, and the path in its last picture', {
  tag: '@all',
}, async ({ explorer, page }) => {
  const dialog = await openFilms(explorer, page, 5);
  await choose(dialog, 'Format', 'gif');
  await expect(dialog).toContainText('A GIF counts time in hundredths of a second');
  await askForLittle(dialog);
  const gif = readGif(await makeAndSave(dialog, page, 'twin-descent-slope-bias-film-k12.gif'));
  expect([gif.width, gif.height, gif.loops]).toEqual([480, 270, 0]);
  expect(gif.pictures.map(({ hundredths }) => hundredths)).toEqual([...Array<number>(12).fill(10), 30]);
  expect(gif.comment).toContain('#v=1');
  const blue = (picture: number) => gif.countOf(picture, BLUE);
  expect(blue(12)).toBeGreaterThan(blue(0) + 60);
  await page.keyboard.press('Escape');
  await expect(explorer.step).toHaveText('5');
});
