import type { Catalogue } from '../catalogue';
import { abilities } from './abilities';
import { coach } from './coach';
import { exercises } from './exercises';
import { faults } from './faults';
import { judging } from './judging';
import { legs } from './legs';
import { live } from './live';
import { progress } from './progress';
import { reviewing } from './reviewing';
import { screening } from './screening';
import { screens } from './screens';
import { sessions } from './sessions';
import { start } from './start';

/** Spanish. */
export const es: Catalogue = {
  ...start,
  ...abilities,
  ...faults,
  ...judging,
  ...legs,
  ...live,
  ...progress,
  ...reviewing,
  ...screens,
  ...screening,
  ...sessions,
  coach,
  exercises,
};
