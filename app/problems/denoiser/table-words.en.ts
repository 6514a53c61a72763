import { english } from '../../i18n/messages.ts';

/** What the saved tables are called. */
export const words = english({});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
