import { formatCount } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';
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
      return `set: expected keys of the open scenario; got "${got}", which opens another one: send it with load. Nothing was set.`;
    case 'fragment':
      return `load: expected fragment, the text of a link with at most ${formatCount(MOST_CHARACTERS)} characters; got ${got}.`;
  }
}

export const words = english({
  'embed.open': 'Open full',
  'embed.openTitle': 'Open this state in a full page with every control',
  'embed.trouble': troubleOf,
  'embed.noParent': ({ got }: { got: string }) =>
    `parent: expected an origin such as https://example.org; got "${got}". The page neither sends nor reads messages.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
