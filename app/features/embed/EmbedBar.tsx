import { Pause, Play, RotateCcw, StepBack, StepForward } from 'lucide-react';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { ControlButton } from '../../ui/ControlButton.tsx';
import { Scrub, StepCount } from '../../ui/PlaybackBar.tsx';
import { OpenFull } from './OpenFull.tsx';

/** Play, the line of steps, the way out; with room also back to the start and single steps (embed.css says from which width). */
export function EmbedBar() {
  const session = useSession();
  const t = useTranslate();
  const playing = useApp((state) => state.playing);
  const ready = useApp((state) => state.opened !== null && state.phase !== 'lost');
  return (
    <footer className="playback">
      <ControlButton
        control="reset"
        className="icon-button with-room"
        onClick={session.reset}
        title={`${t('play.reset')} (R)`}
        aria-label={t('play.reset')}
      >
        <RotateCcw size={18} aria-hidden />
      </ControlButton>
      <ControlButton
        control="steps"
        className="icon-button with-some-room"
        onClick={() => session.step(-1)}
        title={`${t('play.back')} (←)`}
        aria-label={t('play.back')}
      >
        <StepBack size={18} aria-hidden />
      </ControlButton>
      <ControlButton
        control="play"
        className="icon-button play"
        disabled={!ready}
        onClick={session.toggle}
        title={`${playing ? t('play.pause') : t('play.play')} (${t('key.space')})`}
        aria-label={playing ? t('play.pause') : t('play.play')}
      >
        {playing ? (
          <Pause size={20} fill="currentColor" aria-hidden />
        ) : (
          <Play size={20} fill="currentColor" aria-hidden />
        )}
      </ControlButton>
      <ControlButton
        control="steps"
        className="icon-button with-some-room"
        onClick={() => session.step(1)}
        title={`${t('play.forward')} (→)`}
        aria-label={t('play.forward')}
      >
        <StepForward size={18} aria-hidden />
      </ControlButton>
      <Scrub />
      <StepCount />
      <OpenFull />
    </footer>
  );
}
