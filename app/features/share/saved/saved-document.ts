import * as v from 'valibot';
import { isNewer, isSceneLink, MAX_FRAGMENT, parseLink } from '../../../../engine/scenario/scenario.ts';
import { LIMITS, type SavedScenario } from './saved.ts';

const FORMAT = 'twin-descent-saved';

const VERSION = 1;

/** Why a file holds no saved scenarios, as data; `got` is what came: shortened text, a version, bytes, scenarios. */
export interface FileProblem {
  readonly code: 'too-large' | 'unreadable' | 'not-json' | 'not-saved' | 'newer-version' | 'too-many';
  readonly got: string;
}

/** Why one entry is none. */
export type EntryProblem =
  | 'not-an-entry'
  | 'no-name'
  | 'name-too-long'
  | 'no-link'
  | 'link-too-long'
  | 'newer-link';

export type SavedEntry = Omit<SavedScenario, 'id'>;

/** An entry that was not taken: its name where it has one, its place in the file counted from 1, and why. */
export interface RefusedEntry {
  readonly name: string;
  readonly place: number;
  readonly problem: EntryProblem;
}

export type SavedReading =
  | { readonly entries: readonly SavedEntry[]; readonly refused: readonly RefusedEntry[] }
  | { readonly problem: FileProblem };

/** What a browser draws into a small file; anything else may be more than a picture. */
const PICTURE = /^data:image\/(?:png|webp|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/;

/** A text is one that parseLink takes as a link of a scenario. */
const isLink = (text: string) => /^#(.*&)?\w+=/.test(text) && !isSceneLink(text);

const EntrySchema = v.object({
  name: v.pipe(v.string('no-name'), v.minLength(1, 'no-name'), v.maxLength(LIMITS.name, 'name-too-long')),
  link: v.pipe(
    v.string('no-link'),
    v.maxLength(MAX_FRAGMENT + 1, 'link-too-long'),
    v.check(isLink, 'no-link'),
    v.check((link) => !isNewer(parseLink(link)), 'newer-link'),
  ),
  // Without its picture or its date a scenario is still the scenario.
  thumbnail: v.fallback(v.pipe(v.string(), v.maxLength(LIMITS.thumbnail), v.regex(PICTURE)), ''),
  savedAt: v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15)), 0),
});

const FileSchema = v.object({ format: v.literal(FORMAT), v: v.number(), saved: v.array(v.unknown()) });

/** Reads one entry, of a file or of the browser's store. */
export function readEntry(
  value: unknown,
): { readonly entry: SavedEntry } | { readonly problem: EntryProblem } {
  const result = v.safeParse(EntrySchema, value, { abortEarly: true, abortPipeEarly: true });
  if (result.success) return { entry: result.output };
  const { message, path } = result.issues[0];
  const known: readonly string[] = ['no-name', 'name-too-long', 'no-link', 'link-too-long', 'newer-link'];
  if (known.includes(message)) return { problem: message as EntryProblem };
  // A key that is not there at all.
  const key = path?.[0]?.key;
  return { problem: key === 'name' ? 'no-name' : key === 'link' ? 'no-link' : 'not-an-entry' };
}

function nameOf(value: unknown): string {
  const name = (value as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name.slice(0, LIMITS.name) : '';
}

/** Reads saved scenarios from the text of a file. Never throws: good entries are taken, each bad one is named. */
export function readSaved(text: string): SavedReading {
  if (text.length > LIMITS.file) return { problem: { code: 'too-large', got: String(text.length) } };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: { code: 'not-json', got: text.trim().slice(0, 40) } };
  }
  const file = v.safeParse(FileSchema, value);
  if (!file.success) return { problem: { code: 'not-saved', got: '' } };
  if (file.output.v !== VERSION) return { problem: { code: 'newer-version', got: String(file.output.v) } };
  const { length } = file.output.saved;
  // Before any is looked at: a file has room for ten million, of which the page keeps these many.
  if (length > LIMITS.count) return { problem: { code: 'too-many', got: String(length) } };
  const entries: SavedEntry[] = [];
  const refused: RefusedEntry[] = [];
  for (const [i, one] of file.output.saved.entries()) {
    const reading = readEntry(one);
    if ('entry' in reading) entries.push(reading.entry);
    else refused.push({ name: nameOf(one), place: i + 1, problem: reading.problem });
  }
  return { entries, refused };
}

/** Reads a file; one that is too large is refused by its size, before any of it is read. */
export async function readSavedFile(file: Blob): Promise<SavedReading> {
  if (file.size > LIMITS.file) return { problem: { code: 'too-large', got: String(file.size) } };
  try {
    return readSaved(await file.text());
  } catch {
    return { problem: { code: 'unreadable', got: '' } };
  }
}

/** The text of a file with all of them. */
export function writeSaved(saved: readonly SavedEntry[]): string {
  const entries = saved.map(({ name, link, thumbnail, savedAt }) => ({ name, link, thumbnail, savedAt }));
  return JSON.stringify({ format: FORMAT, v: VERSION, saved: entries }, null, 2);
}
