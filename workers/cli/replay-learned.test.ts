import { describe, expect, it } from 'vitest';
import images from '../../engine/fixtures/denoiser-images.json';
import weights from '../../engine/problems/denoiser/image/denoiser-weights.json';
import type { DenoiserReport } from '../../engine/problems/denoiser/report.ts';
import { inFolder } from './try-command.ts';
import { replay } from './try-replay.ts';
import { commandOf, write } from './try-rounds.ts';

inFolder();

/** `replay --problem denoiser` (docs/replay.md). The report's tests check the numbers. */

const { run, refused } = commandOf('denoiser');

interface Heading {
  readonly scenario: string | null;
  readonly level: string;
  readonly L: number;
  readonly step: number;
  readonly notices: readonly string[];
  readonly visibilities: number;
  readonly dirtySnr: number | null;
}
type Printed = Heading & DenoiserReport;
const of = (flags: string) => run<Printed>(...flags.split(' '));
const HEADING = ['scenario', 'level', 'L', 'step'];
const SIDE = ['snr', 'steps', 'ratio', 'radius', 'residual', 'status', 'endedAt', 'period', 'last'];
const [falls] = images.image.cases;

describe('an image', () => {
  it('is printed line by line as the documents say', async () => {
    const printed = await of('--level image --seed 1 --share 0.15 --strength 0.5 --steps 270 --at 0,5,270');
    expect(Object.keys(printed)).toEqual([
      ...HEADING,
      'visibilities',
      'dirtySnr',
      'notices',
      'left',
      'right',
      'clean',
      'certificate',
    ]);
    const { left, right, clean, certificate, ...heading } = printed;
    expect(heading).toEqual({
      scenario: '#v=1&problem=denoiser&strength=0.5',
      level: 'image',
      L: 1,
      step: 1,
      visibilities: 155,
      dirtySnr: expect.closeTo(falls!.dirtySnr, 11),
      notices: [],
    });
    for (const side of [left, right]) expect(Object.keys(side)).toEqual([...SIDE, 'states']);
    expect([left.snr.length, right.snr.length, clean!.snr.length]).toEqual([267, 271, 271]);
    for (const side of [left, right])
      expect([side.steps[0], side.ratio[0], side.ratio[1], side.last.length]).toEqual([
        null,
        null,
        null,
        1024,
      ]);
    expect([left.radius, right.radius!.length, right.radius![0]]).toEqual([null, 271, null]);
    expect([left.status, left.endedAt, left.period]).toEqual(['diverged', 266, null]);
    expect([right.status, right.endedAt, right.period]).toEqual(['settled', 124, null]);
    expect(Object.keys(left.states!)).toEqual(['0', '5', '270']);
    expect([left.states!['270'], right.states!['270']]).toEqual([null, right.last]);
    expect(left.snr[5]).toBeCloseTo(falls!.left.at['5'].snr, 9);
    expect(right.snr[100]).toBeCloseTo(falls!.right.at['100'].snr, 9);
    expect(Object.keys(certificate)).toEqual(['largestGain', 'smallestGain', 'slopes', 'rate']);
    const again = await run<Printed>('--link', printed.scenario!, '--steps', '270', '--at', '0,5,270');
    expect(again).toEqual(printed);
    const handmade = await of('--right handmade --steps 1');
    expect([handmade.certificate, handmade.right.radius, handmade.right.states]).toEqual([
      { rate: null, firmlyNonexpansive: true },
      null,
      undefined,
    ]);
  });

  it('of a case of the reference as it stands', async () => {
    const file = write('falls-apart.json', falls);
    const { code, stdout, stderr } = await replay(
      ...`--problem denoiser --values ${file} --strength .5 --seed 1 --steps 20`.split(' '),
    );
    expect([code, stderr]).toEqual([0, 'replay: sky, mask, dirty: given by a file.\n']);
    const printed = JSON.parse(stdout) as Printed;
    expect([printed.scenario, printed.visibilities]).toEqual([null, 155]);
    expect(printed.notices).toEqual(['sky, mask, dirty: given by a file.']);
    expect(printed.left.snr[20]).toBeCloseTo(falls!.left.at['20'].snr, 9);
    // The notice is not about refused input.
    const strict = await run<Printed>('--values', file, '--strength', '.5', '--steps', '0', '--strict');
    expect(strict.notices).toEqual(printed.notices);
  });

  it('of a dirty image alone has nulls for what needs a truth', async () => {
    const dirty = new Array(32).fill(new Array(32).fill(0.5));
    const { dirtySnr, left, right, clean } = await run<Printed>(
      ...`--values ${write('dirty.json', { dirty })} --steps 2`.split(' '),
    );
    const none = [null, null, null];
    expect([dirtySnr, left.snr, right.snr, clean!.snr]).toEqual([null, none, none, none]);
  });

  it.each<[string, object, string, string[]]>([
    [
      'the mean alone',
      { mask: [0] },
      '',
      ['mask: given by a file.', 'Only the mean is measured: each side goes where its own rule leads.'],
    ],
    [
      'no mean, handmade',
      { mask: [1, 31] },
      '--right handmade',
      ['mask: given by a file.', 'handmade: the proof that it stops needs M(0) = 1; got 0.'],
    ],
    [
      'what a flag says otherwise',
      { start: new Array(1024).fill(0) },
      '--from noise',
      ['start: given by a file.', 'from: has no effect beside --values; got noise. It was ignored.'],
    ],
    ['nothing', {}, '', []],
  ])('is said of a file that gives %s', async (name, given, flags, said) => {
    const file = write(`${name.split(' ')[0]}.json`, given);
    const printed = await of(`--values ${file} --steps 0 ${flags}`.trim());
    expect([printed.scenario, printed.notices]).toEqual([null, said]);
  });

  it('of weights that break a law runs without certificate', async () => {
    const { ridge } = weights;
    const wrong = { ...weights, ridge: { ...ridge, W: ridge.W.map((w) => 1.01 * w) } };
    const printed = await of(`--values ${write('weights.json', { weights: wrong })} --steps 3`);
    expect(printed.notices[1]).toMatch(/^ridge: the proof that it stops needs max G <= 1; got 1\.0200\d*\.$/);
    expect([printed.right.radius, printed.right.snr.length]).toEqual([null, 4]);
    expect(printed.certificate).toMatchObject({ largestGain: expect.closeTo(1.02008, 5), rate: null });
  });
});

