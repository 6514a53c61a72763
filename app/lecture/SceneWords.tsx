import { useApp } from '../views/session-context.tsx';

/** What the open scene asks and says, in place of the page's own question. */
export function SceneWords() {
  const scene = useApp(({ lecture, scenario }) => lecture?.scenes[(scenario.values.scene as number) - 1]);
  if (!scene) return null;
  return (
    <div className="question">
      <h2>{scene.question || scene.title}</h2>
      <p>{scene.sentence}</p>
    </div>
  );
}
