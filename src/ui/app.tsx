// First: it sets the order of the cascade's layers.
import './theme/index.css';
import { useEffect } from 'preact/hooks';
import { EmptyState, Page } from './components/page';
import { ExerciseFigure } from './figures/exercise-figure';
import type { Route, Router } from './router';
import { AnalyseScreen } from './screens/analyse';
import { ChooseScreen } from './screens/choose';
import { HistoryScreen } from './screens/history';
import { LiveScreen } from './screens/live';
import { ReviewScreen } from './screens/review';
import type { Services } from './services';

/** The whole app: one screen per route. A new route starts at the top of the page. */
export function App({ router, services }: { router: Router; services: Services }) {
  const route = router.route.value;
  const { theme } = services.settings.current.value;
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    window.scrollTo(0, 0);
    document.title = titleOf(route);
  }, [route]);
  return <Screen route={route} router={router} services={services} />;
}

function Screen({ route, router, services }: { route: Route; router: Router; services: Services }) {
  switch (route.name) {
    case 'choose':
      return <ChooseScreen services={services} />;
    case 'live':
      return <LiveScreen key={location.hash} request={route} router={router} services={services} />;
    case 'review':
      return <ReviewScreen key={route.sessionId} id={route.sessionId} router={router} services={services} />;
    case 'history':
      return <HistoryScreen services={services} />;
    case 'analyse':
      return <AnalyseScreen services={services} />;
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
  history: 'History · Hipline',
  analyse: 'Analyse a video · Hipline',
  unknown: 'Not found · Hipline',
};

const titleOf = (route: Route): string => TITLES[route.name];
