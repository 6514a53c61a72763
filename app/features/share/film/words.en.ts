import { formatCount, formatFixed, formatNumberShort } from '../../../i18n/format.ts';
import { formatBytes } from '../../../i18n/format-bytes.ts';
import { english, type Numbers, type Texts } from '../../../i18n/messages.ts';
import type { FilmFormat, FilmTrouble } from './choice.ts';
import type { NoVideo } from './formats.ts';

const FIELDS = {
  width: 'Width',
  height: 'Height',
  seconds: 'Seconds',
  stepsPerSecond: 'Steps per second',
  holdFirst: 'Hold first frame',
  holdLast: 'Hold last frame',
  from: 'From step',
  to: 'To step',
} as const;

function troubleOf(trouble: FilmTrouble): string {
  switch (trouble.field) {
    case 'width':
    case 'height':
      return `${FIELDS[trouble.field]}: expected an even number of pixels from ${formatCount(trouble.limits.least)} to ${formatCount(trouble.limits.most)}.`;
    case 'stepsPerSecond':
      return `Steps per second: expected a whole number from ${formatCount(trouble.limits.least)} to ${formatCount(trouble.limits.most)}.`;
    case 'seconds':
    case 'holdFirst':
    case 'holdLast':
      return `${FIELDS[trouble.field]}: expected seconds from ${formatNumberShort(trouble.limits.least)} to ${formatCount(trouble.limits.most)}.`;
    case 'from':
    case 'to':
      return `${FIELDS[trouble.field]}: expected a whole number from 0 to ${formatCount(trouble.most)}.`;
    case 'order':
      return 'The first step comes after the last one.';
    case 'shape':
      return 'Height: a film can’t be taller than it is wide, so that its panels fit side by side.';
    case 'frames':
      return `That is ${formatCount(trouble.frames)} frames; the limit is ${formatCount(trouble.most)}. Use fewer seconds, more steps per second, or fewer frames per second.`;
    case 'bytes':
      return `That would be about ${formatBytes(trouble.bytes / 1000)}; the limit in memory is ${formatBytes(trouble.most / 1000)}. Use a smaller size or fewer frames.`;
  }
}

function noVideoOf({ why, formats }: { why: NoVideo; formats: readonly FilmFormat[] }): string {
  const remain = `Available: ${formats.map((format) => FORMATS[format]).join(', ')}.`;
  switch (why) {
    case 'insecure':
      return `No MP4 and no WebM: browsers encode video only on pages served over https or from this machine. ${remain}`;
    case 'no-webcodecs':
      return `No MP4 and no WebM: this browser lacks WebCodecs, which a page needs to encode video. ${remain}`;
    case 'no-code':
      return `No MP4 and no WebM: the code that writes them could not be loaded. ${remain}`;
  }
}

const FORMATS = { mp4: 'MP4', webm: 'WebM', gif: 'GIF' } as const;

const CODECS = { avc: 'H.264', vp9: 'VP9', vp8: 'VP8', av1: 'AV1' } as const;

