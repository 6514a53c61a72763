import type { HILLS } from '../hills.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof HILLS> = {
  title: 'Two landscapes, one answer',
  scenes: {
    ball: {
      title: 'Two hillsides and a ball',
      question: 'Where will each ball stop?',
      sentence:
        'Two landscapes seen from above: dark is low, light is high. In both, a ball starts at the same place and always goes downhill.',
      after: 'After {{left.slow}} steps the left ball has all but stopped. Is it stuck, or only slow?',
      end: 'Left: stuck on flat ground. Right: at the star after {{right.within}} steps.',
      moment:
        'Two balls start at the same place: the left is stuck on flat ground, the right arrives at the star.',
      notes: [
        'Say: You look down on two landscapes. The darker, the lower. In each of them the star is a lowest point: that is the answer we are looking for.',
        'Say: The ball has no speed of its own. Think of thick honey: at every step it moves a little in the direction in which the ground falls most steeply.',
        'Ask: Where will each ball stop? Everyone points at one place on each map.',
        'Do: Press Play. It pauses after {{left.slow}} steps. Ask again, then play on to the end.',
      ],
    },
    many: {
      title: 'Two hundred balls',
      question: 'Was that ball just unlucky?',
      sentence:
        'Two hundred balls now start all over the map, at the same places on the left and on the right. How many reach the star? Write down two numbers.',
      after:
        'Left: {{crowd.left}} of {{crowd.count}}. All the others lie on flat ground, where no direction leads down. So bad luck is the rule there.',
      end: 'Right: every ball reached the star. Left: fewer than half.',
      notes: [
        'Ask: Was that one ball unlucky? Everyone writes down two numbers, one for each side.',
        'Do: Press Play, and say nothing until it stops. The counts run under the maps.',
        'Say: Every dot is a real run of its own. Nothing here is drawn by hand.',
        'Say: On the right every start leads to the star. On the left more than half of the balls stop on flat ground, where no direction leads down.',
      ],
    },
    guess: {
      title: 'Your turn',
      question: 'A new pair. Where do they stop?',
      sentence:
        'Click on a map to plant a flag where you think its ball stops. Everyone may plant one. Then press Play.',
      after:
        'This time there is no flat ground. Yet after {{left.end}} steps the left ball had stopped, at a single point: a ball sees only the ground under it.',
      end: 'Left: stuck in the middle. Right: at the star after {{right.within}} steps.',
      notes: [
        'Say: A different pair of landscapes. Again the star is the same on either side.',
        'Ask: Where will each ball stop? Plant one flag for each answer that you hear.',
        'Do: Press Play. Lines run from the flags to where the balls stopped, and the page counts how many were close.',
        'Say: The left ball stopped at a place that looks lowest from where it comes. A ball sees only the ground under it.',
      ],
    },
    colours: {
      title: 'A map of all starts',
      question: 'Which starts lead to the star?',
      sentence:
        'This ball starts close to the star. A border on the left map divides the starts that reach it from all others. Draw the border, then Play.',
      after:
        'Each point now has the colour of where its ball ends up. On the left {{left.missed}} of the map is grey; on the right there is no border.',
      end: 'Left: more than half of the starts never reach the star. Right: all do.',
      notes: [
        'Ask: This is the first pair again. Is this ball safe, so close to the star? Let someone draw the border in the air.',
        'Do: Press Play. The ball gets stuck, and at the end both maps show where every start leads.',
        'Ask: What would you do if you had only the left landscape? Many starts, and luck.',
        'Say: The right landscape is a bowl. In a bowl every way down leads to the bottom, so the start does not matter. That is the whole idea.',
      ],
    },
    answer: {
      title: 'Two landscapes, one answer',
      question: 'Do they agree on the answer?',
      sentence:
        'One last pair. The right landscape was made from the left one by changing its slopes. Will both balls find the same lowest place?',
      after:
        'It took {{left.within}} steps on the left and {{right.within}} on the right. The star is a lowest point of both: only the ways down differ.',
      end: 'Yes: both reached the star.',
      notes: [
        'Say: The two landscapes ask the same question. The star is a lowest point of either; only the ways down differ.',
        'Do: Press Play. This time both balls reach the star, after {{right.within}} and {{left.within}} steps.',
        'Say: So the left landscape is not always bad. It is unreliable, and the ball cannot tell.',
        'Say: When you can choose the landscape, choose one in which you cannot get lost. Whether there is one with the same answer is a question for mathematics; here there is.',
        'Ask: Where else do we go downhill and hope? Learning machines are trained in just this way.',
      ],
    },
  },
};
