import {
  SESSION_DELEGATES,
  SESSION_ENGINES,
  SESSION_MODELS,
  SESSION_SCHEMA,
  type SessionRecord,
} from '../../core/session/record';
import type { AnalysisOutcome } from './analysis-run';

/**
 * An analysed file as a session of the history, from the moment at which it was analysed. A landmark stream names no model of ours
 * or no delegate: then the ones that are nearest to it stand there.
 */
export function toKeptSession(
  { set, document }: AnalysisOutcome,
  id: string,
  appVersion: string,
): SessionRecord {
  const model = SESSION_MODELS.find((one) => one === document.model);
  const engine = SESSION_ENGINES.find((one) => one === document.engine);
  const delegate = SESSION_DELEGATES.find((one) => one === document.delegate);
  return {
    schema: SESSION_SCHEMA,
    id,
    startedAt: set.startedAt,
    appVersion,
    source: delegate === undefined ? 'landmark-stream' : 'video-file',
    model: model ?? 'full',
    delegate: delegate ?? 'CPU',
    ...(engine === undefined ? {} : { engine }),
    movementModel: document.movementModel !== null,
    ended: 'finished',
    endedAt: set.startedAt + Math.round(document.durationS * 1000),
    sets: [set],
  };
}
