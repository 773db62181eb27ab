import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium, ONLINE, openPage, type Complaints } from '../support/app-page';
import { cameraClip } from '../support/camera-clip';
import { chooseLightModel, reviewAfterEnd, stage } from '../support/live-page';

const CLIPS = resolve(import.meta.dirname, '../fixtures/clips');
const CLIP = join(CLIPS, 'curtsy-collapse.mp4');

/** Stillness before the clip, in which the models load and the set-up is passed, on a slow machine too. */
const LEAD_S = 40;
/** Stillness after it, so that nothing of the next round is counted while the test looks. */
const TAIL_S = 30;

interface TruthRep {
  readonly side: 'left' | 'right';
  readonly faults: readonly string[];
}
const truth = JSON.parse(readFileSync(join(CLIPS, 'curtsy-collapse.truth.json'), 'utf8')) as {
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
  let context: BrowserContext;
  let page: Page;
  let complaints: Complaints;
  let exported: Exported;

  beforeAll(async () => {
    const decoder = await launchChromium('none');
    const file = await cameraClip(decoder, CLIP, { leadS: LEAD_S, tailS: TAIL_S });
    await decoder.close();
    browser = await launchChromium({ file });
    context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      permissions: ['camera'],
      ...ONLINE,
    });
    ({ page, complaints } = await openPage(context));
    // A busy machine without a GPU keeps up with this model, and not always with `full`.
    await chooseLightModel(page);
  });
  afterAll(() => browser.close());

  it('goes from the choice through the set-up into work without a hand on the keyboard', async () => {
    await page.goto(inject('appUrl'));
    await page.getByRole('link', { name: /Curtsy lunge/ }).click();
    await page.getByRole('button', { name: 'Turn on the camera' }).click();
    await stage(page, 'work').waitFor({ timeout: (LEAD_S + 20) * 1000 });
  });

  it('counts every repetition', async () => {
    // The set's target is the clip's ten repetitions: the rest begins with the last one.
    await stage(page, 'rest').waitFor({ timeout: 120_000 });
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
