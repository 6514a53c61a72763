import './present/present.css';
import { useCallback, useRef } from 'react';
import { openScene } from '../../session/guessing.ts';
import { useApp } from '../../session/session-context.tsx';
import { useHeightProperty } from './present/use-height-property.ts';
import { isSceneOver, isSceneReached } from './scene-reached.ts';
import { useFilledWords } from './use-filled-words.ts';

/** Characters up to which a question stands in the largest letters, and in the next smaller. */
const SHORT = 64;
const MIDDLE = 110;

/** What the open scene asks and says, in place of the page's own question. */
export function SceneWords() {
  const box = useRef<HTMLDivElement>(null);
  const scene = useApp(openScene);
  const isTold = useApp(isSceneReached) && scene?.after !== undefined;
  const over = useApp(isSceneOver) && scene?.end !== undefined;
  // What is said at a bookmark may ask what the end has answered.
  const told = isTold && !(over && scene?.bookmark !== null);
  // All are asked for at once: when another is due its numbers are there.
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
  const shown = told ? after : over ? question : sentence;
  const longest = Math.max(question.length, end.length);
  const size = longest <= SHORT ? 'short' : longest <= MIDDLE ? 'middle' : 'long';
  return (
    <div ref={box} className="question scene-words" data-size={size} data-frame={scene.frame}>
      {/* Either keeps the room of the other: no picture moves when the end takes the question's place. */}
      <h2 data-over={over} data-other={over ? question : end}>
        <span>{over ? end : question}</span>
      </h2>
      <div className="sentences">
        <p className="sentence" data-told={told}>
          {shown}
        </p>
        {/* They keep the room of the other ones: no picture moves when one takes its place. */}
        {[sentence, after]
          .filter((text) => text !== '' && text !== shown)
          .map((text) => (
            <p key={text} className="other-sentence" aria-hidden>
              {text}
            </p>
          ))}
      </div>
    </div>
  );
}
