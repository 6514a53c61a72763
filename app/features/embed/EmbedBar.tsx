import { PlayButtons, Scrub, StepCount } from '../../ui/PlaybackBar.tsx';
import { OpenFull } from './OpenFull.tsx';

/** Play, the line of steps, the way out; with room also back to the start and single steps (embed.css says from which width). */
export function EmbedBar() {
  return (
    <footer className="playback">
      <PlayButtons embedded />
      <Scrub />
      <StepCount />
      <OpenFull />
    </footer>
  );
}
