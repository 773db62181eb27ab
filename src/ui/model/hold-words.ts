import type { SetRecord } from '../../core/session/record';
import { SCREENING } from '../../core/session/screening';
import { words } from '../language';

/** What is said of a hold: somebody who lies on a side sags, somebody who stands on a leg lets the pelvis sink. */
export const holdWordsOf = ({ exercise }: Pick<SetRecord, 'exercise'>) =>
  exercise === SCREENING.exercise ? words.holds.standing : words.holds.lying;