describe('two pixels', () => {
  it('are printed line by line as the documents say', async () => {
    const printed = await of('--level pixels --c 1.98 --start=0,.8 --steps 100 --at 2 --stationary');
    expect(Object.keys(printed)).toEqual([
      ...HEADING,
      'notices',
      'left',
      'right',
      'certificate',
      'stationary',
    ]);
    const { left, right, certificate, stationary, ...heading } = printed;
    expect(heading).toEqual({
      scenario: '#v=1&problem=denoiser&level=pixels&start=0,0.8&c=1.98',
      level: 'pixels',
      L: expect.closeTo(1.36, 14),
      step: expect.closeTo(1.98 / 1.36, 14),
      notices: [],
    });
    for (const side of [left, right]) {
      expect(Object.keys(side)).toEqual([...SIDE, 'states', 'iterates', 'objective']);
      expect(side.states).toEqual({ '2': side.iterates![2] });
    }
    expect([left.status, left.period, left.radius]).toEqual(['cycles', 2, null]);
    expect(Object.keys(certificate)).toEqual(['largestSlope', 'cap', 'crossing', 'guaranteedBelow', 'rate']);
    expect(certificate).toMatchObject({ cap: 0.95, rate: { left: null, right: expect.closeTo(0.95, 12) } });
    const { fixedPoints, limits, settledShare, cycles } = stationary!.left;
    expect(fixedPoints!.map(({ kind }) => kind).sort()).toEqual(['flipping', 'saddle', 'stable']);
    expect(Object.keys(fixedPoints![0]!)).toEqual(['at', 'largest', 'index', 'kind']);
    expect(limits).toEqual([{ at: expect.any(Array), share: settledShare }]);
    expect(settledShare.toFixed(3)).toBe('0.277');
    expect(cycles).toEqual([
      { points: [expect.any(Array), expect.any(Array)], share: expect.closeTo(1 - settledShare, 14) },
    ]);
    expect(stationary!.right.limits).toHaveLength(1);
  });

  it('of a cap of 1 rest on a segment', async () => {
    const { stationary } = await of('--level pixels --cap 1 --steps 0 --stationary');
    const { right } = stationary!;
    expect(Object.keys(right)).toEqual(['fixedPoints', 'segment', 'limits', 'settledShare', 'cycles']);
    expect(right).toMatchObject({ fixedPoints: null, limits: null, settledShare: 1, cycles: [] });
    for (const [x, y] of right.segment!) expect(x + 0.6 * y).toBeCloseTo(1.09, 13);
  });

  it.each<[string, string[]]>([
    [
      '--cap .3 --sigma .06 --spread .3',
      [expect.stringMatching(/^cap: expected 0\.9715\d* to 1 with sigma; got 0\.3\./)],
    ],
    ['--cap .2', ['cap: expected 0.3 to 1; got .2. The nearest bound is used.']],
    ['--truth 11,0', ['truth: expected -10 to 10; got 11,0. The nearest bound is used.']],
  ])('%s is said', async (flags, said) => {
    expect((await of(`--level pixels --steps 0 ${flags}`)).notices).toEqual(said);
  });
});

