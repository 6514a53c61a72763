import { expect, test } from 'vitest';
import { RoomError, roomFor } from './room.ts';

test('numbers come as zeros', () => {
  expect(roomFor(3)).toEqual(Float64Array.of(0, 0, 0));
});

test('what cannot be had is refused with its bytes', () => {
  // More than any array may have, so that nothing is reserved.
  expect(() => roomFor(2 ** 50)).toThrow(RoomError);
  expect(() => roomFor(2 ** 50)).toThrow(`${2 ** 53} bytes`);
});
