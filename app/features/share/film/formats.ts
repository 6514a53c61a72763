import type { FilmFormat } from './choice.ts';

/** WebM codecs by preference: VP9 is fast and compact, AV1 slow. */
const OF_WEBM = ['vp9', 'vp8', 'av1'] as const;

export type FilmCodec = (typeof OF_WEBM)[number] | 'avc';

/** Reasons: plain http, no WebCodecs, code failed to load. */
export type NoVideo = 'insecure' | 'no-webcodecs' | 'no-code';

export interface FilmFormats {
  /** Null if none has this size. */
  readonly codecs: Readonly<Record<'mp4' | 'webm', FilmCodec | null>>;
  readonly noVideo: NoVideo | null;
}

const NO_CODECS = { mp4: null, webm: null } as const;

/** Asks the browser, through mediabunny, for a size's codecs. Never rejects. */
export async function askFormats(width: number, height: number): Promise<FilmFormats> {
  if (typeof VideoEncoder === 'undefined')
    return { codecs: NO_CODECS, noVideo: isSecureContext ? 'no-webcodecs' : 'insecure' };
  try {
    const { getFirstEncodableVideoCodec } = await import('mediabunny');
    const [mp4, webm] = await Promise.all([
      getFirstEncodableVideoCodec(['avc'], { width, height }),
      getFirstEncodableVideoCodec([...OF_WEBM], { width, height }),
    ]);
    return { codecs: { mp4: mp4 as FilmCodec | null, webm: webm as FilmCodec | null }, noVideo: null };
  } catch {
    return { codecs: NO_CODECS, noVideo: 'no-code' };
  }
}

/** Returns available formats, most widely accepted first. */
export function offeredFormats({ codecs }: FilmFormats): FilmFormat[] {
  return [...(codecs.mp4 ? (['mp4'] as const) : []), ...(codecs.webm ? (['webm'] as const) : []), 'gif'];
}
