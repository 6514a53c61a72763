import { english } from '../../../i18n/messages.ts';

export const words = english({
  'take.kind.estimates': 'States and curves',
  'take.kind.measures': 'Curves only',
  'take.kind.pixelrests': 'Fixed points',
  'take.kind.denoisers': 'Denoisers of a pixel',
  'take.kind.images': 'Images',
  'take.kind.frequencies': 'Frequencies',
  'take.about.estimates':
    'One row per round, for both sides: SNR, step, ratio, certified radius, residual, of two pixels also F, and every pixel.',
  'take.about.measures':
    'One row per round, for both sides: SNR, step, ratio, certified radius, residual, and of two pixels F.',
  'take.about.pixelrests': 'Every fixed point of both sides: place, kind, largest eigenvalue, index and F.',
  'take.about.denoisers':
    'Both denoisers of a pixel: D, its slope, and the function h that it is the prox of.',
  'take.about.images':
    'One row per pixel, at the round shown: sky, dirty image, both estimates and what CLEAN shows.',
  'take.about.frequencies':
    'One row per frequency: whether it is measured, its visibility, and what the filters of the learned denoiser let through.',
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
