import { addWords } from './words.ts';

/** The English words of newer versions and of what the build is made of: they come with the code that says them. */
export const enOffline = {
  'update.title': 'New version',
  'update.waiting':
    'A new version is ready. The address keeps the scenario and its step, and everything saved stays.',
  'update.taken':
    'A new version is in use in another tab. This tab goes on with the old one until it is reloaded.',
  'update.loses':
    'Your own data is too long for the address, and the browser does not keep it: it has to be opened again from its file.',
  'update.use': 'Use it now',
  'update.later': 'Later',
  'update.using': 'Changing to the new version…',

  'help.licences': 'Licences of what this page is made of',
} as const;

addWords('en', enOffline);
