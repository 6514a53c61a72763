import { describe, expect, it } from 'vitest';
import { file } from './try-command.ts';
import { besideClients, caseOf, commandOf, given, write } from './try-rounds.ts';

besideClients();

/** Messages of `replay --problem federated` about replaced or ineffective values, and rejections. */

const { run, refused } = commandOf('federated');

describe('what has to give way or has no effect is named', () => {
  const said = async (...args: string[]) =>
    (await run<{ readonly notices: string[] }>(...args.flatMap((arg) => arg.split(' ')), '--steps', '0'))
      .notices;

  it.each<[string, string[]]>([
    [
      '--level network --n 4 --clients 9',
      ['clients: expected 1 to 4 with n; got 9. The nearest bound is used.'],
    ],
    ['--local 0', ['local: expected 1 to 1000; got 0. The nearest bound is used.']],
    ['--level network --m 7', ['m: expected a multiple of 2, at least 2; got 7. The nearest bound is used.']],
    ['--level network --m 7 --paired 0', []],
    [
      '--level network --n 200 --m 16384 --local 300',
      ['local: expected 1 to 152 with m; got 300. The nearest bound is used.'],
    ],
    [
      '--clients 4 --seed 3 --m 8 --labels square',
      ['clients', 'labels', 'seed', 'm'].map(
        (key, at) =>
          `${key}: has no effect beside level=plane, quad=disagree; got ${[4, 'square', 3, 8][at]}. It was ignored.`,
      ),
    ],
    [
      '--level network --quad tilted --versus work --start=1,2',
      ['quad', 'versus', 'start'].map(
        (key, at) =>
          `${key}: has no effect beside level=network, features=circle; got ${['tilted', 'work', '1,2'][at]}. It was ignored.`,
      ),
    ],
    ['--level network --c 2.5', []],
    [
      '--level network --m 2 --n 2 --clients 1',
      ['Every slope at the start is 0: nothing moves, whatever the step is.'],
    ],
  ])('%s', async (flags, expected) => {
    expect(await said(flags)).toEqual(expected);
  });

  it('beside files', async () => {
    expect(await said('--values', file('tilted.json'), '--seed 3 --quad same')).toEqual([
      'quad: has no effect beside --values; got same. It was ignored.',
      'seed: has no effect beside --values; got 3. It was ignored.',
    ]);
    expect(await said('--data', file('three.csv'), '--clients 4 --split shuffled --n 9')).toEqual([
      'clients: has no effect beside features=csv, client; got 4. It was ignored.',
      'split: has no effect beside features=csv, client; got shuffled. It was ignored.',
      'n: has no effect beside level=network, features=csv; got 9. It was ignored.',
    ]);
    expect(await said('--data', file('two.csv'), '--clients 9')).toEqual([
      'No column is called angle, y, client. The order is assumed: angle = theta, y = value.',
      'clients: expected 1 to 4; got 9. The nearest bound is used.',
    ]);
    // An assumed order is printed.
    const rows = (head: string) => write('order.csv', `${head}\n1,400,0.5\n2,-1,0.25\n`);
    expect(await said('--data', rows('x1,x2,y'), '--clients 1')).toEqual([
      'No column is called angle, client. The order is assumed: angle = x1, y = y.',
      'The column "x2" is not used: it holds numbers.',
    ]);
    expect(await said('--data', rows('a,b,c'))).toEqual([
      'No column is called angle, y, client. The order is assumed: angle = a, y = b, client = c.',
    ]);
    expect(await said('--data', rows('y,angle,client'))).toEqual([
      'angle: got 400, beyond ±2π. Are the angles degrees? They are read as radians.',
    ]);
    const wide = write('wide.json', {
      angles: Array.from({ length: 200 }, (_, i) => i / 32),
      labels: new Array(200).fill(1),
      W: Array.from({ length: 8192 }, (_, r) => [r % 7, -(r % 5), 1]),
    });
    expect(await said('--level network', '--values', wide, '--local 300')).toEqual([
      'local: expected 1 to 152 with m; got 300. The nearest bound is used.',
    ]);
  });
});