describe('is refused', () => {
  it.each<[string, RegExp]>([
    ['--level pixels --phi 0,0', /^phi: expected numbers that are not all 0, or nearly 0; got "0,0"\.$/],
    ['--level pixels --phi 1', /^phi: expected 2 numbers; got 1\.$/],
    ['--level pixels --start=1', /^start: expected 2 numbers; got 1\.$/],
    ['--phi 1,2,3', /^--phi: expected at most 2 comma-separated numbers; got "1,2,3"$/],
    ['--stationary', /^--stationary: expected level=pixels; got image$/],
    ['--format csv', /^--format: expected json for learned steps; got csv$/],
    ['--gap 1e-6', /^--gap: expected a right side that is solved to a gap; got rounds$/],
    ['--grid 8 --view 0,1,0,1', /^--grid: expected a problem with two landscapes; got denoiser$/],
    ['--steps 1000001', /^--steps: expected an integer from 0 to 1000000; got "1000001"$/],
    ['--steps 3 --at 4', /^--at: expected an integer from 0 to 3; got "4"$/],
    ['--right net', /^--right: expected ridge, handmade; got "net"$/],
    ['--strict --strength 0', /^strength: expected 0\.01 to 20; got 0\.$/],
    ['--values x.json', /^--values: expected a JSON file; .* \(ENOENT\)$/],
  ])('%s', async (flags, message) => {
    expect(await refused(...flags.split(' '))).toMatch(message);
  });

  it.each<[string, unknown, RegExp]>([
    ['short', { sky: [1, 2, 3] }, /^--values: sky: expected 1024 finite numbers; got 3$/],
    ['holes', { dirty: [...new Array(1023).fill(0), null] }, /^--values: dirty: expected .*; got null$/],
    ['number', { noise: 0.05 }, /^--values: noise: expected 1024 finite numbers; got 0\.05$/],
    ['empty', { mask: [] }, /^--values: mask: expected at least one measured frequency; got none$/],
    ['one-sided', { mask: [0, 1] }, /^--values: mask: expected -k with every k; got 1 without 31$/],
    ['list', [1], /^--values: expected an object; got another JSON value$/],
    ['text', 'sky', /^--values: expected JSON; ".*" holds none$/],
    ['cut', { weights: { net: [] } }, /^--values: weights\.net: expected 6 lists; got 0$/],
  ])('a file that is %s', async (name, value, message) => {
    expect(await refused('--values', write(`${name}.json`, value))).toMatch(message);
  });

  it('a file beside two pixels', async () => {
    const file = write('none.json', {});
    expect(await refused('--values', file, '--level', 'pixels')).toBe(
      '--values: expected the level image; got pixels',
    );
  });
});
