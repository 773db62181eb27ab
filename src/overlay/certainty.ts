import type { Estimate } from '../core/terms/estimate';

/** An angle less sure than this could not tell a drop of 7° from a level pelvis, so none is claimed: neither drawn nor kept. */
const SURE_SD_DEG = 4;

/** Whether an angle is sure enough to be shown as one. */
export const isSure = (estimate: Estimate | null): estimate is Estimate =>
  estimate !== null && estimate.sd <= SURE_SD_DEG;
