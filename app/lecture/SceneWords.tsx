import './present/present.css';
import { useCallback, useRef } from 'react';
import { openScene } from '../state/guessing.ts';
import { useApp } from '../views/session-context.tsx';
import { useHeightProperty } from './present/use-height-property.ts';
import { useFilledWords } from './use-filled-words.ts';

/** Characters up to which a question stands in the largest letters, and in the next smaller. */
const SHORT = 64;
const MIDDLE = 110;

/** What the open scene asks and says, in place of the page's own question. */
export function SceneWords() {
  const box = useRef<HTMLDivElement>(null);
  const scene = useApp(openScene);
  const [question = '', sentence] = useFilledWords([
    scene?.question || scene?.title || '',
    scene?.sentence ?? '',
  ]);
  useHeightProperty(
    useCallback(() => box.current, []),
    '--words',
  );
  if (!scene) return null;
  const size = question.length <= SHORT ? 'short' : question.length <= MIDDLE ? 'middle' : 'long';
  return (
    <div ref={box} className="question scene-words" data-size={size}>
      <h2>{question}</h2>
      <p className="sentence">{sentence}</p>
    </div>
  );
}
