/**
 * Single-key shortcuts of the page, by the names with which a link disables them (`keysoff=`): WCAG 2.1.4. Excludes Escape and keys with
 * Ctrl, Cmd or Alt.
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
