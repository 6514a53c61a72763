import { english } from '../../i18n/messages.ts';

export const words = english({
  'question.denoiser': 'Free or nonexpansive: which finds the truth?',
  'param.denoiserlevel': 'Image',
  'choice.denoiserlevel.image': 'an image of 32 × 32',
  'choice.denoiserlevel.pixels': 'two pixels, everything drawn',
  'param.phi': 'Measurement Φ',
  'param.truth': 'Truth',
  'param.share': 'Share of visibilities',
  'param.pixelnoise': 'Noise per pixel',
  'param.denoisersigma': 'Noise level σ the denoiser expects',
  'param.peakwidth': 'Width s of the two peaks',
  'param.cap': 'Largest slope on the right',
  'choice.right.ridge': 'ridge: trained, certified',
  'choice.right.handmade': 'handmade: Haar shrinkage',
  'param.threshold': 'Threshold of the shrinkage',
  'param.strength': 'Strength t of the denoiser',
  'param.positive': 'Keep x ≥ 0',
  'param.from': 'Start',
  'choice.from.zero': 'zero',
  'choice.from.dirty': 'the dirty image',
  'choice.from.noise': 'noise, the same for every seed',
  'param.denoiserstep': 'Step c, in 1/L',
  'preset.img-opening.title': 'Rises, then falls apart',
  'preset.img-opening.sentence': 'The free denoiser starts better. What happens after a hundred rounds?',
  'preset.img-two-answers.title': 'Two starts, two images',
  'preset.img-two-answers.sentence':
    'Start from zero, then from noise. Does each side find the same image both times?',
  'preset.img-left-wins.title': 'The free one wins',
  'preset.img-left-wins.sentence': 'More visibilities, another sky. Does the guarantee always win?',
  'preset.img-default.title': 'A large step',
  'preset.img-default.sentence':
    'The same sky with fewer visibilities and the step c = 1.98. Which side gets closer to the truth?',
  'preset.img-restless.title': 'Never settles',
  'preset.img-restless.sentence': 'Both sides improve at first. Does the left one settle?',
  'preset.pix-three.title': 'Three limits',
  'preset.pix-three.sentence':
    'Two pixels, with the best possible denoiser on the left. Where does each start lead?',
  'preset.pix-cycle.title': 'A cycle',
  'preset.pix-cycle.sentence': 'The best possible denoiser, with the step c = 1.98. Will it settle?',
  'preset.pix-border.title': 'Below the bound',
  'preset.pix-border.sentence': 'c = 1.15 is below 1 + 1/M. How long does the left side take to settle?',
  'preset.pix-hull.title': 'Anything between',
  'preset.pix-hull.sentence':
    'Slopes capped at 1: the right denoiser leaves the box alone. Where does each start end?',
  'preset.pix-wide.title': 'No cap needed',
  'preset.pix-wide.sentence':
    'Made for strong noise, the best denoiser has slopes below 1. What does it do to the truth?',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
