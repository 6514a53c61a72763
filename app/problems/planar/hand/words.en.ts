import { english } from '../../../i18n/messages.ts';

export const words = english({
  'mark.star': 'the star',
  'aria.start': ({ at }: { at: string }) => `Start at ${at}. Arrow keys move it, Shift for larger steps.`,
  'aria.star': ({ at }: { at: string }) =>
    `Star at ${at}. Arrow keys move it, Shift for larger steps; the data follow it.`,
  'aria.samples': ({ count }: { count: number }) =>
    `The ${count} samples. Arrow keys choose one; Enter takes hold of it, then arrow keys move it.`,
  'aria.samplesFixed': ({ count }: { count: number }) => `The ${count} samples. Arrow keys choose one.`,
  'data.sample': ({ row, at, held }: { row: number; at: string; held: boolean }) =>
    `Sample ${row} at ${at}${held ? ', held' : ''}`,
  'data.sampleSide': ({
    side,
    active,
    residual,
    pull,
  }: Record<'side' | 'residual', string> & { active: boolean; pull: string | null }) =>
    `${side}: ${active ? 'active' : 'inactive'}, residual ${residual}, ${pull === null ? 'no pull' : `pull ${pull}`}`,
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
