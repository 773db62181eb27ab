import type { ExerciseDefinition } from '../../core/exercise/definition';
import type { CueSink } from '../../feedback/cue-sink';
import type { FeedbackFault } from '../../feedback/feedback-fault';
import type { OpenSessionNote } from '../../storage/open-session';
import type { SessionStore } from '../../storage/session-store';
import type { LinkParts } from './camera-link';
import type { LightMeter } from './light-meter';

/** What a live session is made of; `main` constructs it. */
export interface LiveParts extends LinkParts {
  readonly exercises: readonly ExerciseDefinition[];
  readonly sessions: SessionStore;
  /** Which session is under way, for who loses the page. */
  readonly openSession: OpenSessionNote;
  readonly sink: CueSink;
  readonly light: LightMeter;
  readonly appVersion: string;
  /** Whether there was a click or a key press in the page: before, browsers forbid sound. */
  isSoundAllowed(): boolean;
  /** Chooses the fastest pose model for good; null where it is chosen already. */
  fasterModel(): (() => void) | null;
  /** Keeps the screen on; gives what lets it go. */
  holdScreen(): () => void;
  /** Hears what is said to the session, where that is wanted and stays on this machine. Gives what ends it. */
  listen(onHeard: (text: string) => void, onFault: (fault: FeedbackFault) => void): () => void;
  /** Tells when the tab is hidden: it gets no pictures then. Gives what ends it. */
  watchTab(onChange: (isHidden: boolean) => void): () => void;
  /** Calls once after a time; gives what calls it off. */
  wait(ms: number, then: () => void): () => void;
  /** Epoch milliseconds. */
  now(): number;
}
