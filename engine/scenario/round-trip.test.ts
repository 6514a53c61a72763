import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import { CATALOG, PROBLEM_IDS, type ProblemId, scenarioParams } from '../catalog.ts';
import { isPacked, packText, unpackText } from '../data/pack.ts';
import { allowedValues, CHECK } from '../fixtures/arbitraries.ts';
import { defaultOf, defaultValues, formatParam, sameValue, type Values } from '../params.ts';
import { CONTROL_NAMES } from './control-names.ts';
import { createScenario, presetScenario } from './create-scenario.ts';
import { adjusted, formatLink, parseLink, type Scenario, valueAt, withDefaults } from './scenario.ts';

const PRESETS = PROBLEM_IDS.flatMap((problem) => CATALOG[problem].presets.map(({ id }) => ({ problem, id })));
/** Scenarios of each problem in quick parts: two hundred, a thousand in the second tier. */
const PARTS = PROBLEM_IDS.flatMap((problem) =>
  Array.from({ length: runsAll ? 10 : 2 }, (_, i) => ({ problem, part: i + 1 })),
);
const PART = 100;

const SURVIVES_CHAT = /^#[\w.,=&-]*$/;

/** Numbers most likely to fail a round trip: full precision, the smallest, the largest, a third. */
const hardNumber = fc.constantFrom(
  ...[5e-324, -5e-324, 2.2250738585072014e-308, 1 / 3, 0.1 + 0.2, 1e21, 123456789012345680, 1e-7, 0],
);
const anyNumber = fc.oneof(
  hardNumber,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
);
const within = (min: number, max: number, number: fc.Arbitrary<number>) =>
  number.map((value) => Math.min(max, Math.max(min, value)));

const packedTable = fc
  .array(fc.tuple(anyNumber, fc.string({ maxLength: 8 }), anyNumber), { minLength: 1, maxLength: 30 })
  .map((rows) => packText(['x,"a name",y', ...rows.map(([x, name, y]) => `${x},"${name}",${y}`)].join('\n')));

const window = (most: number) =>
  fc
    .tuple(
      ...[0, 1].map(() =>
        fc.uniqueArray(within(-most, most, anyNumber), {
          minLength: 2,
          maxLength: 2,
          comparator: 'IsStrictlyEqual',
        }),
      ),
    )
    .map((axes) => axes.flatMap(([a, b]) => [Math.min(a!, b!), Math.max(a!, b!)]));

const controls = fc
  .uniqueArray(fc.constantFrom(...CONTROL_NAMES), { maxLength: 100 })
  .map((names) => names.join(','));

/** Values of any of a problem's keys, effective or not. */
function anyValues(problem: ProblemId): fc.Arbitrary<Values> {
  const specs = scenarioParams(problem);
  const { min, max, maxLength } =
    specs.start?.kind === 'vector' ? specs.start : { min: 0, max: 0, maxLength: 1 };
  const vector = fc.array(within(min, max, anyNumber), { minLength: 1, maxLength: Math.min(60, maxLength) });
  const special: Record<string, fc.Arbitrary<Values[string]>> = {
    view: window(1e9),
    crowdbox: window(1e6),
    start: vector,
    plant: vector,
    data: packedTable,
    hide: controls,
    lock: controls,
    step: within(1e-12, 1e12, anyNumber),
    lecture: fc.constantFrom('stuck', packText('{"title":"é 讲座 <b>"}'), 'my.0a1b'),
  };
  const own = Object.entries(special).filter(([key]) => key in specs);
  const some = fc.record(Object.fromEntries(own), { requiredKeys: [] });
  return fc.tuple(allowedValues(specs), some).map(([values, more]) => {
    // Generated values for keys with rules beyond their declaration replace the plain ones.
    const isSaid = (key: string) =>
      values[key] !== null || defaultOf(specs[key]!, { ...defaultValues(specs), ...values }) === null;
    const plain = Object.entries(values).filter(([key]) => !(key in special) && isSaid(key));
    return { ...Object.fromEntries(plain), ...more } as Values;
  });
}

