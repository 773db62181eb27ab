import type { FaultId } from '../../core/terms/ids';
import type { Side } from '../../core/units';
import { words } from '../language';
import type { LegWords } from '../messages/words';
import { capital, degreesWithSd } from './format';

/** The words for a fault of a leg; null where a fault is the body's as a whole. */
export function legWords(fault: FaultId, side: Side): LegWords | null {
  const legs: Partial<Record<FaultId, Readonly<Record<Side, LegWords>>>> = words.legs;
  return legs[fault]?.[side] ?? null;
}

/** What one leg, or the body as a whole, came to in a check. */
export interface Found {
  readonly fault: FaultId;
  readonly side: Side | null;
  readonly flagged: number;
  /** In how many repetitions it was judged. */
  readonly judged: number;
  readonly worst: { readonly deg: number; readonly sdDeg?: number | null } | null;
}

/** "Standing on the left, the pelvis sank on 3 of 5, at worst 11° ± 2°." */
export function foundWords({ fault, side, flagged, judged, worst }: Found): string {
  const ofLeg = side && legWords(fault, side)?.found;
  if (!ofLeg) return words.headline.foundOfBody(capital(words.faults[fault].name), flagged, judged);
  const most = worst === null ? null : degreesWithSd(worst.deg, worst.sdDeg ?? undefined);
  return words.headline.foundOfLeg(ofLeg, flagged, judged, most);
}
