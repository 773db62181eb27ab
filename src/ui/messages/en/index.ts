import * as abilities from './abilities';
import { coach } from './coach';
import * as faults from './faults';
import * as judging from './judging';
import * as legs from './legs';
import * as live from './live';
import * as plan from './plan';
import * as progress from './progress';
import * as reviewing from './reviewing';
import * as screens from './screens';
import * as screening from './screening';
import * as sensor from './sensor';
import * as sessions from './sessions';
import * as start from './start';
import type { Catalogue } from '../catalogue';

/** English: the form of every other language. */
export const en: Catalogue = {
  ...start,
  ...abilities,
  ...faults,
  ...judging,
  ...legs,
  ...live,
  ...plan,
  ...progress,
  ...reviewing,
  ...screens,
  ...screening,
  ...sensor,
  ...sessions,
  coach,
  // An exercise speaks English by itself.
  exercises: {},
};