describe('is refused', () => {
  const two = given(caseOf('tilted'));
  const net = { angles: [0, 1, 2], labels: [1, 2, 3], W: [[1, 2, 3]], clients: [0, 1, 0] };

  it.each<[string, unknown, string]>([
    ['no object', [1], 'expected hessians, minima at level=plane; got another JSON value'],
    [
      'a missing key',
      { hessians: two.hessians },
      'expected hessians, minima at level=plane; minima is missing',
    ],
    ['a network', net, 'unknown key "angles": expected hessians, minima, start at level=plane'],
    ['no list', { ...two, hessians: 3 }, 'hessians: expected a list; got 3'],
    ['no clients', { hessians: [], minima: [] }, 'hessians: expected 1 to 16 entries; got 0'],
    [
      'too many clients',
      { hessians: new Array(17).fill(two.hessians[0]), minima: [] },
      'hessians: expected 1 to 16 entries; got 17',
    ],
    [
      'a minimum too few',
      { ...two, minima: [[1, 2]] },
      'minima: expected 2 pairs, as many as there are hessians; got 1',
    ],
    [
      'another shape',
      { ...two, hessians: [two.hessians[0], [[1, 2]]] },
      'hessians, client 2: expected 2 entries; got 1',
    ],
    [
      'a text',
      {
        ...two,
        hessians: [
          two.hessians[0],
          [
            [1, 'x'],
            [2, 3],
          ],
        ],
      },
      'hessians, client 2: expected 2 finite numbers; got "x"',
    ],
    [
      'an infinite number',
      '{"hessians": [[[1, 0], [0, 1e999]]], "minima": [[0, 0]]}',
      'hessians, client 1: expected 2 finite numbers; got Infinity',
    ],
    [
      'an asymmetric matrix',
      {
        hessians: [
          [
            [1, 0.5],
            [0.25, 1],
          ],
        ],
        minima: [[0, 0]],
      },
      'hessians, client 1: expected a symmetric matrix; got 0.5 and 0.25 off its diagonal',
    ],
    [
      'a negative eigenvalue',
      {
        hessians: [
          [
            [1, 2],
            [2, 1],
          ],
        ],
        minima: [[0, 0]],
      },
      'hessians, client 1: expected no negative eigenvalue; got -1.00',
    ],
    [
      'a long minimum',
      {
        ...two,
        minima: [
          [1, 2, 3],
          [1, 2],
        ],
      },
      'minima, client 1: expected 2 finite numbers; got 3',
    ],
    ['a far start', { ...two, start: [5000, 0] }, 'start: expected numbers from -1000 to 1000; got 5000'],
  ])('a file of the plane with %s', async (_, content, message) => {
    expect(await refused('--values', write('bad.json', content))).toBe(`--values: ${message}`);
  });

  it.each<[string, unknown, string]>([
    ['a plane', two, 'unknown key "hessians": expected angles, labels, W, clients at level=network'],
    ['no W', { ...net, W: undefined }, 'expected angles, labels, W at level=network; W is missing'],
    ['one angle', { ...net, angles: [1] }, 'angles: expected 2 to 200 entries; got 1'],
    ['too few labels', { ...net, labels: [1, 2] }, 'labels: expected 3 finite numbers; got 2'],
    ['a label that is none', { ...net, labels: [1, 2, null] }, 'labels: expected 3 finite numbers; got null'],
    ['a short row of W', { ...net, W: [[1, 2]] }, 'W, row 1: expected 3 finite numbers; got 2'],
    ['no row of W', { ...net, W: [] }, 'W: expected 1 to 8192 entries; got 0'],
    [
      'a client that is none',
      { ...net, clients: [0, 1, 0.5] },
      'clients: expected integers from 0 to 15; got 0.5',
    ],
    [
      'a client without samples',
      { ...net, clients: [0, 2, 0] },
      'clients: expected a sample for each client; 1 has none',
    ],
    ['a client too few', { ...net, clients: [0, 1] }, 'clients: expected 3 finite numbers; got 2'],
  ])('a file of the network with %s', async (_, content, message) => {
    expect(await refused('--level', 'network', '--values', write('bad.json', content))).toBe(
      `--values: ${message}`,
    );
  });

  it.each<[string, RegExp]>([
    ['--values tilted.json --clients 3', /^--clients: expected 2, as in the file of --values; got 3$/],
    [
      '--values tilted.json --start=1,2',
      /^--start: expected -1.5,-1.2, as in the file of --values; got 1,2$/,
    ],
    [
      '--values flat.json --versus equal',
      /^--values: hessians: expected a mean without a flat direction with versus=equal; got a singular one$/,
    ],
    ['--level network --values net.json --n 4', /^--n: expected 3, as in the file of --values; got 4$/],
    ['--level network --values net.json --m 4', /^--m: expected 2, as in the file of --values; got 4$/],
    [
      '--level network --values net.json --clients 3',
      /^--clients: expected 2, as in the file of --values; got 3$/,
    ],
    ['--level network --paired 0 --values net.json', /^--values: W: expected 2 to 16384 entries; got 1$/],
    ['--data three.csv --values tilted.json', /expected --data .* or --values .*; got both$/],
    ['--data three.csv --level plane', /^--level: expected network, as in the file of --data; got plane$/],
    ['--data one.csv', /^No column is called y, client\.$/],
    [
      '--data many.csv',
      /^The column "client" holds too many different texts: expected at most 16; got more\.$/,
    ],
    ['--data none.csv', /^--data: expected a CSV file; .* \(ENOENT\)$/],
    ['--level network --features csv', /^features=csv needs data, but there is none\.$/],
    ['--at 0,11 --steps 10', /^--at: expected an integer from 0 to 10; got "11"$/],
    ['--steps 1000001', /^--steps: expected an integer from 0 to 1000000; got "1000001"$/],
    ['--format csv', /^--format: expected json for federated averaging; got csv$/],
    ['--gap 1e-9', /^--gap: expected a right side that is solved to a gap; got rounds$/],
    ['--start 1', /^--start: expected 2 numbers; got 1$/],
    ['--c 1 --step 1', /^expected --c .* or --step .*; got both$/],
    ['--width 3', /^--width is no parameter of federated/],
  ])('%s', async (flags, message) => {
    write('net.json', net);
    write('flat.json', {
      hessians: [
        [
          [1, 0],
          [0, 0],
        ],
      ],
      minima: [[0, 0]],
    });
    write('one.csv', 'angle\n1\n2\n');
    write('many.csv', `angle,y,client\n${Array.from({ length: 17 }, (_, i) => `${i},1,c${i}\n`).join('')}`);
    const words = flags.split(' ').map((word) => (/\.(json|csv)$/.test(word) ? file(word) : word));
    expect(await refused(...words)).toMatch(message);
  });
});
