import type { FilmFormat } from './choice.ts';

/** Codecs of a WebM in the order in which they are taken: VP9 is made quickly and small, AV1 slowly. */
const OF_WEBM = ['vp9', 'vp8', 'av1'] as const;

export type FilmCodec = (typeof OF_WEBM)[number] | 'avc';

/** Why there are no videos: the page came over plain http, the browser has no WebCodecs, or the code did not come. */
export type NoVideo = 'insecure' | 'no-webcodecs' | 'no-code';

/** What this browser can make. */
export interface FilmFormats {
  /** The codec of a format, or null where there is none for this size. */
  readonly codecs: Readonly<Record<'mp4' | 'webm', FilmCodec | null>>;
  readonly noVideo: NoVideo | null;
}

const NO_CODECS = { mp4: null, webm: null } as const;

/** Asks the browser, through mediabunny, what it can encode at a size. Does not reject. */
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

/** The formats that remain, the one that most places take first. */
export function offeredFormats({ codecs }: FilmFormats): FilmFormat[] {
  return [...(codecs.mp4 ? (['mp4'] as const) : []), ...(codecs.webm ? (['webm'] as const) : []), 'gif'];
}
