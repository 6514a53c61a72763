/** Failed allocation. The message carries the byte count, because only an error's message leaves a worker. */
export class AllocationError extends RangeError {
  constructor(bytes: number) {
    super(`expected room for ${bytes} bytes; the memory is used up`);
    this.name = 'AllocationError';
  }
}

/** Allocates `length` zeros. Throws AllocationError if there is no memory. */
export function allocate(length: number): Float64Array<ArrayBuffer> {
  try {
    return new Float64Array(length);
  } catch {
    throw new AllocationError(length * Float64Array.BYTES_PER_ELEMENT);
  }
}
