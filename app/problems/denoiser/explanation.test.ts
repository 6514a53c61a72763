import '../../i18n/all-words.ts';
import { describe, expect, it } from 'vitest';
import type { SideName } from '../../../engine/contract.ts';
import type { Values } from '../../../engine/params.ts';
import weights from '../../../engine/problems/denoiser/image/denoiser-weights.json' with { type: 'json' };
import { readImageFile } from '../../../engine/problems/denoiser/image/given-image.ts';
import { problem as coming } from '../../../engine/problems/denoiser/problem.ts';
import type {
  DenoiserUpdate,
  ImageInfo,
  ImageTerms,
  PixelsInfo,
} from '../../../engine/problems/denoiser/types.ts';
import { createTranslate, dynamicKey, type MessageKey } from '../../i18n/messages.ts';
import { explainedOf } from '../kit/for-tests/explained.ts';
import { words } from './explain/words.en.ts';
import { words as chinese } from './explain/words.zh.ts';
import { DENOISER_STAGES } from './explain-marks.ts';
import { explanation } from './explanation.ts';

const problem = await coming;

const told = explainedOf('denoiser', explanation, problem);
const { given, preset, stageAt, texOf } = told;

/** Reads `file` as the command line does. */
function subjectAt(values: Values, k: number, file: object | null = null) {
  const read = file && readImageFile(file, values);
  if (typeof read === 'string') throw new Error(read);
  return told.subjectAt(values, k, read && ({ drawn: read.drawn } as never));
}

const pixels = (more: Values = {}) => given({ level: 'pixels', ...more });

const t = createTranslate('en');
const word = t as (key: MessageKey) => string;

const { W, S } = weights.ridge;
const withRidge = (ridge: object) => ({ weights: { ...weights, ridge: { W, S, ...ridge } } });
const NO_ZERO = { mask: [1, 31, 32, 992] };
const ONLY_ZERO = { mask: [0] };
const FLAT = withRidge({ S: S.with(3, 0) });
const BROKEN = withRidge({ W: W.map((tap) => 2 * tap), S: S.with(3, -0.1).with(4, 1.2) });
const DIRTY = { dirty: Array.from({ length: 1024 }, (_, i) => (i % 7) / 7) };

/** Settings that violate conditions, unusual instances, and every preset. */
const SCENARIOS: [string, Values, object?][] = [
  ['a cap that is idle', pixels({ sigma: 0.5, cap: 1 })],
  ['a pixel that is not measured', pixels({ phi: [1, 0] })],
  ['a box beside the line', pixels({ cap: 1, truth: [3, 3] })],
  ['steps too long for a disc', pixels({ c: 2.5 })],
  ['steps that end farther away', pixels({ c: 3 })],
  ['short steps', pixels({ c: 0.5 })],
  ['handmade', given({ right: 'handmade' })],
  ['handmade, long steps', given({ right: 'handmade', c: 2.5 })],
  ['pixels below 0', given({ positive: false })],
  ['an image, long steps', given({ c: 3 })],
  ['few visibilities, no noise', given({ share: 0.02, noise: 0, from: 'noise' })],
  ['handmade without the zero frequency', given({ right: 'handmade' }), NO_ZERO],
  ['the zero frequency alone', given({ right: 'ridge' }), ONLY_ZERO],
  ['damaged weights', given({}), BROKEN],
  ['a slope of 0', given({}), FLAT],
  ['no truth', given({}), DIRTY],
  ...told.presets(),
];

const saysOf = (of: Parameters<typeof told.saysOf>[0], topic: string) =>
  told.saysOf(of, topic).map((say) => say?.replace('explain.say.dn', ''));

/** Sentences that only define terms or describe the page. */
const DEFINITIONS = [
  'RoundPixels',
  'RoundImage',
  'Sides',
  'SidesBroken',
  'Strength',
  'StrengthSigned',
  'Simple',
  'Prox',
  'OfC',
  'Net',
  'Ridge',
  'Handmade',
  'Recomputed',
  'ZeroAlone',
  'Clean',
  'NotBetter',
  'Ours',
].map((name) => `explain.say.dn${name}`);

