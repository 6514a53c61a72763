import { useEffect, useMemo } from 'react';
import { openScene, sceneNumber } from '../../../session/guessing.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { STORED } from '../../../storage/lectures/find-lecture.ts';
import { qrCode } from '../../../ui/qr/qr-code.ts';
import { RoomCode } from '../../../ui/RoomCode.tsx';
import { useFilledWords } from '../use-filled-words.ts';

/** Modules per side that are hard to scan from the last row. */
const DENSE = 97;

/** Shows the scene's QR code at full window size, with the lecture unless the link would be too long. */
export function SceneCode() {
  const session = useSession();
  const t = useTranslate();
  const scene = useApp(openScene);
  const number = useApp(sceneNumber);
  const name = useApp((state) => state.scenario.values.lecture);
  const [question = ''] = useFilledWords([scene?.question || scene?.title || '']);
  const shown = scene?.scenario ?? '';
  const code = useMemo(() => {
    const codeOf = (fragment: string) => qrCode(new URL(fragment, location.href).href);
    const inLecture = name.startsWith(STORED) ? null : codeOf(`#v=1&lecture=${name}&scene=${number}`);
    return inLecture && inLecture.size < DENSE ? inLecture : codeOf(shown);
  }, [name, number, shown]);
  useEffect(() => {
    if (code) return;
    session.toggleCode();
    session.say('toast.noCode');
  }, [session, code]);
  if (!code) return null;
  return (
    <RoomCode code={code} words={t('present.codeOf', { number, question })} onClose={session.toggleCode} />
  );
}
