/** Several sums that run side by side. */
export interface RunningSums {
  add(at: number, value: number): void;
  /** Writes all sums from `offset` on. */
  write(destination: Float64Array, offset: number): void;
}

/** `count` running sums with Neumaier's compensation: a million terms in and out leave the rounding of one behind. */
export function createRunningSums(count: number): RunningSums {
  const sum = new Float64Array(count);
  const lost = new Float64Array(count);
  return {
    add(at, value) {
      const before = sum[at]!;
      const after = before + value;
      lost[at] =
        lost[at]! + (Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before);
      sum[at] = after;
    },
    write(destination, offset) {
      for (let j = 0; j < count; j++) destination[offset + j] = sum[j]! + lost[j]!;
    },
  };
}
