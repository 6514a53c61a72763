import './present/present.css';
import { Fragment, useCallback, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { scenarioParams } from '../../../engine/catalog.ts';
import { Knobs } from '../../problems/kit/Knob.tsx';
import { openScene } from '../../session/guessing.ts';
import type { Scene } from '../../session/lecture.ts';
import { partState } from '../../session/scene-parts.ts';
import { useApp } from '../../session/session-context.tsx';
import { knobOf } from '../../session/view.ts';
import { ParamControl } from '../../ui/fields/ParamControl.tsx';
import { inLines } from './in-lines.ts';
import { keysNamed } from './named-controls.ts';
import { useHeightProperty } from './present/use-height-property.ts';
import { isSceneOver, isSceneReached } from './scene-reached.ts';
import { useFilledWords } from './use-filled-words.ts';

/** Longest questions in characters for the two largest fonts. */
const SHORT = 64;
const MIDDLE = 110;

export function SceneWords() {
  const box = useRef<HTMLDivElement>(null);
  const scene = useApp(openScene);
  const isTold = useApp(isSceneReached) && scene?.after !== undefined;
  const over = useApp(isSceneOver) && scene?.end !== undefined;
  // Fill all texts at once, so that later ones have numbers.
  const [question = '', sentence = '', after = '', end = ''] = useFilledWords([
    scene?.question || scene?.title || '',
    scene?.sentence ?? '',
    scene?.after ?? '',
    scene?.end ?? '',
  ]);
  useHeightProperty(
    useCallback(() => box.current, []),
    '--words',
  );
  if (!scene) return null;
  // After the end nothing asks: neither the question again, nor the bookmark's.
  const shown = over && (!isTold || /[?？]/.test(after)) ? '' : isTold ? after : sentence;
  const longest = Math.max(question.length, end.length);
  const size = longest <= SHORT ? 'short' : longest <= MIDDLE ? 'middle' : 'long';
  return (
    <div ref={box} className="question scene-words" data-size={size} data-frame={scene.frame}>
      {/* Reserve room for both texts, so that no picture moves when the end replaces the question. */}
      <h2 data-over={over} data-other={inLines(over ? question : end).join('\n')}>
        <span>
          {inLines(over ? end : question).map((line, i) => (
            <Fragment key={line}>
              {i > 0 && <br />}
              {line}
            </Fragment>
          ))}
        </span>
      </h2>
      <div className="sentences">
        <p className="sentence" data-told={isTold}>
          {shown}
        </p>
        {/* Reserve the other sentences' room, too. */}
        {[sentence, after]
          .filter((text) => text !== '' && text !== shown)
          .map((text) => (
            <p key={text} className="other-sentence" aria-hidden>
              {text}
            </p>
          ))}
      </div>
      <SceneControls scene={scene} />
    </div>
  );
}

/** The knob, if the scene lists or its notes name it, and the other controls that the notes name. */
function SceneControls({ scene }: { scene: Scene }) {
  const listed = useApp((state) => partState(state, 'knob'));
  const problem = useApp((state) => state.openedProblem);
  const named = keysNamed(scene);
  const others = useApp(useShallow((state) => named.filter((key) => knobOf(state, key) === null)));
  const hasKnob = listed === 'unlisted' ? others.length < named.length : listed !== 'absent';
  if (!hasKnob && others.length === 0) return null;
  return (
    <div className="asked" data-waits={listed === 'waits' || undefined}>
      {hasKnob && <Knobs only={listed === 'unlisted' ? named : undefined} />}
      {others.map((key) => {
        const spec = scenarioParams(problem)[key];
        return spec && <ParamControl key={key} name={key} spec={spec} />;
      })}
    </div>
  );
}
