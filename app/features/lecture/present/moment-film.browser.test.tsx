import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ProblemPage } from '../../../problems/kit/Page.tsx';
import { catchFiles, find, findAll, idle, mount } from '../../../shell/mount.test.tsx';
import { HILLS } from '../../../storage/lectures/shipped/hills.ts';
import { MomentFilm } from '../../share/film/MomentFilm.tsx';
import { PresenterBar } from '../PresenterBar.tsx';

const { scenario } = HILLS.ball;

test('one click films the moment of the open scene and saves the file', async () => {
  vi.stubGlobal('VideoEncoder', undefined);
  const files = catchFiles();
  const { session } = await mount(
    <main>
      <ProblemPage />
      <PresenterBar film={MomentFilm} />
    </main>,
    `${scenario}&lecture=hills&scene=1`,
  );
  const texts = { title: 'A scene', sentence: '', notes: 'Say: look.', question: '', guess: false };
  const scene = { ...texts, moment: 'It moves after step {{step@mark}}.', scenario, bookmark: 2 };
  session.setLecture({ title: 'A lecture', scenes: [scene, { ...scene, moment: undefined }] });
  session.setNotes(true);
  await idle();
  const section = () => find('.notes-moment');
  expect(find('.notes-moment h2').textContent).toBe('Moment');
  await expect.poll(() => find('.notes-moment > p').textContent).toBe('It moves after step 2.');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const film = button('Film this moment');
  const said = () => find('.notes-moment [role="status"]').textContent;
  // Small grids have no finest maps, which a film awaits.
  session.store.setState({ picturesFailed: true });
  await film.click();
  await expect.poll(() => files.length).toBe(1);
  const [file] = files;
  expect(file!.name).toMatch(/^twin-descent-.*-film-k3\.gif$/);
  expect(await file!.blob.slice(0, 6).text()).toBe('GIF89a');
  await expect.poll(said).toBe(`Saved: ${file!.name}`);
  await expect.element(film).toHaveFocus();
  expect(findAll('.notes-moment progress')).toEqual([]);
  expect(film.element().getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  expect(session.store.getState()).toMatchObject({ k: 0, playing: false });

  // A playing run goes on where it was, and Escape ends the film alone.
  const now = () => session.store.getState();
  const before = now().lecture;
  session.seek(5);
  await idle();
  for (const isCancelled of [false, true]) {
    session.store.setState({ picturesFailed: !isCancelled });
    session.toggle();
    // A short film may have ended, and the run gone on, before the click is reported.
    let paused: number | null = null;
    const unsubscribe = session.store.subscribe(({ playing, k }) => {
      if (!playing) paused ??= k;
    });
    await film.click();
    await expect.poll(() => paused).not.toBeNull();
    unsubscribe();
    if (isCancelled) {
      await userEvent.keyboard('{Escape}');
      await expect.poll(said).toBe('Film cancelled: nothing was kept.');
    } else await expect.poll(() => files.length).toBe(2);
    await expect.poll(() => now().playing).toBe(true);
    expect(now().k).toBeGreaterThanOrEqual(paused!);
    expect(now()).toMatchObject({ notes: true, lecture: before });
    session.pause();
  }
  session.store.setState({ picturesFailed: false });
  await film.click();
  await expect.element(page.getByRole('progressbar', { name: 'Film progress' })).toBeVisible();
  await expect.poll(() => find('.notes-moment .film-facts').textContent).toBe('Waiting for the finest maps');
  await expect.element(button('Cancel')).toHaveFocus();
  await button('Cancel').click();
  await expect.poll(said).toBe('Film cancelled: nothing was kept.');
  session.store.setState({ picturesFailed: true });

  const { getContext } = HTMLCanvasElement.prototype;
  const none = vi.spyOn(HTMLCanvasElement.prototype, 'getContext');
  none.mockImplementation(function (this: HTMLCanvasElement, kind: string, options?: { alpha?: boolean }) {
    return options?.alpha === false ? null : Reflect.apply(getContext, this, [kind, options]);
  } as typeof getContext);
  await film.click();
  await expect
    .poll(said)
    .toBe('The browser could not make this film. Share, Film offers other formats and sizes.');
  none.mockRestore();

  session.change({ blend: 0.4 });
  await idle();
  await film.click();
  await expect.poll(said).toBe('The page shows another run now. Open this scene again to film it.');
  expect(files).toHaveLength(2);
  expect(section().scrollWidth).toBeLessThanOrEqual(section().clientWidth);

  session.change({ blend: 1 });
  await idle();
  session.store.setState({ picturesFailed: false });
  await film.click();
  session.change({ scene: 2 });
  await expect.poll(() => now().toast?.key).toBe('toast.filmCancelled');
  await idle();
  expect(findAll('.notes-text')).toHaveLength(1);
  expect(findAll('.notes-moment')).toEqual([]);
  vi.unstubAllGlobals();
});
