import { english } from '../../i18n/messages.ts';

export const words = english({
  'update.title': 'New version',
  'update.waiting':
    'A new version is ready. The link keeps the scenario and its step, and everything you saved stays.',
  'update.taken': 'A new version is now in use. This tab keeps the old version until you reload.',
  'update.loses':
    'Your data is too long for the link, and the browser does not keep it: you will have to open its file again.',
  'update.stayed':
    'The new version did not start in time, so this page stays as it is. Try again, or close all tabs of this page and reopen it.',
  'update.use': 'Use it now',
  'update.later': 'Later',
  'update.using': 'Switching to the new version…',

  'help.licences': 'Open-source licences',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
