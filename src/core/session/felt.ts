/** The ends of both scales, pain and effort alike: 0 nothing at all, 10 the most that can be thought of. */
export const FELT_SCALE = { least: 0, most: 10 } as const;

/** What the person said after a session; null: not said. Whole numbers of {@link FELT_SCALE}. */
export interface Felt {
  /** The worst pain during the session: numerical rating scale. */
  readonly pain: number | null;
  /** How hard the session was: Borg's category-ratio scale (Foster 2001, J Strength Cond Res 15:109). */
  readonly effort: number | null;
}

export const NOT_FELT: Felt = { pain: null, effort: null };

export type FeltScale = keyof Felt;
export const FELT_SCALES = ['pain', 'effort'] as const satisfies readonly FeltScale[];

export type PainLight = 'green' | 'amber' | 'red';

/**
 * The common reading of pain while one loads what hurts, as a traffic light. A rule of thumb: it was made for pain of the front of
 * the knee and tried on Achilles tendons, and says nothing of what hurts. Some retell it with a green that reaches to 3; the
 * narrower one is taken.
 */
export const PAIN_LIGHTS = {
  source:
    'Thomeé 1997, Phys Ther 77:1690; Silbernagel 2007, Am J Sports Med 35:897: up to 2 is safe, up to 5 acceptable, more is too much',
  amberFrom: 3,
  redFrom: 6,
} as const;

/** Null where nothing was said. */
export function lightOf(pain: number | null): PainLight | null {
  if (pain === null) return null;
  if (pain >= PAIN_LIGHTS.redFrom) return 'red';
  return pain >= PAIN_LIGHTS.amberFrom ? 'amber' : 'green';
}
