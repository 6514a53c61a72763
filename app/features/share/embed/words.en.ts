import { formatCount } from '../../../i18n/format.ts';
import { english } from '../../../i18n/messages.ts';

export const words = english({
  'embed.lead': 'Puts the same panels in an article or a course page. It never plays on its own.',
  'embed.size': 'Size',
  'embed.size.custom': 'custom',
  'embed.width': 'Width',
  'embed.height': 'Height',
  'embed.sizeRange': ({ least, most }: { least: number; most: number }) =>
    `${formatCount(least)} to ${formatCount(most)} pixels`,
  'embed.theme': 'Theme',
  'embed.shows': 'Shows',
  'embed.shows.auto': 'what fits the size',
  'embed.shows.maps': 'both maps',
  'embed.shows.maps,curves': 'maps and curves',
  'embed.shows.maps,data': 'maps and data',
  'embed.shows.maps,data,curves': 'maps, data and curves',
  'embed.shows.data': 'data only',
  'embed.shows.curves': 'curves only',
  'embed.controls': 'Controls',
  'embed.controls.all': 'playback, and the start can be moved',
  'embed.controls.playback': 'playback only',
  'embed.controls.none': 'none: controlled by the host page',
  'embed.from': 'Start',
  'embed.from.step': ({ k }: { k: number }) => `at this step (${formatCount(k)})`,
  'embed.from.start': 'at the start',
  'embed.fits': 'Auto-height (adds a short script)',
  'embed.code': 'Code',
  'embed.copy': 'Copy code',
  'embed.copied': 'Code copied.',
  'embed.notCopied': 'The browser blocked copying. The code is selected: copy it by hand.',
  'embed.preview': 'Preview',
  'embed.frameTitle': ({ problem }: { problem: string }) => `Twin Descent: ${problem}`,
  'embed.leavesOut':
    'Not included: the lecture, speaker notes and the 3-D view; your data, if it is too long for a link.',
  'embed.sandbox':
    'The sandbox lets the embed run its scripts and open a link in a new tab, and nothing else: no storage, no access to the host page.',
  'embed.examples': 'Examples',
  'embed.example.article': 'An article with buttons that drive it',
  'embed.example.lockstep': 'Two in lockstep',
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
