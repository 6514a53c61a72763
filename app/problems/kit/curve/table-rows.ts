export interface TableData {
  readonly columns: readonly { readonly label: string; at(step: number): number }[];
}

/** Returns at most `most` of the steps 0, stride, 2 stride, ..., `last`: both ends, `shown` and evenly spread others; ascending, unique. */
export function tableSteps(last: number, shown: number, stride = 1, most = 60): number[] {
  const rows = Math.ceil(last / stride) + 1;
  const stepOf = (row: number) => Math.min(row * stride, last);
  if (rows <= most) return Array.from({ length: rows }, (_, row) => stepOf(row));
  const even = Array.from({ length: most - 1 }, (_, at) =>
    stepOf(Math.round((at * (rows - 1)) / (most - 2))),
  );
  const steps = new Set([...even, Math.min(Math.max(0, shown), last)]);
  return [...steps].sort((a, b) => a - b);
}
