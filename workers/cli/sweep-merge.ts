import { SweepError } from '../../engine/ensemble/sweep.ts';
import { bytesOf, filesOf, type PartFile, readPart, soundRows } from './sweep-part.ts';

/** Groups the files of a sweep's shards by number. Throws SweepError for another sweep's. */
function partsOf(names: readonly string[], flag: string): PartFile[] {
  if (names.length === 0) throw new SweepError(`${flag}: expected the files of all shards; got none.`);
  const parts = filesOf(names)
    .map(readPart)
    .filter((part) => part !== null)
    .sort((a, b) => a.shard - b.shard);
  for (const part of parts) checkSame(part, parts[0]!);
  return parts;
}

function checkSame(part: PartFile, first: PartFile): void {
  const at = part.header.findIndex((line, i) => line !== first.header[i]);
  const difference =
    part.of !== first.of
      ? [`${first.of} shards`, `${part.of}`]
      : at >= 0 || part.header.length !== first.header.length
        ? [`"${first.header.at(at) ?? ''}"`, `"${part.header.at(at) ?? ''}"`]
        : null;
  if (difference)
    throw new SweepError(
      `${part.path}: expected a shard of the same sweep as ${first.path}. Expected ${difference[0]}; got ${difference[1]}.`,
    );
}

/**
 * Joins all shards' files in any order: byte for byte the whole's file. Throws SweepError if one is missing, repeated, incomplete or
 * another sweep's.
 */
export function* mergeShards(names: readonly string[]): Generator<string> {
  const parts = partsOf(names, '--merge');
  const [first] = parts;
  if (!first)
    throw new SweepError('--merge: expected the files of all shards; got none with a whole header.');
  for (let k = 1; k <= first.of; k++) {
    const here = parts.filter(({ shard }) => shard === k);
    if (here.length === 0)
      throw new SweepError(`Expected all of ${first.of} shards; ${k}/${first.of} is missing.`);
    if (here.length > 1)
      throw new SweepError(
        `Expected each shard once; ${k}/${first.of} came as ${here.map(({ path }) => path).join(' and ')}.`,
      );
  }
  for (const part of parts) {
    const { fault } = soundRows(part);
    if (fault) throw new SweepError(`${fault} Shard ${part.shard}/${part.of} has to be run again.`);
  }
  yield `${first.header.join('\n')}\n`;
  for (const { path, rowsAt } of parts) yield* bytesOf(path, rowsAt);
}

/** Lists the shards that no file has completely, a line each: k/m. Throws SweepError if no file has a complete header. */
export function* missingShards(names: readonly string[]): Generator<string> {
  const parts = partsOf(names, '--missing');
  const [first] = parts;
  if (!first)
    throw new SweepError(
      '--missing: expected at least one file with its whole header, which says how many shards there are.',
    );
  const whole = new Set(parts.filter((part) => soundRows(part).fault === null).map(({ shard }) => shard));
  for (let k = 1; k <= first.of; k++) if (!whole.has(k)) yield `${k}/${first.of}\n`;
}
