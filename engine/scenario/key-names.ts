/**
 * The single keys of the page, by the names under which a link switches them off (`keysoff=`): WCAG 2.1.4. Keys that need
 * Ctrl, Cmd or Alt, and Escape, are not among them.
 */
export const KEY_NAMES = [
  'space',
  'arrows',
  'homeend',
  'pages',
  'r',
  'n',
  'g',
  'speed',
  'f',
  'p',
  'b',
  'm',
  'q',
  'l',
  't',
  'dot',
  'help',
] as const;

export type KeyName = (typeof KEY_NAMES)[number];
