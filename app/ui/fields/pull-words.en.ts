import { english } from '../../i18n/messages.ts';

export const words = english({
  'pull.scale': 'pull Δ towards the star (right)',
  'pull.range': ({ least, full }: { least: string; full: string }) => `from ${least} to ${full} or more`,
  'pull.none': 'There is no star to pull towards.',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
