// First: it sets the order of the cascade's layers.
import './theme/index.css';
import { useEffect, useMemo } from 'preact/hooks';
import { EmptyState, Page } from './components/page';
import { ExerciseFigure } from './figures/exercise-figure';
import type { Route, Router } from './router';
import { ChooseScreen } from './screens/choose';
import { createScreens, type Screens } from './screens/lazy';
import type { AppServices } from './services';

/** The whole app: one screen per route. A new route starts at the top of the page. */
export function App({ router, services }: { router: Router; services: AppServices }) {
  const route = router.route.value;
  const screens = useMemo(() => createScreens(services), [services]);
  useEffect(() => screens.preloadWhenIdle(), [screens]);
  const { theme } = services.settings.current.value;
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    window.scrollTo(0, 0);
    document.title = titleOf(route);
  }, [route]);
  return <Screen route={route} router={router} services={services} screens={screens} />;
}

interface ScreenProps {
  readonly route: Route;
  readonly router: Router;
  readonly services: AppServices;
  readonly screens: Screens;
}

function Screen({ route, router, services, screens }: ScreenProps) {
  switch (route.name) {
    case 'choose':
      return <ChooseScreen services={services} />;
    case 'live':
      return <screens.Live key={location.hash} request={route} router={router} />;
    case 'review':
      return (
        <screens.Review key={route.sessionId} id={route.sessionId} router={router} services={services} />
      );
    case 'summary':
      return <screens.Summary key={route.sessionId} id={route.sessionId} services={services} />;
    case 'history':
      return <screens.History services={services} />;
    case 'screening':
      return <screens.Screening services={services} />;
    case 'plan':
      return <screens.Plan services={services} />;
    case 'analyse':
      return <screens.Analyse />;
    case 'browser':
      return <screens.Browser />;
    case 'unknown':
      return <UnknownScreen route={route} />;
  }
}

function UnknownScreen({ route }: { route: Extract<Route, { name: 'unknown' }> }) {
  return (
    <Page title="Not found">
      <EmptyState
        title={
          route.why === 'exercise'
            ? `There is no exercise “${route.value}”`
            : 'There is nothing at this address'
        }
        figure={<ExerciseFigure exercise="auto" />}
      >
        <p>Choose one of the five, or just start moving.</p>
      </EmptyState>
    </Page>
  );
}

const TITLES: Readonly<Record<Route['name'], string>> = {
  choose: 'Hipline',
  live: 'Training · Hipline',
  review: 'Review · Hipline',
  summary: 'Summary · Hipline',
  history: 'History · Hipline',
  screening: 'Hip test · Hipline',
  plan: 'Plan · Hipline',
  analyse: 'Analyse a video · Hipline',
  browser: 'What this browser can do · Hipline',
  unknown: 'Not found · Hipline',
};

const titleOf = (route: Route): string => TITLES[route.name];
