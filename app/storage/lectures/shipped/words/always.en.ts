import type { ALWAYS } from '../always.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof ALWAYS> = {
  title: 'Is “always” true?',
  scenes: {
    claim: {
      title: 'The claim',
      question: 'Does the relaxation always win?',
      sentence:
        'Ergen and Pilanci: gradient descent on the relaxation “always outperforms gradient descent on the original non-convex loss with no additional computational cost”.',
      after:
        'The right side was farther away at {{ahead.steps}} of {{end}} steps. But this is one run, from one start. We test “always” step by step.',
      end: 'In this run, yes. Right: at the star at step {{right.within}}. Left: dead, {{left.distance}} away.',
      notes: [
        'Say: The sentence comes from the abstract of Ergen and Pilanci, Allerton. We had only the abstract, so we quote nothing else.',
        'Do: Press Play. In this run the claim plainly holds: right at step {{right.within}}, left {{left.distance}} away.',
        'Say: The second half is true as it stands: a step on either loss costs the same two matrix products.',
        'Ask: What can “always” mean? At every step, at the end, from every start, for every data set? Collect answers; we test them one by one.',
      ],
    },
    oneStep: {
      title: 'What is proved: one step',
      question: 'From the same point, whose step is better?',
      sentence:
        'Both sides stand at one point and take one step of the same size. The better one ends closer to the star. Which will it be, and will it be so everywhere?',
      after:
        'Left {{left.distance@mark}} from the star, right {{right.distance@mark}}. Gold is Δ, the extra {{mark:pull}} of g. It is nowhere below {{pull.least}}: to first order g’s step is never worse (proved without noise).',
      end: 'Here both reached the star: right at step {{right.within}}, left at step {{left.within}}.',
      notes: [
        'Say: Take any point and compare the two gradients there. Along the way to the star their difference, Δ, is a sum over the samples that are off although their label is positive. Each term is a label times an error; neither is negative.',
        'Do: Play one step: left {{left.distance@mark}}, right {{right.distance@mark}} from the star. Then the right map shows Δ: {{left.pull@now}} at our start, nowhere below {{pull.least}}.',
        'Say: Mind the small print: the same point, to first order, no noise. From here on the two sides are at different points, and this says nothing about them.',
      ],
    },
    kept: {
      title: 'A run that keeps it',
      question: 'Is the right side closer at every step?',
      sentence:
        'Watch the highlighted curve, the distance to the star. Is the right side ever above the left?',
      after:
        'Right at the star at step {{right.within}}, left at step {{left.within}}. One run proves nothing.',
      end: 'The right side was farther at {{ahead.steps}} of {{end}} steps. Both reached the star.',
      notes: [
        'Do: Press Play. Watch the distance curve under the maps, not the maps: the two curves never cross.',
        'Say: The right side is within one per cent of the star’s length at step {{right.near}}, the left at step {{left.near}}.',
        'Ask: Who is convinced now?',
        'Say: No run that keeps a claim with “always” in it proves the claim. A run can only break it.',
        'Say: We count a step against it only if the right side is farther by more than a billionth; rounding alone would otherwise produce failures. A measurement without such a threshold is worthless.',
      ],
    },
    broken: {
      title: 'A run that breaks it',
      question: 'And in this one?',
      sentence:
        'Same recipe, other seeds; no noise, same step size on the two sides. Watch the distances again: Play pauses by itself.',
      after:
        'At step {{ahead.step}} the left overtook. At step {{ahead.mostAt}} its lead is largest: left {{left.distance@mark}} from the star, right {{right.distance@mark}}. Which side reaches it first?',
      end: 'Both reached the star: left at step {{left.within}}, right only at step {{right.within}}.',
      moment: 'The right leads at first, but the left overtakes it and arrives first: “always” is false.',
      notes: [
        'Do: Press Play. It pauses at step {{ahead.mostAt}}.',
        'Say: At first the right side leads, as the one-step fact says it should. Then the left side comes into the steep part of the bowl from a better angle and overtakes at step {{ahead.step}}.',
        'Say: The right side is behind at {{ahead.steps}} steps, by at most {{ahead.most}}, and arrives last. So “always”, read literally for whole runs, is false; one counterexample is enough.',
        'Say: Be fair: neither side is stuck, and nothing contradicts the one-step fact. The two sides were at different points.',
      ],
    },
    howOften: {
      title: 'How often does that happen?',
      question: 'Rare, or common?',
      sentence:
        '{{runs.count}} seeds of this recipe: {{n}} samples, {{d}} weights, no noise. In how many is the right side farther away at some step? Play shows one, the page runs them all.',
      after:
        'Measured on all {{runs.count}}. Stuck with a loss above zero: left {{runs.leftStuck}}, right {{runs.rightStuck}}. The others fit the data perfectly or still move.',
      end: 'Right farther at some step: {{runs.ahead}} of {{runs.count}} runs ({{runs.aheadLow}} to {{runs.aheadHigh}}).',
      notes: [
        'Ask: Rare, or common? Let everyone write down a number, then press Play.',
        'Say: The engine has just run {{runs.count}}: new data, new star and new start each time. In {{runs.ahead}} the right side is farther away at some step. The ninety-five per cent interval holds only for this recipe.',
        'Say: The left side stopped away from any perfect fit in {{runs.leftStuck}} runs, the right side in {{runs.rightStuck}}. The rest had arrived or were still moving.',
        'Say: That asymmetry is the honest form of the claim: behind now and then, never trapped. The first is measured, the second follows from convexity.',
      ],
    },
    noiseOutside: {
      title: 'Noise after the ReLU',
      question: 'Which side ends closer to the star now?',
      sentence:
        'Each label carries an error of size {{noise}}, added after the ReLU: some labels are negative now. Vote: who ends closer? Then Play.',
      after:
        'No accident: over {{runs.count}} data sets the right ends no farther in only {{runs.notFartherShare}} (interval {{runs.notFartherLow}} to {{runs.notFartherHigh}}). The rings are the lowest points.',
      end: 'The left ends closer. Left: {{left.distance}} from the star. Right: {{right.distance}}.',
      notes: [
        'Ask: Which side will end closer? Vote, then press Play. Neither side is stuck in this run.',
        'Say: The interval is Wilson’s, ninety-five per cent. Over the {{runs.count}} data sets the median distances are {{runs.leftMedian}} on the left and {{runs.rightMedian}} on the right.',
        'Say: A ReLU never outputs a negative number. The squared loss ignores a negative label once its sample is off; the relaxation keeps being pulled by it.',
        'Say: Even the one-step fact can fail: on {{pull.negative}} of a grid Δ is negative. We measured this kind of data and claim nothing about other noise.',
      ],
    },
    noiseInside: {
      title: 'Noise before the ReLU',
      question: 'The same noise, moved inside: what changes?',
      sentence:
        'Same samples, same errors, same start, but the error is added before the ReLU, so no label is negative. Which side ends closer now?',
      after:
        'Now over {{runs.count}} data sets the right ends no farther in {{runs.notFartherShare}} (interval {{runs.notFartherLow}} to {{runs.notFartherHigh}}). The rings are the lowest points.',
      end: 'Now the right ends closer. Left: {{left.distance}} from the star. Right: {{right.distance}}.',
      notes: [
        'Do: Press Play. Only the place of the noise has changed; no label is negative now.',
        'Say: The median distances over {{runs.count}} data sets are {{runs.leftMedian}} on the left and {{runs.rightMedian}} on the right.',
        'Ask: Does noise hurt the relaxation? The answer is a question back: which noise?',
        'Say: A measurement error at the output sits outside the ReLU, a disturbance of the input inside. Which side ends closer depends on the noise model, and we measured it. Don’t turn the small difference of medians into a theorem.',
      ],
    },
    fewSamples: {
      title: 'Few samples: a perfect fit somewhere else',
      question: 'If the loss is zero, is it at the star?',
      sentence:
        'Only {{n}} samples for {{d}} weights, no noise. One side will reach a loss of zero, up to rounding. Which one, and where will it be?',
      after:
        'Along the dashed line every point fits all {{n}} samples. The star is one of them, the right is at another: its loss is {{right.loss}}.',
      end: 'Right: a perfect fit, {{right.distance}} from the star. Left: dead at loss {{left.loss|distance}}.',
      notes: [
        'Say: Only about half of the samples are active at the star, and only those pin down its weights. With {{n}} samples and {{d}} weights there are too few.',
        'Do: Press Play. The right side ends with loss {{right.loss}}, zero by the engine’s criterion, yet {{right.distance}} from the star. The left side stops at {{left.loss|distance}}.',
        'Say: Read “keeps the location of the global minimum” as a statement about a set: the zeros of g are the zeros of f (proved). Here they form a line through the star.',
        'Say: For samples drawn symmetrically about the origin, the chance that the star is the only zero is one half exactly where n is one less than twice d (proved).',
      ],
    },
    survives: {
      title: 'What survives',
      question: 'So what can we still claim?',
      sentence:
        'Without noise, from {{crowd.count}} starts: closer at every step, first at the star, or never stuck? Which of the three can we claim for the right side?',
      after:
        'The right is never stuck with a safe step: proved, as g is convex and zero only where f is. The other two we have seen fail. Left: {{crowd.left}} of {{crowd.count}} at the star.',
      end: 'Only this: never stuck. Right: all {{crowd.right}} at the star. Left: {{crowd.left}}.',
      notes: [
        'Say: Proved, without noise: g is convex and zero exactly where f is, so descent with steps below two over L cannot be trapped; and one step from the same point gains at least as much, to first order.',
        'Say: Free: a step costs the same two products.',
        'Say: Measured: now and then the right side is behind for some steps. With noise after the ReLU it often ends farther away; with noise before it, about as close or closer.',
        'Do: Press Play. From {{crowd.left}} of {{crowd.count}} starts the left arrives, from all the others it is stuck; the right arrives from all {{crowd.right}}.',
        'Ask: How would you write the claim down? It is smaller than “always outperforms”, and it is true.',
      ],
    },
  },
};