export const words = english({
  'share.film.waiting': 'One moment…',
  'share.film.intro':
    'The race as a film, made frame by frame from the computed steps and not recorded from the screen, so no frames drop on a slow machine.',
  'share.film.format': 'Format',
  'share.film.formatOf': ({ format, codec }: { format: FilmFormat; codec: keyof typeof CODECS | null }) =>
    `${FORMATS[format]}${codec ? ` (${CODECS[codec]})` : ''}`,
  'share.film.noVideo': noVideoOf,
  'share.film.noCodec': ({ format }: { format: 'mp4' | 'webm' }) =>
    format === 'mp4'
      ? 'No MP4: this browser can’t encode H.264 at this size.'
      : 'No WebM: this browser can’t encode VP9, VP8 or AV1 at this size.',
  'share.film.size': 'Size',
  'share.film.sizeOf': ({ width, height }: { width: number; height: number }) => `${width} × ${height}`,
  'share.film.custom': 'custom',
  'share.film.width': FIELDS.width,
  'share.film.height': FIELDS.height,
  'share.film.rate': 'Frames per second',
  'share.film.gifRates': 'A GIF counts time in hundredths of a second; it can hold these rates exactly.',
  'share.film.from': FIELDS.from,
  'share.film.to': FIELDS.to,
  'share.film.toEnd': 'To the end of the race',
  'share.film.seeking': 'Looking for the end of the race',
  'share.film.ended': ({ k }: { k: number }) => `Both sides have finished by step ${formatCount(k)}.`,
  'share.film.notEnded': ({ k }: { k: number }) => `One side is still moving at step ${formatCount(k)}.`,
  'share.film.pace': 'Pace',
  'share.film.pace.seconds': 'total length in seconds',
  'share.film.pace.steps': 'steps per second',
  'share.film.seconds': FIELDS.seconds,
  'share.film.stepsPerSecond': FIELDS.stepsPerSecond,
  'share.film.holdFirst': 'Hold first frame (s)',
  'share.film.holdLast': 'Hold last frame (s)',
  'share.film.look': 'Look',
  'share.film.caption': 'Add a caption: scenario, step, parameters, link',
  'share.film.preview': ({ k }: { k: number }) => `Preview: step ${formatCount(k)}`,
  'share.film.will': (film: Numbers<'frames' | 'pictures' | 'seconds' | 'width' | 'height' | 'bytes'>) =>
    `${formatCount(film.frames)} ${film.frames === 1 ? 'frame' : 'frames'} of ${formatCount(film.pictures)} different ${film.pictures === 1 ? 'step' : 'steps'}, ${formatFixed(film.seconds, 1)} s, ${film.width} × ${film.height}, very roughly ${formatBytes(film.bytes / 1000)}.`,
  'share.film.first': ({ k, frontier }: { k: number; frontier: number }) =>
    `The page first computes steps ${formatCount(frontier + 1)} to ${formatCount(k)}; it stays at its step.`,
  'share.film.flat': 'A film shows the maps from above, not in 3-D.',
  'share.film.trouble': troubleOf,
  'share.film.make': 'Make the film',
  'share.film.moment': 'Film this moment',
  'share.film.otherRun': 'The page shows another run now. Open this scene again to film it.',
  'share.film.momentFailed':
    'The browser could not make this film. Share, Film offers other formats and sizes.',
  'share.film.cancel': 'Cancel',
  'toast.filmCancelled': 'Film cancelled: nothing was kept.',
  'share.film.progress': 'Film progress',
  'share.film.phase.steps': ({ done, of }: { done: number; of: number }) =>
    `Computing step ${formatCount(done)} of ${formatCount(of)}`,
  'share.film.phase.maps': 'Waiting for the finest maps',
  'share.film.phase.frames': ({ done, of }: { done: number; of: number }) =>
    `Frame ${formatCount(done)} of ${formatCount(of)}`,
  'share.film.stay': 'Keep this tab open: closing it cancels the film.',
  'share.film.making': 'Making the film.',
  'share.film.ready': (film: Texts<'name'> & Numbers<'frames' | 'seconds' | 'bytes'>) =>
    `Ready: ${film.name}, ${formatCount(film.frames)} ${film.frames === 1 ? 'frame' : 'frames'}, ${formatFixed(film.seconds, 1)} s, ${formatBytes(film.bytes / 1000)}.`,
  'share.film.save': ({ name }: { name: string }) => `Save ${name}`,
  'share.film.saved': ({ name }: { name: string }) => `Saved: ${name}`,
  'share.film.another': 'Make another',
  'share.film.result': ({ name }: { name: string }) => `The film ${name}`,
  'share.film.lost': 'The run was reopened meanwhile, or its engine stopped: no film was made.',
  'share.film.tooLarge': ({ bytes }: { bytes: number }) =>
    `The file grew beyond ${formatBytes(bytes / 1000)}, the limit in memory: no film was made. Use a smaller size or fewer frames.`,
  'share.film.failed': ({ format }: { format: FilmFormat }) =>
    `The browser could not make this ${FORMATS[format]}: try another format or a smaller size.`,
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
