/** Throws RangeError unless beta is positive and finite, and all numbers of the data are finite. */
export function checkProgram(beta: number, features: Float64Array, labels: Float64Array): void {
  if (!(beta > 0 && beta < Number.POSITIVE_INFINITY))
    throw new RangeError(`expected a beta that is positive and finite; got ${beta}`);
  if (!features.every(Number.isFinite) || !labels.every(Number.isFinite))
    throw new RangeError('expected features and labels that are finite; got one that is not');
}
