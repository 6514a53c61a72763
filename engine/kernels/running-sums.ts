/** Maintains `count` running sums with Neumaier's compensation: a million terms in and out leave the rounding of one. */
export function createRunningSums(count: number) {
  const sum = new Float64Array(count);
  const lost = new Float64Array(count);
  return {
    add(at: number, value: number): void {
      const before = sum[at]!;
      const after = before + value;
      lost[at] =
        lost[at]! + (Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before);
      sum[at] = after;
    },
    write(destination: Float64Array, offset: number): void {
      for (let j = 0; j < count; j++) destination[offset + j] = sum[j]! + lost[j]!;
    },
  };
}
