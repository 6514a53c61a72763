import { english } from '../i18n/messages.ts';

export const words = english({
  'app.title': 'Twin Descent',
  'app.pageTitle': 'Twin Descent: one neuron, two landscapes',
  'control.lockedTitle': ({ title }: { title: string }) => `${title}: locked by this link`,

  'toast.newData': 'New data: the run begins anew.',
  'toast.undone': 'Taken back.',
  'toast.copied': 'Link copied: it opens paused at this step, with the same digits.',
  'toast.copiedWithoutData': 'Link copied; it leaves your data out, so only this page has the numbers.',
  'toast.locked': 'Locked by this link.',
  'toast.toneOn': 'Tone on: it sounds while the run plays.',
  'toast.toneOff': 'Tone off.',
  'toast.toneMissing': 'This browser gives the page no sound.',
  'toast.runOpened': 'The run stands in the main view. Undo goes back.',
  'toast.nothingToUndo': 'Nothing to take back.',
  'toast.noCrowd': 'Many starts need a map of both sides. There is none here.',
  'toast.link': 'Copy this link:',
  'pointer.click': 'click',
  'pointer.tap': 'tap',
});

declare module '../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
