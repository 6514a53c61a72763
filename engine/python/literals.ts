/** A number as Python reads it: the shortest digits that give the same bits. Needs `import math` where it is not finite. */
export function pythonNumber(value: number): string {
  if (Number.isNaN(value)) return 'math.nan';
  if (!Number.isFinite(value)) return value > 0 ? 'math.inf' : '-math.inf';
  return String(value);
}

/** Widest line of a list. */
const WIDTH = 100;

/** A list of numbers, broken into lines where it is long; the lines after the first are indented by four spaces. */
export function pythonList(values: ArrayLike<number>): string {
  const pieces = Array.from(values, pythonNumber);
  const whole = `[${pieces.join(', ')}]`;
  if (whole.length <= WIDTH) return whole;
  const lines: string[] = [];
  let line = '   ';
  for (const piece of pieces) {
    if (line.length + piece.length + 2 > WIDTH && line.trim() !== '') {
      lines.push(line);
      line = '   ';
    }
    line += ` ${piece},`;
  }
  return `[\n${[...lines, line].join('\n')}\n]`;
}

/** True or False. */
export function pythonFlag(value: boolean): string {
  return value ? 'True' : 'False';
}

/** Text that can stand in one comment line: whatever a file or a link brought, it begins no line of its own. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
