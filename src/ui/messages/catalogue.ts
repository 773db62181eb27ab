import type { CoachWords } from '../../core/coach/coach-words';
import type { ExerciseText } from '../../core/exercise/definition';
import type * as abilities from './en/abilities';
import type * as faults from './en/faults';
import type * as judging from './en/judging';
import type * as legs from './en/legs';
import type * as live from './en/live';
import type * as plan from './en/plan';
import type * as progress from './en/progress';
import type * as reviewing from './en/reviewing';
import type * as screens from './en/screens';
import type * as screening from './en/screening';
import type * as sensor from './en/sensor';
import type * as sessions from './en/sessions';
import type * as start from './en/start';
import type { Words } from './words';

/** Every word of the app in one language. A key is one word or sentence wherever it stands, so the parts are laid together. */
export type Catalogue = Words<typeof start> &
  Words<typeof abilities> &
  Words<typeof faults> &
  Words<typeof judging> &
  Words<typeof legs> &
  Words<typeof live> &
  Words<typeof plan> &
  Words<typeof progress> &
  Words<typeof reviewing> &
  Words<typeof screens> &
  Words<typeof screening> &
  Words<typeof sensor> &
  Words<typeof sessions> & {
    /** What the voice says. */
    readonly coach: CoachWords;
    /** Words of the exercises, by id; one that is missing here speaks the English of its own file. */
    readonly exercises: Readonly<Partial<Record<string, ExerciseText>>>;
  };