describe('what is explained', () => {
  it.each(SCENARIOS)(
    'is known to be proved, measured or of a source, and points at marks: %s',
    (_, values, file) => {
      const blank = /NaN|undefined|Infinity|null|[=<>]\\text\{–\}/;
      told.expectTopics(subjectAt(values, 1, file), DEFINITIONS, blank);
      told.expectTopics({ ...subjectAt(values, 0, file), update: null }, DEFINITIONS, blank);
    },
  );

  it('claims nothing of AIRI’s denoiser, of the certified image, or of times against CLEAN', () => {
    for (const own of [words, chinese])
      for (const [key, said] of Object.entries(own)) {
        expect(String(said)).not.toMatch(/theorem|定理| ms\b|毫秒/i);
        if (/AIRI/.test(String(said))) expect(key).toMatch(/dn(Airi|Code|Ours)$/);
        if (/faster|更快/.test(String(said))) expect(key).toBe('explain.say.dnAiri');
      }
    expect(words['explain.say.dnOurs']).toContain('proves nothing about the weights');
    expect(words['explain.say.dnNotBetter']).toContain('does not say that the image is a good one');
  });

  it('quotes presets by their titles', () => {
    told.expectQuotes({ en: words, zh: chinese }, /Hull|Airi|dnProx$/, 10);
  });

  it('has the numbers of two pixels', () => {
    const of = subjectAt(preset('pix-three'), 0);
    expect(texOf(of, 'dnBest')).toContain('s^2+\\sigma^2=0.0425<\\tfrac14');
    expect(texOf(of, 'dnBest')).toContain('M=5.595');
    expect(texOf(of, 'dnRule')).toContain('M=5.595,\\ \\ c=1<1.179');
    expect(texOf(of, 'dnRule')).toContain('M=0.95,\\ \\ c=1<2.053');
    expect(texOf(of, 'dnRests')).toContain(
      'stable}\\,3,\\ \\text{@explain.tex.dn.saddle}\\,2\\\\ &\\qquad\\textstyle\\sum\\operatorname{sign}\\det(I-DT)=1',
    );
    expect(texOf(of, 'dnDisc')).toMatch(/right\}q=0\.95,\\ \\ \\rho=/);
    expect(texOf(of, 'dnDisc')).not.toContain('left}q');
    expect(saysOf(of, 'dnHull')).toContain('Segment');
    const cycle = subjectAt(preset('pix-cycle'), 0);
    expect(texOf(cycle, 'dnRule')).toContain('M=5.595,\\ \\ c=1.98\\ge1.179');
    expect(texOf(cycle, 'dnRests')).toContain('dn.flipping');
    const hull = subjectAt(preset('pix-hull'), 0);
    expect(texOf(hull, 'dnHull')).toContain('z_1=0.9999922');
    expect(saysOf(hull, 'dnRests')).toContain('SegmentOf.right');
    const wide = subjectAt(preset('pix-wide'), 0);
    expect(texOf(wide, 'dnBest')).toContain('=0.2525\\ge\\tfrac14');
    expect(texOf(wide, 'dnDisc')).toMatch(/left\}q=0\.99.*right\}q=0\.95/s);
    expect(saysOf(subjectAt(pixels({ sigma: 0.5, cap: 1 }), 0), 'dnCap')).toContain('CapIdle');
    expect(saysOf(subjectAt(pixels({ c: 2.5 }), 0), 'dnDisc')).toContain('NoDisc');
    expect(saysOf(subjectAt(pixels({ phi: [1, 0] }), 0), 'dnRests')).toContain('Unmeasured');
  });

  it('has the certificate of the weights that were loaded, and none of damaged ones', () => {
    const of = subjectAt(preset('img-opening'), 4);
    expect(texOf(of, 'dnRound')).toContain('=155\\ \\text{@explain.tex.dnOf}\\ 1024');
    expect(texOf(of, 'dnFirm')).toContain('\\max G=0.9999851\\le1');
    expect(texOf(of, 'dnFirm')).toContain("\\epsilon=0.0203\\le\\varphi'\\le0.999");
    expect(texOf(of, 'dnRate')).toContain('q=0.99398<1');
    expect(texOf(of, 'dnRate')).toMatch(/\\frac q\{1-q\}=165\.2,\\quad\\rho=/);
    // The fifth ratio is the first above 1.
    expect(texOf(of, 'dnWitness')).toMatch(/left\}1\.007/);
    const broken = subjectAt(given({}), 1, BROKEN);
    expect(saysOf(broken, 'dnFirm')).toEqual([
      'Broken',
      'Broken.gain',
      'Broken.least-slope',
      'Broken.most-slope',
    ]);
    expect(saysOf(broken, 'dnRate')).toEqual(['NoRate.broken']);
    expect(texOf(broken, 'dnFirm')).toContain('3.99994>1');
    expect(texOf(broken, 'dnFirm')).not.toContain('preceq');
    expect(texOf(broken, 'dnRate')).toBe('');
    const names = (values: Values, file?: object) =>
      explanation.marks!(subjectAt(values, 0, file), []).map(({ name }) => name);
    expect(names(given({}))).toContain('radius');
    expect(names(given({}), BROKEN)).not.toContain('radius');
    expect(names(given({}), DIRTY)).not.toContain('error');
  });

  it('says of each right why it has no rate', () => {
    const why = (values: Values, file?: object) => saysOf(subjectAt(values, 0, file), 'dnRate');
    expect(why(given({ right: 'handmade' }))).toEqual(['NoRate.handmade']);
    expect(why(given({ right: 'handmade', c: 2.5 }))).toEqual(['NoRate.long']);
    expect(why(given({ right: 'handmade' }), NO_ZERO)).toEqual(['NoRate.zero']);
    expect(why(given({ c: 3 }))).toEqual(['NoRate.long']);
    expect(why(given({}), FLAT)).toEqual(['NoRate.flat']);
    expect(why(given({}), ONLY_ZERO)).toContain('ZeroAlone');
    expect(saysOf(subjectAt(given({ right: 'handmade' }), 0), 'dnFirm')).toEqual(['FirmHandmade']);
  });
});

