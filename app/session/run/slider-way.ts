/** The way of a slider from one number, at its left end, to another, which may be the smaller one; in notches. */
export interface SliderWay {
  readonly low: number;
  readonly high: number;
  /** By decades from this number (above 0) on; below it is the first notch alone, which is `low`. Evenly in the value where it is absent. */
  readonly decadesFrom?: number;
  /** Whether it takes whole numbers alone. */
  readonly isWhole?: boolean;
}

/** Whether the first notch stands below the decades. */
const gapOf = ({ low, decadesFrom = low }: SliderWay) => (low < decadesFrom ? 1 : 0);

/** The number at a notch, which may be a fraction while the slider turns by itself. */
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

/** The notch that is nearest to a number. */
export function notchOf(way: SliderWay, number: number, notches: number): number {
  const { low, high, decadesFrom } = way;
  if (decadesFrom === undefined) return Math.round((notches * (number - low)) / (high - low));
  if ((number - low) * (high - low) <= 0) return 0;
  const gap = gapOf(way);
  const share = Math.max(0, Math.log(number / decadesFrom) / Math.log(high / decadesFrom));
  return Math.round(gap + share * (notches - gap));
}

/** What a hand asks for that moves a slider from a number to a notch: where that is the same number still, the next other one on its way. */
export function turnedTo(way: SliderWay, from: number, notch: number, notches: number): number {
  const direction = Math.sign(notch - notchOf(way, from, notches));
  let at = notch;
  while (direction !== 0 && at > 0 && at < notches && numberAtNotch(way, at, notches) === from)
    at += direction;
  return numberAtNotch(way, at, notches);
}
