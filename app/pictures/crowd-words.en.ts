import { formatCount } from '../i18n/format.ts';
import { english, type Numbers } from '../i18n/messages.ts';

/** Criterion that counts the dots: the star, the problem's aim, an end that means arrival, any stop. */
export type CrowdAim = 'star' | 'distance' | 'excess' | 'gap' | 'arrived' | 'stopped';

/** Number of dots at a problem-specific end, and its words. */
export type CrowdEnd = readonly [count: number, words: string];

const reached: Readonly<Record<CrowdAim, string>> = {
  star: 'reached the star',
  distance: 'reached the star',
  excess: 'reached the lowest loss',
  gap: 'reached the best possible',
  arrived: 'have arrived',
  stopped: 'have stopped',
};

export const words = english({
  'crowd.of': ({ count, of }: { count: number; of: number }) => `${formatCount(count)} of ${formatCount(of)}`,
  'crowd.reached': ({ aim, own }: { aim: CrowdAim; own?: string }) => ` ${own ?? reached[aim]}`,
  'crowd.rest': (of: Numbers<'elsewhere' | 'moving' | 'diverged'> & { own: readonly CrowdEnd[] }) =>
    [
      ...of.own.map(([count, words]) => `${formatCount(count)} ${words}`),
      ...(of.elsewhere > 0 ? [`${formatCount(of.elsewhere)} stopped`] : []),
      ...(of.diverged > 0 ? [`${formatCount(of.diverged)} diverged`] : []),
      ...(of.moving > 0 ? [`${formatCount(of.moving)} moving`] : []),
    ].join(' · '),
  'crowd.told': ({ words, rest }: { words: string; rest: string }) =>
    rest === '' ? `${words}.` : `${words}; ${rest.replaceAll(' · ', ', ')}.`,
  'crowd.side': ({ side, words }: { side: string; words: string }) => `${side}: ${words}`,
  'crowd.coming': 'Computing the starts…',
  'crowd.choose': 'Choose the region',
  'crowd.drag': 'Drag a rectangle on either map. Esc cancels.',
  'crowd.window': 'Start from the whole window',
});

declare module '../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
