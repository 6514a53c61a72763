import { english } from '../../i18n/messages.ts';

/** Words of the things that texts name (`{{mark:star}}`), as their labels say them. */
export const words = english({
  'named.arrow': 'arrow',
  'named.band': 'band',
  'named.circle': 'circle',
  'named.column': 'column',
  'named.cone': 'cone',
  'named.contour': 'contour',
  'named.deadZone': 'dead zone',
  'named.disc': 'disc',
  'named.ellipse': 'ellipse',
  'named.floor': 'floor',
  'named.gap': 'gap',
  'named.polygon': 'polygon',
  'named.pull': 'pull',
  'named.saddle': 'saddle',
  'named.sector': 'sector',
  'named.star': 'star',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
