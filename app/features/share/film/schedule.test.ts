import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSchedule, type ScheduleChoice } from './schedule.ts';

const CHOICE: ScheduleChoice = {
  from: 0,
  to: 10,
  rate: 10,
  pace: { kind: 'seconds', seconds: 1.1 },
  holdFirst: 0,
  holdLast: 0,
};

const stepsOf = (choice: ScheduleChoice) => {
  const schedule = createSchedule(choice);
  return Array.from({ length: schedule.frames }, (_, i) => schedule.stepAt(i));
};

test('one step a frame where there are as many frames as steps', () => {
  expect(stepsOf(CHOICE)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('more steps than frames: the nearest step of each, the first and the last among them', () => {
  expect(stepsOf({ ...CHOICE, from: 100, to: 200, pace: { kind: 'seconds', seconds: 0.5 } })).toEqual([
    100, 125, 150, 175, 200,
  ]);
  expect(stepsOf({ ...CHOICE, to: 3, pace: { kind: 'seconds', seconds: 0.3 } })).toEqual([0, 2, 3]);
});

test('so many steps a second, also fewer than frames', () => {
  expect(stepsOf({ ...CHOICE, to: 4, pace: { kind: 'steps', stepsPerSecond: 5 } })).toEqual([
    0, 0, 1, 1, 2, 2, 3, 3, 4,
  ]);
  expect(stepsOf({ ...CHOICE, to: 10, pace: { kind: 'steps', stepsPerSecond: 40 } })).toEqual([0, 4, 8, 10]);
});

test('a GIF’s 12.5 frames a second', () => {
  const schedule = createSchedule({ ...CHOICE, rate: 12.5, pace: { kind: 'seconds', seconds: 2 } });
  expect(schedule.frames).toBe(25);
  expect(schedule.seconds).toBe(2);
});

test('the first and the last frame stand as long as was asked', () => {
  const choice = {
    ...CHOICE,
    to: 2,
    pace: { kind: 'seconds', seconds: 0.3 },
    holdFirst: 0.2,
    holdLast: 0.4,
  } as const;
  expect(stepsOf(choice)).toEqual([0, 0, 0, 1, 2, 2, 2, 2, 2]);
  expect([...createSchedule(choice).shots()]).toEqual([
    { step: 0, frames: 3 },
    { step: 1, frames: 1 },
    { step: 2, frames: 5 },
  ]);
});

test('one step alone is one frame and its rest', () => {
  expect(stepsOf({ ...CHOICE, from: 7, to: 7, holdLast: 0.2 })).toEqual([7, 7, 7]);
});

test('a time too short for two frames still shows both ends', () => {
  expect(stepsOf({ ...CHOICE, pace: { kind: 'seconds', seconds: 0.05 } })).toEqual([0, 10]);
});

const choices = fc
  .record({
    from: fc.integer({ min: 0, max: 500 }),
    span: fc.integer({ min: 0, max: 3000 }),
    rate: fc.constantFrom(10, 12.5, 20, 24, 25, 30, 50, 60),
    pace: fc.oneof(
      fc.record({
        kind: fc.constant('seconds' as const),
        seconds: fc.double({ min: 0.1, max: 20, noNaN: true }),
      }),
      fc.record({ kind: fc.constant('steps' as const), stepsPerSecond: fc.integer({ min: 20, max: 4000 }) }),
    ),
    holdFirst: fc.double({ min: 0, max: 3, noNaN: true }),
    holdLast: fc.double({ min: 0, max: 3, noNaN: true }),
  })
  .map(({ from, span, ...rest }): ScheduleChoice => ({ from, to: from + span, ...rest }));

test('steps never fall, begin and end as asked, and the shots are the frames', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const schedule = createSchedule(choice);
      const steps = stepsOf(choice);
      expect(steps[0]).toBe(choice.from);
      expect(steps.at(-1)).toBe(choice.to);
      expect(steps.every((step, i) => Number.isInteger(step) && (i === 0 || step >= steps[i - 1]!))).toBe(
        true,
      );
      const shots = [...schedule.shots()];
      expect(shots.flatMap(({ step, frames }) => Array<number>(frames).fill(step))).toEqual(steps);
      expect(schedule.pictures).toBe(shots.length);
      expect(schedule.seconds).toBeCloseTo(steps.length / choice.rate, 12);
    }),
    { numRuns: 200 },
  );
});
