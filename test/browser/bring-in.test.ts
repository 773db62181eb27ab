import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { emptySession, emptySet, type SessionRecord } from '../../src/core/session/record';
import { exportSession } from '../../src/storage/exchange';
import { violationsOn } from '../support/accessibility';
import { usePreview } from '../support/preview';
import { openScreen, type ScreenName } from '../support/preview-screens';
import { aSetStart, aStart, EVENING, repRecord } from '../support/session-builders';

const exported = exportSession({
  ...emptySession('from-a-file', aStart()),
  ended: 'finished',
  endedAt: EVENING,
  sets: [{ ...emptySet(1, aSetStart()), reps: [repRecord(1), repRecord(2)] }],
});

let page: Page;

usePreview((preview) => {
  ({ page } = preview);
});

const open = (screen: ScreenName) => openScreen(page, screen);

describe('bringing saved sessions back in', () => {
  const choose = (name: string, text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

  it('shows a session from a file at once, and says when it is here already', async () => {
    await open('empty history');
    await choose('mine.json', exported);
    await page.getByRole('heading', { name: /^Brought in: Curtsy lunge/ }).waitFor();
    await page.getByRole('link', { name: /Curtsy lunge.*2 reps/ }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await choose('mine.json', exported);
    await page.getByRole('heading', { name: 'This session is already here' }).waitFor();
    await page.getByRole('link', { name: 'Show it' }).click();
    await page.getByRole('heading', { level: 1, name: 'Curtsy lunge' }).waitFor();
  });

  it('asks before it keeps another state beside the one that is here', async () => {
    await open('empty history');
    await choose('mine.json', exported);
    await page.getByRole('heading', { name: /^Brought in/ }).waitFor();
    await choose(
      'old.json',
      exported.replace('"correctedReps":null', '"correctedReps":{"left":9,"right":9}'),
    );
    await page.getByRole('heading', { name: 'Another state of this session is already here' }).waitFor();
    expect(await page.locator('.entry').count()).toBe(1);
    await page.getByRole('button', { name: 'Keep both' }).click();
    await expect.poll(() => page.locator('.entry').count()).toBe(2);
  });

  it('tells of many imported sessions in one', async () => {
    const other = exportSession({ ...(JSON.parse(exported) as SessionRecord), id: 'another' });
    await open('empty history');
    await page.locator('input[type=file]').setInputFiles(
      [exported, other, '{}'].map((text, index) => ({
        name: `${index}.json`,
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      })),
    );
    await page.getByRole('heading', { name: '2 sessions brought in' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(1);
    expect(await violationsOn(page)).toEqual([]);
  });

  it.each([
    ['cut off', exported.slice(0, 200), 'This file is cut off, or of another kind'],
    ['something else', '{"schema":"hipline.analysis/1"}', 'This file is no session of Hipline'],
    ['spoilt', exported.replace('"side":"left"', '"side":"up"'), 'This session’s file is damaged'],
    ['newer', exported.replace('session/1', 'session/7'), 'This was written by a newer Hipline'],
  ])('says what is wrong with a file that is %s, and what to do', async (_name, text, title) => {
    await open('history');
    const before = await page.locator('.entry').count();
    await choose('file.json', text);
    await page.getByRole('alert').filter({ hasText: title }).filter({ hasText: 'file.json' }).waitFor();
    expect(await page.locator('.entry').count()).toBe(before);
  });
});
