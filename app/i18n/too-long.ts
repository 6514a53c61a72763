/** For tests: most significant digits of a number that an audience reads. */
const MOST = 5;

/** Returns the numbers of a text with more digits than an audience reads, or with a long row of zeros. */
export function tooLong(text: string): string[] {
  return [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)]
    .map(([number]) => number)
    .filter((number) => {
      const plain = number.replaceAll(',', '');
      const digits = plain.includes('.') ? plain.replace('.', '') : plain.replace(/0+$/, '');
      return digits.replace(/^0+/, '').length > MOST || /^0\.0000/.test(plain);
    });
}
