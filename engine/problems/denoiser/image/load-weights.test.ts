import { afterEach, describe, expect, it, vi } from 'vitest';
import { WEIGHTS } from '../../../fixtures/image-cases.ts';
import { defaultValues } from '../../../params.ts';
import { DENOISER } from '../card.ts';

afterEach(() => {
  vi.doUnmock('./denoiser-weights.json');
  vi.resetModules();
});

async function problemWith(file: () => unknown) {
  vi.doMock('./denoiser-weights.json', async () => ({ default: file() }));
  const { loadWeights } = await import('./load-weights.ts');
  const { problem } = await import('../problem.ts');
  return { weights: await loadWeights(), problem: await problem };
}
const values = (level: 'image' | 'pixels') => ({ ...defaultValues(DENOISER.params), level });

it('the weights come with the page', async () => {
  const { loadWeights } = await import('./load-weights.ts');
  expect(await loadWeights()).toEqual(WEIGHTS);
});

describe('without them the image is refused with the reason, and two pixels work', () => {
  it.each([
    [
      'missing',
      () => {
        throw new Error('no such file\n    at its address');
      },
      /^weights: the file could not be loaded \(.*\)$/,
    ],
    ['cut', () => ({ net: [] }), /^weights\.net: expected 6 lists; got 0$/],
    ['another page', () => '<!doctype html>', /^weights: expected net and ridge; got another JSON value$/],
  ])('%s', async (_, file, reason) => {
    const { weights, problem } = await problemWith(file);
    expect(weights).toMatch(reason);
    const { ScenarioError } = await import('../../../scenario/scenario-error.ts');
    expect(() => problem.prepare(values('image'), null)).toThrow(ScenarioError);
    expect(() => problem.prepare(values('image'), null)).toThrow(weights as string);
    expect(problem.prepare(values('pixels'), null).info).toMatchObject({ level: 'pixels' });
  });

  it('weights of a file do instead', async () => {
    const { problem } = await problemWith(() => null);
    const drawn = {
      sky: null,
      mask: null,
      noise: null,
      dirty: null,
      start: null,
      weights: WEIGHTS,
      notices: [],
    };
    expect(problem.prepare(values('image'), { drawn }).info).toMatchObject({ level: 'image', isFirm: true });
  });
});
