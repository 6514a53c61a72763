/** A value that came from outside, in at most 40 characters of a sentence: as JSON, numbers as links write them. */
export function shownValue(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (jsonOf(value) ?? String(value));
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** A value as JSON; what is too deep for that, or goes in a circle, is only marked. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return '[…]';
  }
}
