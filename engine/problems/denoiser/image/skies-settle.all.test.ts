import { expect, it } from 'vitest';
import at0 from '../../../fixtures/denoiser-images.json' with { type: 'json' };
import at1 from '../../../fixtures/denoiser-images-1.json' with { type: 'json' };
import { imageAt } from '../../../fixtures/image-cases.ts';
import { findAll } from '../../../search.ts';
import { imageReadings } from './readings.ts';

it.each([at0, at1].map(({ offset, sweep }) => ({ ...sweep[11]!, first: 301 + 1000 * offset })))(
  'skies settle as often as in the reference, all eight from seed $first',
  ({ share, c, strength, first, leftSettled, rightSettled }) => {
    const made = imageAt({ share, c, strength });
    const { skies } = imageReadings(made, made.values);
    const told = findAll(skies({ skies: 8, rounds: 200, from: first })!);
    const count = (name: 'net' | 'ridge') => told.filter(({ settled }) => settled[name]).length;
    expect([count('net'), count('ridge')]).toEqual([leftSettled, rightSettled]);
  },
);
