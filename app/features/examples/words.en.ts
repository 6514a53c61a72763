import { english } from '../../i18n/messages.ts';

export const words = english({
  'examples.title': 'Examples',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
