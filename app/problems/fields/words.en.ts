import { english, type Numbers, type Texts } from '../../i18n/messages.ts';

export const words = english({
  'aria.field': ({ side, starts }: { side: string; starts: boolean }) =>
    `${side}: map. Arrow keys move the crosshair${starts ? ', Enter places the start there' : ''}.`,
  'field.height': ({ name, value }: { name: string; value: string }) => `${name || 'height'} ${value}`,
  'field.under': ({ name, value }: { name: string; value: string }) => `${name || 'beneath'} ${value}`,
  'field.move': ({ to, unit }: { to: string; unit: 'round' | 'step' }) => `one ${unit} moves it by ${to}`,
  'field.read': ({ at, parts }: { at: string; parts: readonly string[] }) => [at, ...parts].join('  '),
  'alt.field': ({
    title,
    corners,
    x,
    y,
    window: [x0, x1, y0, y1],
    ground,
    unit,
    under,
  }: {
    title: string;
    corners: readonly string[] | null;
    x: string;
    y: string;
    window: readonly [string, string, string, string];
    ground: 'height' | 'arrows' | 'plain';
    unit: 'round' | 'step';
    under: string | null;
  }) =>
    `${title}: ${
      corners
        ? `triangle with the corners ${corners.join('; ')}`
        : `map of ${x} from ${x0} to ${x1} and ${y} from ${y0} to ${y1}`
    }${
      {
        height: ', coloured by height, with contour lines',
        arrows: `, with lines that show where a ${unit} leads`,
        plain: '',
      }[ground]
    }${under === null ? '' : `, over dashed contour lines of ${under || 'the function beneath it'}`}.`,
  'alt.fieldPlace': ({
    k,
    unit,
    start,
    at,
  }: Numbers<'k'> & Texts<'start' | 'at'> & { unit: 'round' | 'step' }) =>
    k === 0
      ? `At the start ${start}.`
      : `Start ${start}; after ${k} ${k === 1 ? unit : `${unit}s`} at ${at}.`,
  'alt.fieldMark': ({ name, at, away }: { name: string; at: string; away: string }) =>
    `${name} at ${at}, ${away} away.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
