import type { ALWAYS } from '../always.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof ALWAYS> = {
  title: 'Is “always” true?',
  scenes: {
    claim: {
      title: 'The claim',
      question: 'Does the relaxation always win?',
      sentence:
        'The paper’s abstract: gradient descent on the relaxation “always outperforms gradient descent on the original non-convex loss with no additional computational cost”.',
      after:
        'In this run it did: the right side arrived at step {{right.within}}, the left stops {{left.distance}} from the star. One run, from one start: is that “always”?',
      notes: [
        'Read the sentence aloud: it comes from the abstract of Ergen and Pilanci, Allerton. We had only the abstract, not the full text, so we quote nothing else. Press Play: in this run the claim plainly holds. The right side arrives at step {{right.within}}, the left stops {{left.distance}} from the star, and the right side is farther away at {{ahead.steps}} of the steps. The second half is true as it stands: a step on either loss costs the same two matrix products. The lecture is about one word, “always”. Collect meanings from the audience: at every step? at the end? from every start? for every data set? Then we test them one by one.',
      ],
    },
    oneStep: {
      title: 'What is proved: one step',
      question: 'From the same point, whose step is better?',
      sentence:
        'From the same point w the relaxation’s step gains at least as much towards the star, to first order: Δ(w) is never negative (proved without noise). Its smallest value on a grid: {{pull.least}}.',
      after:
        'After one step: left {{left.distance@mark}}, right {{right.distance@mark}} from the star. From here on the two are at different points, and the inequality says nothing.',
      notes: [
        'This much holds, and the proof is short. Take any w and compare the two gradients there. Their difference, measured along the way to the star, is a sum over the samples that are off although their label is positive; each term is a label times an error, and neither is negative. The right map colours this sum: at our start it is {{left.pull@now}}, and on a grid it is nowhere below {{pull.least}}. Play one step: left {{left.distance@mark}}, right {{right.distance@mark}} from the star. Mind the small print: the same point, to first order, no noise. After one step the two sides are no longer at the same point, and the inequality says nothing about two different points.',
      ],
    },
    kept: {
      title: 'A run that keeps it',
      question: 'Is the right side closer at every step?',
      sentence:
        'Watch the highlighted curve, the distance to the star. Is the right side ever above the left?',
      after:
        'The right side was farther away at {{ahead.steps}} of {{end}} steps. It arrived at step {{right.within}}, the left at step {{left.within}}. One run proves nothing.',
      notes: [
        'Press Play and watch the distance curve under the maps, not the maps. The two curves never cross: at {{ahead.steps}} of {{end}} steps the right side is farther away than the left. The right side is within one per cent of the star’s length at step {{right.near}}, the left at step {{left.near}}. Ask: who is convinced now? No run that keeps a claim with “always” in it proves the claim, however pretty the run is; a run can only break it. We count a step against it only if the right side is farther by more than a billionth, because rounding alone would otherwise produce failures. State that threshold: a measurement without one would be worthless.',
      ],
    },
    broken: {
      title: 'A run that breaks it',
      question: 'And in this one?',
      sentence:
        'Same recipe, other seeds; no noise, same step size on the two sides. Watch the distances again: Play pauses by itself.',
      after:
        'At step {{ahead.step}} the left side overtook; at step {{ahead.mostAt}} the gap is widest, {{ahead.most}}. Both arrive: left at step {{left.within}}, right at step {{right.within}}.',
      notes: [
        'Same recipe, other seeds; no noise, same step size on the two sides. Press Play; it pauses at step {{ahead.mostAt}}. At first the right side leads, as the one-step fact says it should. Then the left side, which took another path, falls into the steep part of the bowl from a better angle and overtakes at step {{ahead.step}}. The right side is behind at {{ahead.steps}} steps, by at most {{ahead.most}}, and arrives last. So “always”, read literally for whole runs, is false: one counterexample is enough, and its link is here in the address bar. Be fair: neither side is stuck, both arrive, and nothing contradicts the one-step fact. The two sides were at different points.',
      ],
    },
    howOften: {
      title: 'How often does that happen?',
      question: 'Rare, or common?',
      sentence:
        '{{runs.count}} random runs of this recipe: {{n}} samples, {{d}} weights, no noise. In how many is the right side farther away at some step? Note your guess, then Play.',
      after:
        'In {{runs.ahead}} of {{runs.count}} random runs there is such a step ({{runs.aheadLow}} to {{runs.aheadHigh}}, Wilson interval). Stopped somewhere else: left {{runs.leftStuck}}, right {{runs.rightStuck}} (measured).',
      notes: [
        'One run is an anecdote, so the engine has just run {{runs.count}}: new data, new star and new start each time, {{n}} samples, {{d}} weights, no noise. In {{runs.ahead}} of them the right side is farther away at some step. The interval is a ninety-five per cent interval and holds only for this recipe; other sizes have other shares, so change n or d and ask again. Then read the second half: the left side stopped away from any perfect fit in {{runs.leftStuck}} runs, the right side in {{runs.rightStuck}}. The rest were still moving or had arrived. That asymmetry is the honest form of the claim: behind now and then, never trapped. The first is measured, the second follows from convexity.',
      ],
    },
    noiseOutside: {
      title: 'Noise after the ReLU',
      question: 'Which side ends closer to the star now?',
      sentence:
        'Each label carries an error of size {{noise}}, added after the ReLU: some labels are negative now. Vote: who ends closer? Then Play.',
      after:
        'Here the left ends {{left.distance}} from the star, the right {{right.distance}}. Over {{runs.count}} such data sets the medians are {{runs.leftMedian}} and {{runs.rightMedian}}: the right is worse (measured).',
      notes: [
        'Now each label gets an error of size {{noise}} after the ReLU, so some labels are negative. Ask which side will end closer, then Play. Neither side is stuck in this run: the left side ends {{left.distance}} from the star, the right {{right.distance}}. This is no accident: over {{runs.count}} data sets of this kind the right side ends no farther than the left in {{runs.rightNotFarther}}. Why? A ReLU can never output a negative number, and the squared loss ignores a negative label once its sample is off; the relaxation keeps being pulled by it. Even the one-step fact can fail: on {{pull.negative}} of a grid Δ(w) is negative. All of this is measured for this kind of data; we claim nothing about other noise.',
      ],
    },
    noiseInside: {
      title: 'Noise before the ReLU',
      question: 'The same noise, moved inside: what changes?',
      sentence:
        'Same samples, same errors, same start, but the error is added before the ReLU, so no label is negative. Which side ends closer now?',
      after:
        'With the same noise before the ReLU the left ends {{left.distance}} from the star, the right {{right.distance}}. Medians over {{runs.count}} data sets: {{runs.leftMedian}} and {{runs.rightMedian}} (measured).',
      notes: [
        'Same samples, same errors, same start; only the place of the noise has changed. No label is negative now. Play: left {{left.distance}}, right {{right.distance}}. Over {{runs.count}} data sets the medians are {{runs.leftMedian}} and {{runs.rightMedian}}, and the right side ends no farther than the left in {{runs.rightNotFarther}} of them. So the answer to “does noise hurt the relaxation?” is a question back: which noise? A measurement error at the output sits outside; a disturbance of the input sits inside. Don’t turn the small difference of medians into a theorem. You can say that which side ends closer depends on the noise model, and that we measured it.',
      ],
    },
    fewSamples: {
      title: 'Few samples: a perfect fit somewhere else',
      question: 'Zero loss. So did it find the star?',
      sentence:
        '{{n}} samples, {{d}} weights: only samples active at the star pin down its weights, and here there are too few. Where can the loss be zero?',
      after:
        'The right side has a loss of {{right.loss}} and is {{right.distance}} away from the star: another point on the line of zeros. The left stops at {{left.loss}}.',
      notes: [
        'Only about half of the samples are active at the star, and only those pin down its weights: with {{n}} samples and {{d}} weights there are too few. Play: the right side ends with loss {{right.loss}}, which is zero by the engine’s criterion, yet {{right.distance}} from the star. It has found a global minimum; there is more than one. The left side stops at {{left.loss}}. So read “keeps the location of the global minimum” as a statement about a set: the zeros of g are the zeros of f (proved). For samples drawn symmetrically about the origin, the chance that the star is the only zero is one half exactly where n is one less than twice d (proved). On the map the zeros form a whole line through the star, and the right side has reached another point on it.',
      ],
    },
    survives: {
      title: 'What survives',
      question: 'So what can we say?',
      sentence:
        'With noiseless planted labels and c below two, descent on g never gets stuck: g is convex, and its zeros are those of f (proved). Here the left is stuck from {{left.missed}} of the starts, the right from none.',
      notes: [
        'Collect what survives. Proved, without noise: g is convex and zero exactly where f is, so descent with c below two cannot be trapped; and one step from the same point gains at least as much towards the star, to first order. Free: a step costs the same two products. Measured: now and then the right side is behind for some steps; with noise after the ReLU it often ends farther away; with noise before it, it ends about as close or closer. On this map the left side is stuck from {{left.missed}} of the starts, the right side arrives from {{right.basin}}. That is a smaller claim than “always outperforms”. It has the advantage of being true. Let the audience write it down in their own words.',
      ],
    },
  },
};
