import { describe, expect, test } from 'vitest';
import { isTrouble, readCommand, readPartner } from './protocol.ts';

const message = (fields: object) => ({ source: 'twin-descent', version: 1, ...fields });

describe('messages to an embed', () => {
  test.each([
    [message({ type: 'play' }), { type: 'play' }],
    [message({ type: 'pause', more: 'is passed over' }), { type: 'pause' }],
    [message({ type: 'report' }), { type: 'report' }],
    [message({ type: 'step', n: -3 }), { type: 'step', n: -3 }],
    [message({ type: 'load', fragment: '#v=1&c=2' }), { type: 'load', fragment: '#v=1&c=2' }],
  ])('%j', (data, command) => {
    expect(readCommand(data)).toEqual(command);
  });

  test('values become a link’s texts', () => {
    const read = readCommand(
      message({
        type: 'set',
        values: { c: 0.1, n: 'inf', bias: true, start: [1, -0.5], plant: null, noise: 1e-7 },
      }),
    );
    expect(read).toEqual({
      type: 'set',
      values: new Map(
        Object.entries({ c: '0.1', n: 'inf', bias: '1', start: '1,-0.5', plant: null, noise: '1e-7' }),
      ),
    });
  });

  test.each([
    null,
    undefined,
    7,
    'play',
    [],
    [message({ type: 'play' })],
    new Map([['source', 'twin-descent']]),
    new Date(0),
    {},
    { type: 'play' },
    { source: 'webpackHotUpdate', version: 1, type: 'play' },
    { source: ['twin-descent'], version: 1, type: 'play' },
    message({}),
    message({ type: 7 }),
    message({ type: 'eval', code: 'alert(1)' }),
    message({ type: 'constructor' }),
    message({ type: '__proto__' }),
    { source: 'twin-descent', version: 2, type: 'teleport' },
    Object.create(message({ type: 'play' })),
  ])('%j is none of ours and passed over in silence', (data) => {
    expect(readCommand(data)).toBeNull();
  });

  test.each([
    [{ source: 'twin-descent', version: 2, type: 'play' }, 'version'],
    [{ source: 'twin-descent', type: 'play' }, 'version'],
    [{ source: 'twin-descent', version: '1', type: 'play' }, 'version'],
    [message({ type: 'step' }), 'step'],
    [message({ type: 'step', n: '1' }), 'step'],
    [message({ type: 'step', n: 0.5 }), 'step'],
    [message({ type: 'step', n: Number.NaN }), 'step'],
    [message({ type: 'step', n: 1e300 }), 'step'],
    [message({ type: 'set' }), 'values'],
    [message({ type: 'set', values: [1] }), 'values'],
    [message({ type: 'set', values: new Map([['c', 1]]) }), 'values'],
    [
      message({
        type: 'set',
        values: Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`a${i}`, 1])),
      }),
      'values',
    ],
    [message({ type: 'set', values: { c: { toString: 'x' } } }), 'value'],
    [message({ type: 'set', values: { c: 'x'.repeat(80_001) } }), 'value'],
    [message({ type: 'set', values: { start: [1, '2'] } }), 'value'],
    [message({ type: 'set', values: { problem: 'lift' } }), 'key'],
    [message({ type: 'set', values: { embed: false } }), 'key'],
    [message({ type: 'load' }), 'fragment'],
    [message({ type: 'load', fragment: 'x'.repeat(80_001) }), 'fragment'],
  ])('%j is ours and cannot be followed: %s', (data, code) => {
    const read = readCommand(data);
    expect(read && isTrouble(read) && read.code).toBe(code);
    expect(read && isTrouble(read) && read.got.length).toBeLessThanOrEqual(40);
  });

  test('keys of every object are keys like others, and change no prototype', () => {
    const read = readCommand(
      JSON.parse('{"source":"twin-descent","version":1,"type":"set","values":{"__proto__":{"c":1}}}'),
    );
    expect(read && isTrouble(read) && read.code).toBe('value');
    const other = readCommand(
      JSON.parse(
        '{"source":"twin-descent","version":1,"type":"set","values":{"__proto__":"1","toString":"2"}}',
      ),
    );
    expect(other).toEqual({
      type: 'set',
      values: new Map([
        ['__proto__', '1'],
        ['toString', '2'],
      ]),
    });
    expect(({} as Record<string, unknown>).c).toBeUndefined();
  });
});

test.each([
  ['', 'any'],
  ['?from=mail', 'any'],
  ['?parent=https://example.org', { origin: 'https://example.org' }],
  ['?parent=https%3A%2F%2Fexample.org%3A8080%2Fpage%3Fa', { origin: 'https://example.org:8080' }],
  ['?parent=http://localhost:4173', { origin: 'http://localhost:4173' }],
  ['?parent=', 'none'],
  ['?parent=*', 'none'],
  ['?parent=null', 'none'],
  ['?parent=example.org', 'none'],
  ['?parent=data:text/html,x', 'none'],
  ['?parent=javascript:alert(1)', 'none'],
])('the address %j names %j', (search, partner) => {
  expect(readPartner(search)).toEqual(partner);
});
