import { english } from '../../i18n/messages.ts';

export const words = english({
  'slice.coming': 'Choosing the slice plane…',
  'readout.probe': ({ at, loss, gradient }: { at: string; loss: string; gradient: string }) =>
    `w ${at}  loss ${loss}  ‖∇‖ ${gradient}`,
  'coordinates.note': ({ d }: { d: number }) =>
    d === 1
      ? 'With one weight there is no map to draw; follow the curves and the weight itself.'
      : d === 2
        ? 'both are on the maps'
        : `${d} weights; the maps show a 2-D slice`,
  'curve.noMinimum': 'the relaxation has no minimum here',
  'curve.readout': ({ k, left, right }: { k: string; left: string; right: string }) =>
    `${k}  ● ${left}  ■ ${right}`,
  'header.resetView': 'Reset view',
  'settings.line': ({
    rule,
    c,
    step,
    smoothness,
  }: {
    rule: string;
    c: string;
    step: string;
    smoothness: string;
  }) => `${rule}, step size ${step} (${c}/L, L = ${smoothness})`,

  'aria.landscape': ({ side }: { side: string }) =>
    `${side}: landscape over the two weights. Arrow keys move the crosshair, Enter places the start there.`,
  'aria.slice': ({ side }: { side: string }) =>
    `${side}: a slice through all weights. Arrow keys move the crosshair.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
