import type { ComponentProps, ComponentType } from 'preact';
import { lazyScreen } from '../lazy-screen';
import type { HistoryScreen } from './history';
import type { LiveScreen } from './live';
import type { PlanScreen } from './plan';
import type { ReviewScreen } from './review';
import type { ScreeningScreen } from './screening';
import type { SummaryScreen } from './summary';
import type { AppServices, Services } from '../services';

type LiveProps = Omit<ComponentProps<typeof LiveScreen>, 'services'>;

/** Every screen but the first, each loaded when it is needed, or when the page has nothing else to do. */
export interface Screens {
  readonly Live: ComponentType<LiveProps>;
  readonly Analyse: ComponentType;
  readonly Browser: ComponentType;
  readonly Review: ComponentType<ComponentProps<typeof ReviewScreen>>;
  readonly Screening: ComponentType<ComponentProps<typeof ScreeningScreen>>;
  readonly Plan: ComponentType<ComponentProps<typeof PlanScreen>>;
  readonly Summary: ComponentType<ComponentProps<typeof SummaryScreen>>;
  readonly History: ComponentType<ComponentProps<typeof HistoryScreen>>;
  /** Fetches them one after the other. Gives what ends it. */
  preloadWhenIdle(): () => void;
}

/** Time for the first screen to be drawn and answer, where the browser does not tell when it is idle. */
const IDLE_AFTER_MS = 1500;

export function createScreens(services: AppServices): Screens {
  const everything = async (): Promise<Services> => ({ ...services, ...(await services.loadTraining()) });
  const live = lazyScreen<LiveProps>(async () => {
    const [{ LiveScreen: Loaded }, all] = await Promise.all([import('./live'), everything()]);
    return (props) => <Loaded {...props} services={all} />;
  });
  const analyse = lazyScreen(async () => {
    const [{ AnalyseScreen }, all] = await Promise.all([import('./analyse'), everything()]);
    return () => <AnalyseScreen services={all} />;
  });
  const review = lazyScreen(async () => (await import('./review')).ReviewScreen);
  const screening = lazyScreen(async () => (await import('./screening')).ScreeningScreen);
  const plan = lazyScreen(async () => (await import('./plan')).PlanScreen);
  const summary = lazyScreen(async () => (await import('./summary')).SummaryScreen);
  const history = lazyScreen(async () => (await import('./history')).HistoryScreen);
  const browser = lazyScreen(async () => {
    const { BrowserScreen } = await import('./browser');
    return () => <BrowserScreen />;
  });
  return {
    Live: live.Screen,
    Analyse: analyse.Screen,
    Browser: browser.Screen,
    Review: review.Screen,
    Screening: screening.Screen,
    Plan: plan.Screen,
    Summary: summary.Screen,
    History: history.Screen,
    preloadWhenIdle: () => {
      const timer = setTimeout(() => {
        void (async () => {
          for (const screen of [live, review, history, analyse, screening, plan, summary, browser])
            await screen.preload();
        })();
      }, IDLE_AFTER_MS);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}
