import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium, type Complaints } from '../support/app-page';
import { clipPath, newApp } from '../support/live-app';
import { stage } from '../support/live-page';
import { LAPTOP } from '../support/screen-sizes';
import { holdPiece, playPiece, stageCamera, type Piece } from '../support/staged-camera';

interface TruthPiece extends Piece {
  readonly name: string;
  readonly exercise: string | null;
  readonly reps: readonly { readonly side: string; readonly faults: readonly string[] }[];
  readonly holds?: readonly { readonly side: string }[];
}
const { pieces } = JSON.parse(readFileSync(clipPath('programme.pieces.json'), 'utf8')) as {
  readonly pieces: readonly TruthPiece[];
};
const pieceOf = (name: string): TruthPiece => {
  const found = pieces.find((piece) => piece.name === name);
  if (!found) throw new Error(`no piece ${name}`);
  return found;
};

/** One short set of each, as somebody may want it: what the clip shows of it. */
const OWN = {
  'banded-lateral-step': { reps: 2, sets: 1 },
  'hip-hike': { reps: 2, sets: 1 },
  'kettlebell-march': { reps: 4, sets: 1 },
  'curtsy-lunge': { reps: 6, sets: 1 },
  'side-plank': { holdS: 5, sets: 1 },
};

/** The programme in its order: what is done of each exercise, one after the other. */
const PROGRAMME = [
  { exercise: 'banded-lateral-step', name: 'Banded lateral step', does: ['band-steps'] },
  { exercise: 'hip-hike', name: 'Hip hike', does: ['hikes-right', 'hikes-left'] },
  { exercise: 'kettlebell-march', name: 'Kettlebell march', does: ['march'] },
  { exercise: 'curtsy-lunge', name: 'Curtsy lunge', does: ['curtsies'] },
  { exercise: 'side-plank', name: 'Side plank', does: ['plank-left', 'plank-right'] },
] as const;

/** A model that loads, a check that is passed and a countdown, on a slow machine too. */
const READY_MS = 60_000;
/** What follows within a few pictures, on a slow machine too. */
const CHANGE_MS = 15_000;
/** What it takes to stand up, and to take the other place. */
const TURN_MS = 2500;

/** What the truth says of every repetition; of the rest the light model is not asked here. */
const NAMED_FAULTS = ['hip-drop', 'knee-collapse'];

interface Exported {
  readonly sets: readonly {
    readonly exercise: string;
    readonly reps: readonly {
      readonly side: string;
      readonly verdicts: Readonly<Record<string, { readonly verdict: string } | undefined>>;
    }[];
    readonly partials: readonly unknown[];
    readonly holds: readonly { readonly side: string; readonly breaks: readonly unknown[] }[];
  }[];
}

describe('a whole programme without a hand on the machine', () => {
  let browser: Browser;
  let page: Page;
  let complaints: Complaints;
  let exported: Exported;

  beforeAll(async () => {
    browser = await launchChromium('none');
    ({ page, complaints } = await newApp(browser, { viewport: LAPTOP }));
    await stageCamera(page, browser, clipPath('programme.mp4'));
    await page.addInitScript((prescriptions) => {
      localStorage.setItem('hipline.settings', JSON.stringify({ model: 'lite', prescriptions }));
    }, OWN);
    await page.goto(inject('appUrl'));
    await holdPiece(page, pieceOf('band-steps'));
    await page.getByRole('link', { name: /All five/ }).click();
    // The only click of the session.
    await page.getByRole('button', { name: 'Turn on the camera' }).click();
  });
  afterAll(() => browser.close());

  /** Stands up, and takes the place for the other side. */
  const turnTo = async (piece: TruthPiece): Promise<void> => {
    for (const place of [pieceOf('standing'), piece]) {
      await holdPiece(page, place);
      await page.waitForTimeout(TURN_MS);
    }
  };

  it.each(PROGRAMME.map((step, index) => [step.name, step, index] as const))(
    'does %s, and goes on by itself or with a raised hand',
    async (name, { does }, index) => {
      const [first] = does;
      await holdPiece(page, pieceOf(first));
      await page.getByRole('heading', { level: 1, name }).waitFor({ state: 'attached', timeout: READY_MS });
      await stage(page, 'work').waitFor({ timeout: READY_MS });
      for (const [n, piece] of does.entries()) {
        if (n > 0) await turnTo(pieceOf(piece));
        await playPiece(page, pieceOf(piece));
      }
      if (index === PROGRAMME.length - 1) return;
      await stage(page, 'rest').waitFor({ timeout: CHANGE_MS });
      void playPiece(page, pieceOf('right-hand-up'));
      await stage(page, 'rest').waitFor({ state: 'hidden', timeout: CHANGE_MS });
    },
  );

  it('says that all is done, tells what it came to, and opens the review', async () => {
    await page.getByRole('heading', { name: 'All done' }).waitFor({ timeout: CHANGE_MS });
    await page
      .getByText(/^You held \d+ seconds on the left and 5 seconds on the right\.$/)
      .first()
      .waitFor();
    await page.waitForURL(/#\/review\//, { timeout: 40_000 });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as file' }).click(),
    ]);
    exported = JSON.parse(readFileSync(await download.path(), 'utf8')) as Exported;
    expect(exported.sets.map(({ exercise }) => exercise)).toEqual(PROGRAMME.map(({ exercise }) => exercise));
  });

  it.each(PROGRAMME.map((step, index) => [step.name, step, index] as const))(
    'kept of %s every repetition with its side and verdict, and nothing else',
    (_, { does }, index) => {
      const set = exported.sets[index];
      const truth = does.flatMap((piece) => pieceOf(piece).reps);
      expect(set?.reps.map(({ side }) => side)).toEqual(truth.map(({ side }) => side));
      const faults = set?.reps.map(({ verdicts }) =>
        NAMED_FAULTS.filter((fault) => verdicts[fault]?.verdict === 'fault'),
      );
      expect(faults).toEqual(truth.map((rep) => rep.faults));
      expect(set?.partials).toEqual([]);
      const held = set?.holds.map(({ side, breaks }) => ({ side, breaks }));
      const holds = does.flatMap((piece) => pieceOf(piece).holds ?? []);
      expect(held).toEqual(holds.map(({ side }) => ({ side, breaks: [] })));
    },
  );

  it('asked nothing of any other origin, and said nothing in the console', () => {
    expect(complaints.foreignRequests).toEqual([]);
    expect(complaints.console).toEqual([]);
  });
});
