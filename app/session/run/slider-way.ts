/** Range of a slider in notches, from its left to its right end, which may be the smaller number. */
export interface SliderWay {
  readonly low: number;
  readonly high: number;
  /** Logarithmic from this number (above 0); if `low` is below it, `low` is the first notch. Linear if absent. */
  readonly decadesFrom?: number;
  readonly isWhole?: boolean;
}

/** Number of notches below the decades: 1 if `low` is one, else 0. */
const gapOf = ({ low, decadesFrom = low }: SliderWay) => (low < decadesFrom ? 1 : 0);

/** Returns the number at a notch, which may be a fraction while the slider animates. */
export function numberAtNotch(way: SliderWay, notch: number, notches: number): number {
  const { low, high, decadesFrom, isWhole } = way;
  const gap = gapOf(way);
  if (notch < gap) return low;
  const share = (notch - gap) / (notches - gap);
  const number =
    decadesFrom === undefined
      ? Number((low + share * (high - low)).toFixed(3))
      : Number((decadesFrom * (high / decadesFrom) ** share).toPrecision(2));
  return isWhole ? Math.round(number) : number;
}

export function notchOf(way: SliderWay, number: number, notches: number): number {
  const { low, high, decadesFrom } = way;
  if (decadesFrom === undefined) return Math.round((notches * (number - low)) / (high - low));
  if ((number - low) * (high - low) <= 0) return 0;
  const gap = gapOf(way);
  const share = Math.max(0, Math.log(number / decadesFrom) / Math.log(high / decadesFrom));
  return Math.round(gap + share * (notches - gap));
}

/** Returns the number of a notch; if it still equals `from`, that of the next notch with another number. */
export function turnedTo(way: SliderWay, from: number, notch: number, notches: number): number {
  const direction = Math.sign(notch - notchOf(way, from, notches));
  let at = notch;
  while (direction !== 0 && at > 0 && at < notches && numberAtNotch(way, at, notches) === from)
    at += direction;
  return numberAtNotch(way, at, notches);
}
