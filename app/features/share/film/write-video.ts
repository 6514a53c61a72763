import { yieldToMessages } from '../../../../workers/sliced.ts';
import { KEY_SECONDS } from './choice.ts';
import type { FilmCodec } from './formats.ts';
import type { FilmWriter } from './writer.ts';

export interface VideoOptions {
  readonly format: 'mp4' | 'webm';
  readonly codec: FilmCodec;
  readonly rate: number;
  readonly title: string;
  /** Link of the run. */
  readonly comment: string;
  readonly signal: AbortSignal;
}

/** Writes a video with the browser's encoder; rejects if that fails. */
export async function createVideoWriter(
  canvas: HTMLCanvasElement,
  { format, codec, rate, title, comment, signal }: VideoOptions,
): Promise<FilmWriter> {
  const { BufferTarget, CanvasSource, Mp4OutputFormat, Output, Quality, WebMOutputFormat } = await import(
    'mediabunny'
  );
  let bytes = 0;
  let frame = 0;
  const target = new BufferTarget();
  const output = new Output({
    format: format === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat(),
    target,
  });
  const source = new CanvasSource(canvas, {
    codec,
    quality: new Quality('high'),
    keyFrameInterval: KEY_SECONDS,
    onEncodedPacket: (packet) => {
      bytes += packet.byteLength;
    },
  });
  output.addVideoTrack(source, { frameRate: rate });
  output.setMetadataTags({ title, comment });
  await output.start();
  return {
    get bytes() {
      return bytes;
    },
    async add(frames) {
      for (let i = 0; i < frames; i++) {
        signal.throwIfAborted();
        await source.add(frame++ / rate, 1 / rate);
        await yieldToMessages();
      }
    },
    async finish() {
      await output.finalize();
      const type = format === 'mp4' ? 'video/mp4' : 'video/webm';
      return new Blob([target.buffer!], { type });
    },
    cancel: () => void output.cancel().catch(() => undefined),
  };
}
