import { SIDES } from '../../../../engine/side-names.ts';
import { guessWords } from '../../../problems/planar/guess/guess.ts';
import { guessKind, isGuessing, openScene, sceneNumber } from '../../../session/guessing.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { viewOf } from '../../../session/view.ts';
import { isSceneOver, isSceneReached } from '../scene-reached.ts';
import { useFilledWords } from '../use-filled-words.ts';

/** Announces scenes, results and guesses to screen readers. */
export function LectureNews() {
  const session = useSession();
  const t = useTranslate();
  const scene = useApp(openScene);
  const number = useApp(sceneNumber);
  const scenes = useApp(({ lecture }) => lecture?.scenes.length ?? 0);
  const guesses = useApp((state) => {
    const placed = SIDES.filter((side) => state.guesses[side].length > 0);
    if (placed.length === 0)
      return isGuessing(state) ? t(guessKind(state) === 'votes' ? 'guess.vote.askAll' : 'guess.askAll') : '';
    return placed
      .map((side) =>
        t('guess.of', { side: viewOf(state).short(state, side, t), words: guessWords(session, side, t) }),
      )
      .join(' ');
  });
  const told = useApp(isSceneReached);
  const over = useApp(isSceneOver);
  const [title = '', sentence = '', after = '', end = ''] = useFilledWords([
    scene?.title ?? '',
    scene?.sentence ?? '',
    scene?.after ?? '',
    scene?.end ?? '',
  ]);
  if (!scene) return null;
  return (
    <>
      <p className="visually-hidden" aria-live="polite" data-testid="live-scene">
        {t('present.scene', { scene: number, scenes, title, sentence })}
      </p>
      <p className="visually-hidden" aria-live="polite" data-testid="live-after">
        {`${told ? after : ''} ${over ? end : ''}`.trim()}
      </p>
      <p className="visually-hidden" aria-live="polite" data-testid="live-guess">
        {guesses}
      </p>
    </>
  );
}
