/** Types of the used part of gifenc 1.0.3. */
declare module 'gifenc' {
  export interface Encoder {
    writeHeader(): void;
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: {
        readonly first?: boolean;
        readonly palette?: readonly (readonly [number, number, number])[];
        readonly delay?: number;
        readonly repeat?: number;
        readonly transparent?: boolean;
        readonly transparentIndex?: number;
        readonly dispose?: number;
      },
    ): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
    reset(): void;
    readonly stream: { writeBytes(bytes: Uint8Array): void };
  }
  export function GIFEncoder(options: { readonly auto: boolean }): Encoder;
  export function quantize(
    rgba: Uint8Array | Uint8ClampedArray,
    most: number,
    options: { readonly format: 'rgb565' },
  ): number[][];
}
