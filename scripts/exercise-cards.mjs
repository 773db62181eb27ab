/** Vite plugin: `?card` of an exercise's file is its card alone, as data; what counts and judges stays out. */
import { runnerImport } from 'vite';

/** As {@link import('../src/core/exercise/definition').ExerciseCard}. */
const cardOf = ({ id, text: { name, summary }, figure, offered, prescription }) => ({
  id,
  text: { name, summary },
  figure,
  offered,
  prescription,
});

export const exerciseCards = () => ({
  name: 'exercise-cards',
  apply: 'build',
  enforce: 'pre',
  async load(id) {
    const [file, query] = id.split('?');
    if (query !== 'card') return null;
    const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' });
    return { code: `export default ${JSON.stringify(cardOf(module.default))};`, moduleType: 'js' };
  },
});
