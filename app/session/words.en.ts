import { english } from '../i18n/messages.ts';

export const words = english({
  'app.title': 'Twin Descent',
  'app.pageTitle': 'Twin Descent: one neuron, two landscapes',
  'control.lockedTitle': ({ title }: { title: string }) => `${title}: locked by this link`,

  'said.newData': 'New data: the run begins anew.',
  'said.undone': 'Taken back.',
  'said.copied': 'Link copied: it opens paused at this step, with the same digits.',
  'said.copiedWithoutData': 'Link copied; it leaves your data out, so only this page has the numbers.',
  'said.locked': 'Locked by this link.',
  'said.toneOn': 'Tone on: it sounds while the run plays.',
  'said.toneOff': 'Tone off.',
  'said.toneMissing': 'This browser gives the page no sound.',
  'said.runOpened': 'The run stands in the main view. Undo goes back.',
  'said.nothingToUndo': 'Nothing to take back.',
  'said.link': 'Copy this link:',
  'pointer.click': 'click',
  'pointer.tap': 'tap',
});

declare module '../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
