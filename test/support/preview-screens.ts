import type { Page } from 'playwright-core';
import { visitPreview } from './preview';

/** Every screen with made-up data: address after the preview page's. */
export const SCREENS = {
  choose: '#/',
  'choose with a newer version': '?newer=1#/',
  placing: '?live=placing#/live?exercise=side-plank',
  starting: '?live=starting#/live?exercise=hip-hike',
  'set-up': '?live=setup#/live?exercise=hip-hike',
  countdown: '?live=countdown#/live?exercise=hip-hike',
  work: '?live=work#/live?exercise=kettlebell-march',
  'work with a fault': '?live=fault#/live?exercise=kettlebell-march',
  'work unseen': '?live=unseen#/live?exercise=kettlebell-march',
  'which exercise': '?live=offer#/live?exercise=auto',
  hold: '?live=hold#/live?exercise=side-plank',
  rest: '?live=rest#/live?exercise=kettlebell-march',
  'changing over': '?live=change#/live?exercise=programme',
  'placing of all five': '?live=placing#/live?exercise=programme',
  'camera lost': '?live=lost#/live?exercise=kettlebell-march',
  'review of repetitions': '#/review/march-now',
  'review of sets': '#/review/steps',
  'review of holds': '#/review/plank',
  'review of nothing': '#/review/none',
  history: '#/history',
  'empty history': '?empty=1#/history',
  analyse: '#/analyse',
  'not found': '#/live?exercise=squat',
  // Further ones for fingers: what is chosen, planned and read.
  plan: '#/plan',
  'hip test': '#/screening',
  'what this browser can do': '#/browser',
} as const;
export type ScreenName = keyof typeof SCREENS;
export const SCREEN_NAMES = Object.keys(SCREENS) as ScreenName[];
/** Those in front of the camera, and the others. */
export const LIVE_SCREENS = SCREEN_NAMES.filter((name) => SCREENS[name].includes('#/live'));
export const PAGES = SCREEN_NAMES.filter((name) => !LIVE_SCREENS.includes(name));

/** Opens the screen anew, with its fonts there. */
export async function openScreen(
  page: Page,
  screen: ScreenName,
  theme: 'light' | 'dark' = 'dark',
): Promise<void> {
  const [query = '', hash = ''] = SCREENS[screen].split('#');
  const themed = `${query === '' ? '?' : `${query}&`}theme=${theme}#${hash}`;
  await visitPreview(page, themed, '#app main');
}
