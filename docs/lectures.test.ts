import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIMITS, MAX_FILE, readDocument } from '../app/storage/lectures/document.ts';
import { MAX_PACKED_LECTURE } from '../app/storage/lectures/pack-lecture.ts';

const page = readFileSync(join(import.meta.dirname, 'lectures.md'), 'utf8');

describe('docs/lectures.md', () => {
  const example = /```json\n([\s\S]*?)```/.exec(page)![1]!;

  it('has an example that is read as it stands', () => {
    const reading = readDocument(example);
    if ('problem' in reading) throw new Error(`${reading.problem.code} ${reading.problem.field}`);
    expect(reading.notices).toEqual([]);
    const written = JSON.parse(example);
    expect(reading.lecture.title).toBe(written.title);
    expect(reading.lecture.scenes[0]).toEqual(written.scenes[0]);
    expect(reading.lecture.scenes[1]).toMatchObject({ ...written.scenes[1], bookmark: null, guess: false });
  });

  it('names every field of a scene, and the limits', () => {
    const reading = readDocument(example);
    if ('problem' in reading) throw new Error(reading.problem.code);
    for (const field of ['format', 'v', 'title', 'scenes', ...Object.keys(reading.lecture.scenes[0]!)])
      expect(page).toContain(`\n\`${field}\` | `);
    for (const limit of [...Object.values(LIMITS), MAX_PACKED_LECTURE])
      expect(page).toContain(limit.toLocaleString('en'));
    expect(page).toContain(`${MAX_FILE / 1e6} MB`);
  });
});
