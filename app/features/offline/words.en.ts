import { english } from '../../i18n/messages.ts';

/** The English words of newer versions and of what the build is made of: they come with the code that says them. */
export const words = english({
  'update.title': 'New version',
  'update.waiting':
    'A new version is ready. The address keeps the scenario and its step, and everything saved stays.',
  'update.taken': 'A new version is in use by now. This tab goes on with the old one until it is reloaded.',
  'update.loses':
    'Your own data is too long for the address, and the browser does not keep it: it has to be opened again from its file.',
  'update.stayed':
    'It did not take over in time, so this page goes on as it is. Try again, or close all tabs of this page and open it again.',
  'update.use': 'Use it now',
  'update.later': 'Later',
  'update.using': 'Changing to the new version…',

  'help.licences': 'Licences of what this page is made of',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
