/** Memory that was asked for and not had. Its message says how many bytes: of an error nothing else comes out of a worker. */
export class AllocationError extends RangeError {
  constructor(bytes: number) {
    super(`expected room for ${bytes} bytes; the memory is used up`);
    this.name = 'AllocationError';
  }
}

/** `length` numbers, all 0. Throws AllocationError where there is no memory for them. */
export function allocate(length: number): Float64Array<ArrayBuffer> {
  try {
    return new Float64Array(length);
  } catch {
    throw new AllocationError(length * Float64Array.BYTES_PER_ELEMENT);
  }
}