/** Changes to a link in transit. */
const CHANGED: Readonly<Record<string, (fragment: string) => string>> = {
  'as it was': (fragment) => fragment,
  'a whole address': (fragment) => `https://example.org/a/index.html?from=mail${fragment}`,
  'percent-encoded by a chat program': (fragment) => `#${encodeURIComponent(fragment.slice(1))}`,
  'with & as &amp;': (fragment) => fragment.replaceAll('&', '&amp;'),
  'with & as &amp;, percent-encoded': (fragment) =>
    `#${encodeURIComponent(fragment.slice(1).replaceAll('&', '&amp;'))}`,
  'with white space around it': (fragment) => ` \n\t${fragment}\r\n \u00a0`,
  'with white space around it, percent-encoded': (fragment) =>
    `#${encodeURIComponent(` ${fragment.slice(1)} \n`)}`,
};

function isSame(a: Scenario, b: Scenario): boolean {
  const keys = Object.keys(a.values);
  return (
    a.problem === b.problem &&
    keys.length === Object.keys(b.values).length &&
    keys.every((key) => key in b.values && sameValue(valueAt(a, key)!, valueAt(b, key)!))
  );
}

function roundTrip(scenario: Scenario): void {
  const link = formatLink(scenario);
  if (!SURVIVES_CHAT.test(link)) throw new Error(`expected a link that survives a chat; got ${link}`);
  for (const [way, change] of Object.entries(CHANGED)) {
    const parsed = parseLink(change(link));
    // Run the slow, detailed comparison only on a difference.
    if (!isSame(parsed.scenario, scenario) || parsed.notices.length > 0)
      expect(parsed, way).toEqual({ scenario, notices: [] });
  }
}

describe('scenario to link to scenario is the identity', () => {
  it('is told from what is not', () => {
    const scenario = withDefaults('lift', { start: [1, 0] });
    expect(isSame(scenario, withDefaults('lift', { start: [1, 0] }))).toBe(true);
    for (const other of [{ start: [1, -0] }, { start: [1] }, { start: null }, { start: [1, 0], y: 1.5 }])
      expect(isSame(scenario, withDefaults('lift', other))).toBe(false);
  });

  it.each(PRESETS)('$problem, preset $id', ({ problem, id }) => {
    roundTrip(presetScenario(problem, id));
  });

  it.each(PARTS)('$problem: a hundred generated scenarios, part $part', ({ problem, part }) => {
    let withData = 0;
    let hidden = 0;
    fc.assert(
      fc.property(anyValues(problem), (values) => {
        const { scenario } = adjusted(withDefaults(problem, values));
        roundTrip(scenario);
        if (isPacked(String(values.data))) withData++;
        const specs = scenarioParams(problem);
        if (Object.keys(values).some((key) => specs[key]?.when?.(scenario.values) === false)) hidden++;
      }),
      { seed: CHECK.seed + part, numRuns: PART },
    );
    expect(hidden).toBeGreaterThan(PART / 10);
    if ('data' in CATALOG[problem].params) expect(withData).toBeGreaterThan(PART / 10);
  });

  it('packed data comes back letter by letter', () => {
    fc.assert(
      fc.property(packedTable, (data) => {
        const { scenario } = parseLink(formatLink(createScenario('one-neuron', { features: 'csv', data })));
        expect(unpackText(scenario.values.data as string)).toBe(unpackText(data));
      }),
      CHECK,
    );
  });

  it('a negative zero is written and read as zero', () => {
    const negative = { start: [-0, 1], xmin: -0, view: [-0, 1, -1, -0] };
    const link = formatLink(createScenario('one-neuron', negative));
    expect(link).toBe('#v=1&problem=one-neuron&xmin=0&start=0,1&view=0,1,-1,0');
    const { scenario } = parseLink(link);
    for (const key of Object.keys(negative)) expect(formatParam(valueAt(scenario, key)!)).not.toContain('-0');
    for (const number of [scenario.values.xmin, ...scenario.values.start!])
      expect(Object.is(number, -0)).toBe(false);
  });
});
