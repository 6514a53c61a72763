/** The tag of the language whose signs numbers are written in: the page speaks one at a time. */
let language = 'en';

/** Formats are costly to make: each of them is made once. */
const formats = new Map<string, Intl.NumberFormat>();

/** From here on numbers are written as this language writes them (BCP 47). */
export function setNumberLanguage(tag: string): void {
  language = tag;
}

function formatOf(digits: number, useGrouping: boolean): Intl.NumberFormat {
  const key = `${language} ${digits} ${useGrouping}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.NumberFormat(language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping,
    });
    formats.set(key, found);
  }
  return found;
}

/** Languages that write the digits of a text as they are: Intl takes 10 ms to be there, which the first picture need not wait for. */
const PLAIN = /^(?:en|zh)\b/;
/** So few digits are those of the number. */
const SHORT = /^-?[\d.]{1,16}$/;
const THOUSANDS = /\B(?=(?:\d{3})+$)/g;

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A whole number as an exponent: ⁻⁸. */
export const superscript = (exponent: number): string =>
  String(exponent)
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => RAISED[Number(digit)]!);

/**
 * Decimal text (`toFixed`, `toPrecision`, `toExponential`) with the signs of the language, a true minus and the power as
 * people write it: 3.9 × 10⁻⁸. It was rounded before: Intl rounds the shortest digits of a number, which now and then are not
 * those of the number itself.
 */
function inLanguage(text: string, useGrouping = false): string {
  const [decimal = '', power] = text.split('e');
  const digits = decimal.split('.')[1]?.length ?? 0;
  const isPlain = PLAIN.test(language) && SHORT.test(decimal);
  const written = isPlain
    ? decimal.replace(THOUSANDS, useGrouping ? ',' : '')
    : formatOf(digits, useGrouping).format(Number(decimal));
  const said = written.replaceAll('-', '−');
  if (power === undefined) return said;
  const factor = /^−?1$/.test(said) ? said.slice(0, -1) : `${said} × `; // 10⁻¹², not 1 × 10⁻¹²
  return `${factor}10${superscript(Number(power))}`;
}

/** A number with so many decimals. */
export function formatFixed(value: number, digits: number): string {
  return inLanguage(value.toFixed(digits));
}

/** A number of hundredths with its sign: in English as the SI has it (12 %), which Intl does not; else as Intl has it. */
export function formatPercent(text: string): string {
  if (language === 'en') return `${text} %`;
  return new Intl.NumberFormat(language, { style: 'percent' }).format(0).replace('0', text);
}

/** 12345 as 12,345. */
export function formatCount(value: number): string {
  return inLanguage(value.toFixed(0), true);
}

/** A setting as people write it: up to 6 significant digits, 10⁻¹⁰ (up to 4) where that would hide it; or so many. */
export function formatNumberShort(value: number, digits?: number): string {
  if (!Number.isFinite(value)) return String(value).replace('Infinity', '∞').replace('-', '−');
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e6) return inLanguage(String(Number(value.toPrecision(digits ?? 6))));
  return inLanguage(Number(value.toPrecision(digits ?? 4)).toExponential());
}

/** A read-out in digits of fixed width: 5 decimals, two digits and a power of ten where that would hide it, four of a large one. */
export function formatReadout(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 1e5) return inLanguage(value.toExponential(3));
  return inLanguage(size !== 0 && size < 1e-4 ? value.toExponential(1) : value.toFixed(5));
}

/** A share as a percentage: whole, or below 1 % to one digit; never 0 % or 100 % of what is only nearly so. */
export function formatShare(share: number): string {
  if (share <= 0 || share >= 1) return formatPercent(share >= 1 ? '100' : '0');
  if (share < 0.001) return `< ${formatPercent(formatFixed(0.1, 1))}`;
  if (share > 0.999) return `> ${formatPercent(formatFixed(99.9, 1))}`;
  return formatPercent(formatFixed(100 * share, share < 0.01 || share > 0.99 ? 1 : 0));
}

/** A distance in three significant digits. */
export const formatDistance = (value: number): string => formatNumberShort(Number(value.toPrecision(3)));

/** A number in four significant digits. */
export const formatFour = (value: number): string => formatNumberShort(Number(value.toPrecision(4)));

/** A place in four significant digits a component, so that places next to zero are told apart. */
export function formatPlace(at: ArrayLike<number>): string {
  return `(${Array.from(at, formatFour).join(', ')})`;
}

/** A point as (−1.600, 0.300). */
export function formatPoint(at: ArrayLike<number>, digits = 3): string {
  return `(${Array.from(at, (value) => formatFixed(value, digits)).join(', ')})`;
}
