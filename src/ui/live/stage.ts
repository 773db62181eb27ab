/** Why a session stands still. */
export type PauseReason =
  /** The person wanted it. */
  | 'asked'
  /** The tab is hidden: it gets no pictures. */
  | 'hidden'
  /** Nobody is in the picture. */
  | 'absent'
  /** The person wants to end: asked once whether that is meant. */
  | 'ending';

/** Where a live session stands. */
export type Stage =
  /** Shows where the laptop goes; nothing runs yet. */
  | { readonly kind: 'placing' }
  /** Camera and model are being opened; `share` 0 … 1 of the model's bytes, null when unknown. */
  | { readonly kind: 'starting'; readonly share: number | null }
  | { readonly kind: 'setup' }
  | { readonly kind: 'countdown'; readonly leftS: number }
  | { readonly kind: 'work' }
  | { readonly kind: 'rest' }
  /** `back`: what goes on afterwards. */
  | {
      readonly kind: 'paused';
      readonly why: PauseReason;
      readonly back: 'work' | 'rest';
      readonly isCameraOff: boolean;
    }
  /** All sets done, or ended by hand; `sessionId` null when nothing could be kept. */
  | {
      readonly kind: 'ended';
      readonly sessionId: string | null;
      /** False while it is being written. */
      readonly isKept: boolean;
      /** What the last set came to is being told: the review waits for it. */
      readonly isTelling: boolean;
    };

export type StageEvent =
  | { readonly kind: 'start' }
  | { readonly kind: 'progress'; readonly share: number }
  /** The person is to be checked to be in place. */
  | { readonly kind: 'check' }
  | { readonly kind: 'count-down'; readonly leftS: number }
  | { readonly kind: 'work' }
  | { readonly kind: 'rest' }
  | { readonly kind: 'pause'; readonly why: PauseReason }
  | { readonly kind: 'resume' }
  /** The pause has lasted: the camera's light goes out. */
  | { readonly kind: 'camera-off' }
  | { readonly kind: 'end'; readonly isTelling: boolean }
  /** It was told to its end, or enough. */
  | { readonly kind: 'told' }
  | { readonly kind: 'kept'; readonly sessionId: string | null };

export const FIRST_STAGE: Stage = { kind: 'placing' };

/** Where the session stands after an event; the very same stage where the event means nothing in it. Pure. */
export function nextStage(stage: Stage, event: StageEvent): Stage {
  if (stage.kind === 'ended') return stepEnd(stage, event);
  switch (event.kind) {
    case 'start':
      return stage.kind === 'placing' ? { kind: 'starting', share: null } : stage;
    case 'progress':
      return stage.kind === 'starting' ? { kind: 'starting', share: event.share } : stage;
    case 'check':
      return stage.kind === 'placing' ? stage : { kind: 'setup' };
    case 'count-down':
      return isBeforeWork(stage) ? { kind: 'countdown', leftS: event.leftS } : stage;
    case 'work':
      return stage.kind === 'placing' ? stage : { kind: 'work' };
    case 'rest':
      return stage.kind === 'work' || stage.kind === 'paused' ? { kind: 'rest' } : stage;
    case 'pause':
      return pause(stage, event.why);
    case 'resume':
      return stage.kind === 'paused' ? { kind: stage.back } : stage;
    case 'camera-off':
      return stage.kind === 'paused' ? { ...stage, isCameraOff: true } : stage;
    case 'end':
      return { kind: 'ended', sessionId: null, isKept: false, isTelling: event.isTelling };
    case 'kept':
    case 'told':
      return stage;
  }
}

function stepEnd(stage: Extract<Stage, { kind: 'ended' }>, event: StageEvent): Stage {
  if (event.kind === 'kept') return { ...stage, isKept: true, sessionId: event.sessionId };
  return event.kind === 'told' && stage.isTelling ? { ...stage, isTelling: false } : stage;
}

const isBeforeWork = ({ kind }: Stage): boolean => kind === 'setup' || kind === 'countdown';

/**
 * A pause that the person made is not turned into one that ends by itself; that somebody wants to end is asked over every pause. Nobody
 * is paused by leaving the picture in the rest: that is what a rest is for.
 */
function pause(stage: Stage, why: PauseReason): Stage {
  if (stage.kind === 'paused') {
    const isStronger = why === 'ending' || (why === 'asked' && stage.why !== 'ending');
    return isStronger ? { ...stage, why } : stage;
  }
  const isPausable = stage.kind === 'work' || (stage.kind === 'rest' && why === 'ending');
  return isPausable ? { kind: 'paused', why, back: stage.kind, isCameraOff: false } : stage;
}
