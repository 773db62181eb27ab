import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium, type Complaints } from '../support/app-page';
import { clipPath, newApp, READY_MS } from '../support/live-app';
import { reviewAfterEnd, stage } from '../support/live-page';
import { LAPTOP } from '../support/screen-sizes';
import { holdPiece, playPiece, stageCamera, type Piece } from '../support/staged-camera';

const CLIP = 'curtsy-collapse';

interface TruthRep {
  readonly side: 'left' | 'right';
  readonly faults: readonly string[];
}
const truth = JSON.parse(readFileSync(clipPath(`${CLIP}.truth.json`), 'utf8')) as {
  readonly reps: readonly TruthRep[];
};

interface ExportedRep {
  readonly side: string;
  readonly verdicts: Readonly<Record<string, { readonly verdict: string } | undefined>>;
}
interface Exported {
  readonly schema: string;
  readonly sets: readonly {
    readonly reps: readonly ExportedRep[];
    readonly replays: readonly { readonly of: string; readonly n: number }[];
  }[];
}

/** Saves the shown session as a file and reads it. */
async function exportSession(page: Page): Promise<Exported> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as file' }).click(),
  ]);
  return JSON.parse(readFileSync(await download.path(), 'utf8')) as Exported;
}

describe('a whole session in front of the camera', () => {
  let browser: Browser;
  let page: Page;
  let complaints: Complaints;
  let exported: Exported;
  /** All ten repetitions. */
  let whole: Piece;

  beforeAll(async () => {
    browser = await launchChromium('none');
    // A busy machine without a GPU keeps up with the light model, and not always with `full`.
    ({ page, complaints } = await newApp(browser, { viewport: LAPTOP }));
    whole = await stageCamera(page, browser, clipPath(`${CLIP}.mp4`));
  });
  afterAll(() => browser.close());

  it('goes from the choice through the set-up into work without a hand on the keyboard', async () => {
    await page.goto(inject('appUrl'));
    await holdPiece(page, whole);
    await page.getByRole('link', { name: /Curtsy lunge/ }).click();
    await page.getByRole('button', { name: 'Turn on the camera' }).click();
    await stage(page, 'work').waitFor({ timeout: READY_MS });
  });

  it('counts every repetition', async () => {
    await playPiece(page, whole);
    // The set's target is the clip's ten repetitions: the rest begins with the last one.
    await stage(page, 'rest').waitFor();
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByRole('button', { name: 'End and review' }).click();
    await reviewAfterEnd(page);
    exported = await exportSession(page);
    expect(exported.schema).toBe('hipline.session/1');
    const sides = exported.sets[0]?.reps.map(({ side }) => side);
    expect(sides).toEqual(truth.reps.map(({ side }) => side));
  });

  it('kept a skeleton of each, and shows it', async () => {
    const kept = exported.sets[0]?.replays.filter(({ of }) => of === 'rep').map(({ n }) => n);
    expect(kept).toEqual(truth.reps.map((_, index) => index + 1));
    await page.getByRole('button', { name: /^1[LR]/ }).click();
    await page.getByRole('img', { name: /^Stick figure\. Repetition 1,/ }).waitFor();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
  });

  it('flags the collapsing knees and no other', () => {
    const flagged = exported.sets[0]?.reps.map(
      ({ verdicts }) => verdicts['knee-collapse']?.verdict === 'fault',
    );
    expect(flagged).toEqual(truth.reps.map(({ faults }) => faults.includes('knee-collapse')));
  });

  it('shows the same session after a reload, and in the history', async () => {
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Curtsy lunge' }).waitFor();
    expect(await exportSession(page)).toEqual(exported);
    await page.getByRole('link', { name: 'History' }).click();
    const entry = page.getByRole('link', { name: /Curtsy lunge.*10 reps/ });
    await entry.waitFor();
    await entry.click();
    await page.waitForURL(/#\/review\//);
  });

  it('asked nothing of any other origin, and said nothing in the console', () => {
    expect(complaints.foreignRequests).toEqual([]);
    expect(complaints.console).toEqual([]);
  });
});
