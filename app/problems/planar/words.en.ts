import { english } from '../../i18n/messages.ts';

export const words = english({
  'slice.coming': 'Choosing the slice plane…',
  'readout.probe.plain': '',
  'readout.probe': ({ at, loss, gradient }: { at: string; loss: string; gradient: string }) =>
    `w ${at}  loss ${loss}  ‖∇‖ ${gradient}`,
  'axis.evaluations': 'gradient evaluations',
  'curve.excess': 'excess loss',
  'curve.distanceOwn': 'distance to each side’s best known point',
  'curve.noMinimum': 'the relaxation has no minimum here',
  'header.resetView': 'Reset view',

  'aria.landscape': ({ side }: { side: string }) =>
    `${side}: landscape over the two weights. Arrow keys move the crosshair, Enter places the start there.`,
  'aria.slice': ({ side }: { side: string }) =>
    `${side}: a slice through all weights. Arrow keys move the crosshair.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
