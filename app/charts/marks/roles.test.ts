import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DisplayList } from '../display-list.ts';
import { marksOf } from './find-marks.ts';
import { ROLES, SIDED_ROLES } from './roles.ts';

it('finds marks within clips and groups, lowest first', () => {
  const dot = (r: number, role: 'samples' | 'hover') => ({ role, kind: 'circle', x: 0, y: 0, r }) as const;
  const rect = { x: 0, y: 0, width: 9, height: 9 };
  const list: DisplayList = [
    { kind: 'clip', rect, marks: [dot(1, 'samples'), dot(2, 'hover')] },
    { kind: 'group', x: 0, y: 0, marks: [dot(3, 'samples')] },
    dot(4, 'samples'),
  ];
  expect(marksOf(list, 'circle', 'samples').map(({ r }) => r)).toEqual([1, 3, 4]);
  expect(marksOf(list, 'path', 'samples')).toEqual([]);
});

it('no role is listed that no picture draws', () => {
  const text = ['..', '../../pictures', '../../problems']
    .map((folder) => join(import.meta.dirname, folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('roles.ts'))
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    )
    .join('\n');
  const isDrawn = (role: string) => new RegExp(`['\`]${role}['\`]|\`${role}-\\$`).test(text);
  expect([...ROLES].filter((role) => !isDrawn(role) && role !== 'curve-teacher')).toEqual([]);
  const isSided = (role: string) =>
    isDrawn(role) || ['left', 'right'].some((side) => isDrawn(`${role}-${side}`));
  expect([...SIDED_ROLES].filter((role) => !isSided(role))).toEqual([]);
});