describe('a stage', () => {
  it.each(SCENARIOS)('has its words, and tables whose names exist: %s', (_, values, file) => {
    for (const k of [0, 2]) {
      const of = subjectAt(values, k, file);
      for (const side of ['left', 'right'] as const)
        for (const stage of DENOISER_STAGES) {
          expect(word(dynamicKey('explain.walk.dn', stage))).not.toBe('');
          told.expectStage(of, side, stage, { never: /undefined|NaN|–/ });
        }
    }
  });

  it.each(SCENARIOS)('and the numbers of a round have words: %s', (_, values, file) => {
    const of = subjectAt(values, 1, file);
    told.expectNumbers(of.update, 8);
    expect(word(explanation.note!(of)!)).not.toBe('');
  });

  it('says where the gradient step leads', () => {
    const say = (c: number) => stageAt(subjectAt(pixels({ c }), 0), 'left', 'gradient').say;
    expect([0.5, 1, 1.98, 2.5].map((c) => say(c).split('. ')[1])).toEqual([
      'With c < 1 it stops short: 0.5 of the residual is left.',
      'With c = 1 it lands on the line.',
      'With c > 1 it goes past the line, to -0.98 times the residual.'.replace('-', '−'),
      'With c > 2 it ends farther away than it began, at -1.5 times the residual.'.replace('-', '−'),
    ]);
    for (const c of [0.5, 1, 1.98, 2.5]) {
      const { update, opened } = subjectAt(pixels({ c }), 0);
      const { phi, y } = opened.info as PixelsInfo;
      if (update.round?.level !== 'pixels') throw new Error('expected two pixels');
      const { z, residual } = update.round;
      expect(phi[0] * z[0] + phi[1] * z[1] - y).toBeCloseTo((1 - c) * residual, 12);
    }
  });

  it('says what was sure, how near the limit is, and that a ratio above 1 is a proof', () => {
    const three = subjectAt(preset('pix-three'), 0);
    const { objective, sure, radius } = three.update.round as Extract<
      DenoiserUpdate['round'],
      { level: 'pixels' }
    >;
    const { say } = stageAt(three, 'right', 'step');
    for (const number of [...objective, sure, radius]) expect(say).toContain(number.toFixed(5));
    expect(stageAt(three, 'left', 'step').say).not.toContain('Certified');
    expect(stageAt(subjectAt(preset('pix-cycle'), 0), 'left', 'step').say).toContain('no guarantee');
    const opening = (k: number, side: SideName) =>
      stageAt(subjectAt(preset('img-opening'), k), side, 'off').say;
    expect(opening(0, 'left')).not.toContain('Since the last round');
    expect(opening(2, 'left')).not.toContain('proved');
    expect(opening(4, 'left')).toContain('(proved)');
    expect(opening(4, 'right')).not.toContain('proved');
    expect(stageAt(subjectAt(preset('img-opening'), 4), 'right', 'step').say).toContain('Certified');
    // A shrinkage by 0 is the identity: only rounding lifts its ratio above 1.
    const rounded = Array.from({ length: 8 }, (_, i) =>
      subjectAt(given({ right: 'handmade', threshold: 0 }), 33 + i),
    ).filter(({ update }) => (update.round as ImageTerms).ratio > 1);
    expect(rounded.length).toBeGreaterThan(0);
    for (const of of rounded) expect(stageAt(of, 'right', 'off').say).not.toContain('proved');
  });

  it('names frequencies, strength and what was set to 0', () => {
    const of = subjectAt(preset('img-opening'), 3);
    expect(stageAt(of, 'left', 'gradient').say).toContain('the 155 measured frequencies get their measured');
    expect(stageAt(of, 'left', 'gradient').say).toContain('The other 869 stay');
    expect(stageAt(of, 'left', 'off').say).toContain('t = 0.5: the free network');
    expect(stageAt(of, 'right', 'off').say).toContain('the ridge denoiser');
    const { lifted } = of.update.leftRound as { readonly lifted: number };
    expect(stageAt(of, 'left', 'step').say).toContain(`set to 0: ${lifted}.`);
    expect(stageAt(subjectAt(given({ positive: false }), 1), 'left', 'step').say).toContain(
      'x⁺ is the output of D',
    );
    expect(stageAt(subjectAt(given({ c: 1.98 }), 1), 'left', 'gradient').say).toContain(
      'c = 1.98 times the way',
    );
    const dirty = subjectAt(given({}), 1, DIRTY);
    expect((dirty.opened.info as ImageInfo).truth).toBeNull();
    expect(stageAt(dirty, 'left', 'forward').say).not.toContain('SNR');
  });

  it('says that a side has ended', () => {
    const of = subjectAt(given({ share: 1, c: 4, positive: false }), 40);
    expect(of.update.leftRound).toBeNull();
    expect(stageAt(of, 'left', 'gradient')).toEqual({
      title: null,
      say: word('explain.walk.dn.ended'),
      table: null,
    });
  });
});
