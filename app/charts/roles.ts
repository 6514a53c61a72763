import type { SideName } from '../../engine/contract.ts';

/** What marks of pictures stand for; files name them by it, and tests find them by it. */
export const ROLES = [
  'samples',
  'samples-below',
  'samples-off',
  'samples-on',
  'cursor',
  'hover',
  'bound',
  'criterion',
  'diagonal',
  'residuals',
  'curve-teacher',
  'plant',
  'teacher-negative',
  'teacher-positive',
  'strip',
  'band',
  'band-edge',
  'excess',
  'match',
  'start',
  'star',
  'minimum',
  'saddle',
  'pulse',
  'crosshair',
  'loss',
  'iso-line',
  'iso-number',
  'dead-zone',
  'kinks',
  'valleys',
  'colours',
] as const;

/** Roles that each side has once. */
export const SIDED_ROLES = [
  'curve',
  'curve-end',
  'active',
  'censored',
  'outputs',
  'hinges',
  'half-plane',
  'boundary',
  'direction',
  'weights',
  'dual-curve',
  'stems',
  'neurons-positive',
  'neurons-negative',
  'path',
  'head',
] as const;

export type MarkRole = (typeof ROLES)[number] | `${(typeof SIDED_ROLES)[number]}-${SideName | 'planted'}`;
