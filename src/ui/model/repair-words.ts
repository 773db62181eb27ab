import type { Repair } from '../../storage/session-store';
import { words } from '../language';

/** What of a kept session could not be read, in one sentence. */
export function repairWords(repair: Repair): string {
  const { setLeftOut, entryOfNoSet, entryLeftOut, setUnknown } = words.reviewWords.repairs;
  switch (repair.kind) {
    case 'set-left-out':
      return setLeftOut(repair.at);
    case 'entry-of-no-set':
      return entryOfNoSet;
    case 'entry-left-out':
      return entryLeftOut(repair.set, repair.at);
    case 'set-unknown':
      return setUnknown(repair.set);
  }
}
