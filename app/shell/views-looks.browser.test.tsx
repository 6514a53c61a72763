import { userEvent } from 'vitest/browser';
import { OPENING, testLooks } from './looks.test.tsx';
import { button } from './mount.test.tsx';

/** Every view and every bar; e2e/axe.spec.ts looks at the page as it is built. */
testLooks({
  'one weight': { link: 'd=1&n=12&k=12', seen: '.coordinates' },
  'a slice of many weights': { link: 'd=5&n=30&k=13', seen: '[data-testid=coordinates]' },
  'infinitely many samples': { link: 'n=inf&k=14', seen: '.surface' },
  basins: { link: `${OPENING}&ground=basins&k=15`, seen: '.surface' },
  pull: { link: `${OPENING}&ground=pull&rays=1&arrows=1&k=16`, seen: '.surface' },
  'a run that diverges': { link: 'c=6&k=200', seen: '.verdict button' },
  'in space': { link: `${OPENING}&solid=1&k=17`, seen: '.solid' },
  'limited by a link': {
    link: `${OPENING}&hide=speed,undo,c&lock=play,layers,scrub,place&k=22`,
    seen: '.playback button:disabled',
  },
  'not taken as it came': { link: `${OPENING}&n=1.5&c=x&zz=1&k=5`, seen: '.notices' },
  'two layers': { link: 'problem=two-layer&n=20&neurons=4&k=18', seen: '.networks' },
  'two layers on a line': { link: 'problem=two-layer&features=line&n=12&neurons=4&k=19', seen: '.networks' },
  'two layers, more inputs': { link: 'problem=two-layer&d=4&n=20&neurons=4&k=20', seen: '.networks' },
  'the lift': { link: 'problem=lift&k=21', seen: '.surface' },
  'a scene with its bar': { link: 'lecture=stuck&scene=1', seen: '.presenter' },
  'speaker notes': {
    link: 'lecture=stuck&scene=1',
    open: () => button('Speaker notes').click(),
    seen: '.drawer.notes',
    over: '.drawer',
  },
  'a black screen': {
    link: `${OPENING}&k=40`,
    open: () => userEvent.keyboard('b'),
    seen: '.blank',
    over: '.blank',
  },
});
