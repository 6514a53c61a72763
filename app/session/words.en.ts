import type { SideName } from '../../engine/contract.ts';
import { english, type Texts } from '../i18n/messages.ts';

export const words = english({
  'app.title': 'Twin Descent',
  'app.pageTitle': 'Twin Descent: one neuron, two landscapes',
  'control.lockedTitle': ({ title }: { title: string }) => `${title}: locked by this link`,

  'settings.line': ({ rule, c, step, smoothness }: Texts<'rule' | 'c' | 'step' | 'smoothness'>) =>
    `${rule}, step size ${step} (${c}/L, L = ${smoothness})`,
  'settings.line.plain': '',
  'verdict.ready': 'Ready.',
  'side.alone': ({ side }: { side: SideName }) => (side === 'left' ? 'Left' : 'Right'),
  'toast.newData': 'New data: the run starts over.',
  'toast.undone': 'Undone.',
  'toast.copied': 'Link copied: it opens paused at this step, with the same digits.',
  'toast.copiedWithoutData': 'Link copied without your data. Only this page has the numbers.',
  'toast.locked': 'Locked by this link.',
  'toast.toneOn': 'Sound on: you hear it while the run plays.',
  'toast.toneOff': 'Sound off.',
  'toast.toneMissing': 'This browser doesn’t let the page play sound.',
  'toast.runOpened': 'The run is now in the main view. Undo to go back.',
  'toast.nothingToUndo': 'Nothing to undo.',
  'toast.noCrowd': 'Many starts need a map on each side. This view has none.',
  'toast.link': 'Copy this link:',
  'pointer.click': 'click',
  'pointer.tap': 'tap',
});

declare module '../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
