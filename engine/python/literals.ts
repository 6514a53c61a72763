/** Formats a number for Python: the shortest digits that give the same bits. Non-finite ones need `import math`. */
export function pythonNumber(value: number): string {
  if (Number.isNaN(value)) return 'math.nan';
  if (!Number.isFinite(value)) return value > 0 ? 'math.inf' : '-math.inf';
  return String(value);
}

const WIDTH = 100;

/** Formats a list of numbers, wrapped if long; continuation lines are indented by four spaces. */
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

export function pythonFlag(value: boolean): string {
  return value ? 'True' : 'False';
}

/** Flattens text from a file or link to one comment line, so that it cannot begin a line of its own. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
