import { useSession, useTranslate } from '../../../session/session-context.tsx';
import { addScene, isFull } from './draft.ts';
import { lectureEditor } from './lecture-editor.ts';
import { takeScene } from './take-scene.ts';

/** Adds what the page shows as the last scene of the lecture in the editor. */
export function useAddScene(): () => void {
  const session = useSession();
  const t = useTranslate();
  return () => {
    const draft = lectureEditor.store.getState().editing?.history.present;
    if (!draft) return;
    if (isFull(draft)) {
      lectureEditor.say({ what: 'full' });
      return;
    }
    const number = draft.scenes.length + 1;
    const { scene, withoutData } = takeScene(session, t, number);
    lectureEditor.change((now) => addScene(now, now.scenes.length, scene));
    lectureEditor.say(withoutData ? { what: 'withoutData' } : { what: 'added', title: scene.title });
    requestAnimationFrame(() =>
      document.querySelector('.scene-list > :last-child')?.scrollIntoView({ block: 'nearest' }),
    );
  };
}
