import { formatCount } from '../../i18n/format.ts';
import { addWords } from '../../i18n/words.ts';
import { MOST_CHARACTERS, MOST_KEYS, MOST_STEPS, PROTOCOL_VERSION } from './limits.ts';
import type { CommandTrouble } from './protocol.ts';

function troubleOf({ code, got, of }: CommandTrouble): string {
  switch (code) {
    case 'version':
      return `${of}: expected a message of version ${PROTOCOL_VERSION}; got ${got}.`;
    case 'step':
      return `step: expected n, an integer from −${formatCount(MOST_STEPS)} to ${formatCount(MOST_STEPS)}; got ${got}.`;
    case 'values':
      return `set: expected values, an object with at most ${MOST_KEYS} link keys; got ${got}.`;
    case 'value':
      return `set: expected a text, a number, true, false, null or a list of numbers for "${got}"; nothing was set.`;
    case 'key':
      return `set: expected keys of what is open; got "${got}", which opens something else: send it with load. Nothing was set.`;
    case 'fragment':
      return `load: expected fragment, a link’s text of at most ${formatCount(MOST_CHARACTERS)} characters; got ${got}.`;
  }
}

/** The English words of a page within another page, and of the share dialog's page that makes one. */
export const words = {
  'embed.open': 'Open full',
  'embed.openTitle': 'Open this very state on a page of its own, with every control',
  'embed.trouble': troubleOf,
  'embed.noParent': ({ got }: { got: string }) =>
    `parent: expected an origin such as https://example.org; got "${got}". No message is sent or heeded.`,

  'embed.lead':
    'The same panels within an article or a course page. It plays when the reader asks, never by itself.',
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
  'embed.shows.data': 'the data alone',
  'embed.shows.curves': 'the curves alone',
  'embed.controls': 'Controls',
  'embed.controls.all': 'playback, and the start can be moved',
  'embed.controls.playback': 'playback alone',
  'embed.controls.none': 'none: the page around it plays it',
  'embed.from': 'Begins',
  'embed.from.step': ({ k }: { k: number }) => `at this step, ${formatCount(k)}`,
  'embed.from.start': 'at the start',
  'embed.fits': 'Let it set its own height (adds a short script)',
  'embed.code': 'Code',
  'embed.copy': 'Copy code',
  'embed.copied': 'Code copied.',
  'embed.notCopied': 'The browser did not allow copying: the code is selected, copy it by hand.',
  'embed.preview': 'Preview',
  'embed.frameTitle': ({ problem }: { problem: string }) => `Twin Descent: ${problem}`,
  'embed.leavesOut':
    'Left out: the lecture, speaker notes and the view in space; own data that is too long for a link.',
  'embed.sandbox':
    'The sandbox lets it run its scripts and open a link in a new tab, nothing else: no storage, no access to the page around it.',
  'embed.examples': 'Examples',
  'embed.example.article': 'An article with buttons that drive it',
  'embed.example.lockstep': 'Two in lockstep',
} as const;

type Mine = typeof words;
declare module '../../i18n/messages.ts' {
  interface Messages extends Mine {}
}

addWords('en', words);
