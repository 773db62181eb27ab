import type { SessionStart } from '../../core/session/record';
import type { CameraLink } from './camera-link';
import type { LiveParts } from './live-parts';

/** What is known when a session begins: with what it is counted and judged. */
export async function sessionStart(
  parts: Pick<LiveParts, 'now' | 'appVersion'>,
  link: Pick<CameraLink, 'loaded' | 'movementStatus'>,
): Promise<SessionStart> {
  const movement = await link.movementStatus();
  return {
    startedAt: parts.now(),
    appVersion: parts.appVersion,
    source: 'camera',
    model: link.loaded?.model ?? 'full',
    delegate: link.loaded?.delegate ?? 'CPU',
    ...(link.loaded ? { engine: link.loaded.engine } : {}),
    movementModel: movement.kind === 'ready',
  };
}
