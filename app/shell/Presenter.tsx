import { PresenterBar } from '../features/lecture/PresenterBar.tsx';
import { lazyView } from '../ui/lazy-view.tsx';

const MomentFilm = lazyView(() => import('../features/share/film/MomentFilm.tsx'), 'MomentFilm');

export function Presenter() {
  return <PresenterBar film={MomentFilm} />;
}
