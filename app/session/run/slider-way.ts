/** Slider range in notches, left to right; the right end may be the smaller number. */
export interface SliderWay {
  readonly low: number;
  readonly high: number;
  /** Logarithmic from this number (above 0), linear if absent; a `low` below it is the first notch. */
  readonly decadesFrom?: number;
  readonly isWhole?: boolean;
}

/** Notches below the decades: 1 if `low` is one, else 0. */
const gapOf = ({ low, decadesFrom = low }: SliderWay) => (low < decadesFrom ? 1 : 0);

/** Returns the number at a notch, a fraction while the slider animates. */
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

/** Returns a notch's number; if it equals `from`, the next different one. */
export function turnedTo(way: SliderWay, from: number, notch: number, notches: number): number {
  const direction = Math.sign(notch - notchOf(way, from, notches));
  let at = notch;
  while (direction !== 0 && at > 0 && at < notches && numberAtNotch(way, at, notches) === from)
    at += direction;
  return numberAtNotch(way, at, notches);
}
