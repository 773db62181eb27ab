import type { FaultId } from '../../core/terms/ids';
import type { Side } from '../../core/units';
import { faults } from '../messages/judging';
import { legs, type LegWords } from '../messages/legs';
import { capital, degreesWithSd } from './format';

/** The words for a fault of a leg; null where a fault is the body's as a whole. */
export function legWords(fault: FaultId, side: Side): LegWords | null {
  const words: Partial<Record<FaultId, Readonly<Record<Side, LegWords>>>> = legs;
  return words[fault]?.[side] ?? null;
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

/** "Standing on the left, the pelvis sank on 3 of 5, at worst 11° ± 2°". No full stop: sentences join. */
export function foundWords({ fault, side, flagged, judged, worst }: Found): string {
  const what = (side && legWords(fault, side)?.found) ?? `${capital(faults[fault].name)}:`;
  const most = worst === null ? '' : `, at worst ${degreesWithSd(worst.deg, worst.sdDeg ?? undefined)}`;
  const often = flagged === judged ? `every one of ${judged}` : `${flagged} of ${judged}`;
  return `${what} on ${often}${most}`.replace(': on', ':');
}
