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
        'In this run it did: the right side arrived at step {{right.within}}, the left rests {{left.distance}} from the star. One run, from one start: is that “always”?',
      notes:
        'Read the sentence aloud: it is from the abstract of Ergen and Pilanci, Allerton, and it is all of the paper we quote; its full text was not at hand. Press Play: in this run it is plainly so. The right side arrives at step {{right.within}}, the left rests {{left.distance}} from the star, and the right side is the farther one at {{ahead.steps}} of the steps. The second half is true as it stands: a step on either loss costs the same two matrix products. The lecture is about one word, “always”. Collect meanings from the room: at every step? at the end? from every start? for every data set? Then we test them one by one.',
    },
    oneStep: {
      title: 'What is proved: one step',
      question: 'From the same place, whose step is better?',
      sentence:
        'From one point w the relaxation’s step gains at least as much towards the star, to first order: Δ(w) is never negative (proved without noise). Least on a grid: {{pull.least}}.',
      after:
        'After one step: left {{left.distance@mark}}, right {{right.distance@mark}} from the star. From here on the two stand at different points, and the inequality says nothing about them.',
      notes:
        'This much holds, and the proof is short. Take any w and compare both gradients there. Their difference, measured along the way to the star, is a sum over the samples that are off although their label is positive; each term is a label times an error, and neither is negative. The right map colours this sum: at our start it is {{left.pull@now}}, and on a grid it is nowhere below {{pull.least}}. Play one step: left {{left.distance@mark}}, right {{right.distance@mark}} from the star. Mind the small print: the same point, to first order, no noise. After one step the two sides are no longer at the same point, and the inequality says nothing about two different ones.',
    },
    kept: {
      title: 'A run that keeps it',
      question: 'Is the right side nearer at every step?',
      sentence:
        'Watch the framed curve, the distance to the star. Does the right side ever lie above the left?',
      after:
        'The right side was the farther one at {{ahead.steps}} of {{end}} steps. It arrived at step {{right.within}}, the left at step {{left.within}}. One run proves nothing.',
      notes:
        'Press Play and watch the curve of distances under the maps, not the maps. The two curves never cross: at {{ahead.steps}} of {{end}} steps the right side is farther away than the left. The right side is within one per cent of the star’s length at step {{right.near}}, the left at step {{left.near}}. Ask: who is convinced now? A claim with “always” in it is not shown by a run that keeps it, however pretty; it can only be broken. We count a step against it only if the right side is farther by more than a billionth, since rounding alone would otherwise produce failures. Say that threshold: a measurement without one would be worthless.',
    },
    broken: {
      title: 'A run that breaks it',
      question: 'And in this one?',
      sentence:
        'Same recipe, other seeds; no noise, the same step on both sides. Watch the distances again: Play pauses by itself.',
      after:
        'At step {{ahead.step}} the left side overtook; at step {{ahead.mostAt}} the gap is widest, {{ahead.most}}. Both arrive: left at step {{left.within}}, right at step {{right.within}}.',
      notes:
        'Same recipe, other seeds; no noise, the same step on both sides. Play; it pauses at step {{ahead.mostAt}}. At first the right side leads, as the one-step fact says it should. Then the left side, which came by another way, falls into the steep part of the bowl from a better angle and overtakes at step {{ahead.step}}. The right side stays behind at {{ahead.steps}} steps, by {{ahead.most}} at most, and arrives last. So read literally, for whole runs, “always” is false: one counterexample is enough, and here its link is in the address bar. Be fair: nobody is stuck, both arrive, and the one-step fact is not contradicted. The two sides were at different points.',
    },
    howOften: {
      title: 'How often does that happen?',
      question: 'Rare, or common?',
      sentence:
        '{{runs.count}} random runs of this recipe: {{n}} samples, {{d}} weights, no noise. In how many is the right side the farther one at some step? Note your guess, then Play.',
      after:
        'In {{runs.ahead}} of {{runs.count}} random runs there is such a step ({{runs.aheadLow}} to {{runs.aheadHigh}}, Wilson interval). Came to rest elsewhere: left {{runs.leftStuck}}, right {{runs.rightStuck}}. Measured.',
      notes:
        'One run is an anecdote, so the engine has just run {{runs.count}}: data, plant and start drawn anew each time, {{n}} samples, {{d}} weights, no noise. In {{runs.ahead}} of them the right side is the farther one at some step. The interval is a ninety-five per cent one and belongs to this recipe alone; other sizes have other shares, so change n or d and ask again. Then read the second half: the left side came to rest away from any perfect fit in {{runs.leftStuck}} runs, the right side in {{runs.rightStuck}}. The rest were still moving or had arrived. That asymmetry is the honest form of the claim: behind now and then, never trapped. The first is measured, the second follows from convexity.',
    },
    noiseOutside: {
      title: 'Noise after the ReLU',
      question: 'Who ends nearer to the star now?',
      sentence:
        'Each label carries an error of size {{noise}}, added after the ReLU: some labels are negative now. Say who ends nearer, then Play.',
      after:
        'Here the left ends {{left.distance}} from the star, the right {{right.distance}}. Over {{runs.count}} such data sets the medians are {{runs.leftMedian}} and {{runs.rightMedian}}: the right is worse (measured).',
      notes:
        'Now each label gets an error of size {{noise}} after the ReLU, so some labels are negative. Ask who will end nearer, then Play. Nothing is stuck in this run: the left side ends {{left.distance}} from the star, the right {{right.distance}}. It is no accident: over {{runs.count}} data sets of this kind the right side ends no farther than the left in {{runs.rightNotFarther}}. Why? A ReLU can never say a negative number, and squared loss shrugs at a negative label of a sample that is off; the relaxation goes on being pulled by it. Even the one-step fact may fail: on {{pull.negative}} of a grid Δ(w) is negative. All of this is measured for this kind of data; nothing is claimed for every noise.',
    },
    noiseInside: {
      title: 'Noise before the ReLU',
      question: 'The same noise, moved inside: what changes?',
      sentence:
        'The same samples, errors and start; only that the error is added before the ReLU, so that no label is negative. Who ends nearer now?',
      after:
        'With the same noise before the ReLU the left ends {{left.distance}} from the star, the right {{right.distance}}. Medians over {{runs.count}} data sets: {{runs.leftMedian}} and {{runs.rightMedian}} (measured).',
      notes:
        'The same samples, the same errors, the same start; only the place of the noise has changed. Labels are never negative now. Play: left {{left.distance}}, right {{right.distance}}. Over {{runs.count}} data sets the medians are {{runs.leftMedian}} and {{runs.rightMedian}}, and the right side ends no farther than the left in {{runs.rightNotFarther}} of them. So the answer to “does noise hurt the relaxation?” is a question back: which noise? An error of measurement at the output sits outside; a disturbance of the input sits inside. Do not turn the small difference of medians into a theorem. What you may say is that the order of both sides depends on the model of the noise, and that we measured it.',
    },
    fewSamples: {
      title: 'Few samples: perfect, and elsewhere',
      question: 'Zero loss. So did it find the star?',
      sentence:
        '{{n}} samples, {{d}} weights: only samples that are on at the star fix its weights, and here they are too few. Where may a loss of zero lie?',
      after:
        'The right side has a loss of {{right.loss}} and is {{right.distance}} away from the star: another point of the line of zeros. The left rests at {{left.loss}}.',
      notes:
        'Only about half of the samples are on at the star, and only those fix its weights: with {{n}} samples and {{d}} weights there are too few. Play: the right side ends with loss {{right.loss}}, which is zero to the engine’s criterion, yet {{right.distance}} from the star. It has found a global minimum; there is more than one. The left side rests at {{left.loss}}. So “keeps the location of the global minimum” must be read as a set: the zeros of g are the zeros of f (proved), and for rows drawn symmetrically about the origin the chance that the star is the only zero is one half exactly where n is one less than twice d (proved). On the map the zeros are a whole line through the star, and the right side has come to another point of it.',
    },
    survives: {
      title: 'What survives',
      question: 'What may one say, then?',
      sentence:
        'With labels of the plant and c below two, descent on g is never stuck: g is convex, and its zeros are those of f (proved). Here the left is stuck from {{left.missed}} of the starts, the right from none.',
      notes:
        'Collect what stands. Proved, without noise: g is convex, it is zero exactly where f is, so descent with c below two cannot be trapped; and one step from the same point gains at least as much towards the star, to first order. Free: a step costs the same two products. Measured: now and then the right side is behind for some steps; with noise after the ReLU it often ends farther away; with noise before it, about as near or nearer. On this map the left side is stuck from {{left.missed}} of the starts, the right side arrives from {{right.basin}}. That is a smaller sentence than “always outperforms”, and it has the advantage of being true. Let the room write it down in its own words.',
    },
  },
};
