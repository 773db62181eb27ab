import { HIP_DROP_LIMITS } from '../../../core/exercise/standard-checks';
import type * as en from '../en/screening';
import { ago, degrees } from '../../model/format';
import type { Words } from '../words';

const LIMIT = degrees(HIP_DROP_LIMITS.fault.value);

export const screening: Words<typeof en> = {
  screening: {
    title: 'Hüfttest',
    lead: 'Eine halbe Minute auf jedem Bein: Bleibt das Becken gerade? Mit dem Aufbau etwa fünf Minuten.',
    start: 'Test starten',
    again: 'Noch einmal testen',
    steps: {
      title: 'So geht es',
      list: [
        'Stell die Kamera auf Hüfthöhe, 2,5 bis 3 m entfernt, und etwas zum Festhalten in Reichweite.',
        'Hipline prüft das Bild und sieht sich an, wie du auf beiden Beinen stehst.',
        'Steh 30 Sekunden auf dem linken Bein, den anderen Fuß eine Handbreit über dem Boden.',
        'Ruh dich kurz aus und steh dann 30 Sekunden auf dem rechten Bein.',
      ],
    },
    result: 'Letztes Ergebnis',
    normalTitle: 'Was üblich ist',
    normal:
      'Die freie Seite des Beckens gerade oder etwas angehoben, 30 Sekunden lang (Hardcastle und Nade 1985, J Bone Joint Surg Br 67:741).',
    doubtTitle: 'Wie viel davon zu halten ist',
    doubt:
      'Beobachter dieses Tests sind sich nicht immer einig: Bei 36 Hüften stimmte, was ein Behandler sah, nur schwach mit den Kameras eines Labors überein (Chiropractic & Manual Therapies 2020, doi 10.1186/s12998-020-00344-3). Das hier hat eine Kamera an einem Tag gesehen. Es ist keine Diagnose; zeig es bei Schmerzen oder Zweifeln einer Physiotherapeutin oder einem Physiotherapeuten.',
    trend: 'Im Lauf der Zeit',
    onceIsNoTrend: 'Ab dem zweiten Test steht hier der Verlauf.',
    review: 'Die ganze Einheit ansehen',
    legs: { left: 'Stand auf dem linken Bein', right: 'Stand auf dem rechten Bein' },
    outcomes: {
      level: `Kein Absinken um ${LIMIT} oder mehr in 30 Sekunden.`,
      dropped: `Das Becken ist auf der freien Seite um ${LIMIT} oder mehr abgesunken.`,
      short: 'Kein Absinken, aber der Fuß kam vor Ablauf der 30 Sekunden auf den Boden.',
      'not-measured': 'Das Becken war nicht gut genug zu sehen, um es zu beurteilen.',
      'not-done': 'Nicht gemacht.',
    },
    firstDrop: 'Erstes Absinken',
    largestDrop: 'Größtes Absinken',
    stood: 'Gestanden',
  },
  firstDropWords: ({ outcome, firstDropS }) => {
    if (outcome === 'not-done' || outcome === 'not-measured') return '–';
    return firstDropS === null ? 'keines' : `nach ${Math.round(firstDropS)} s`;
  },
  largestDropWords: ({ largestDropDeg }) =>
    largestDropDeg === null ? '–' : largestDropDeg < 0.5 ? 'keines' : degrees(largestDropDeg),
  nextWords: (lastAt, nextAt, nowMs) => {
    if (lastAt === null || nextAt === null)
      return 'Noch nicht gemacht. Mit einem ersten Test werden spätere verglichen.';
    const last = `Zuletzt gemacht: ${ago(lastAt, nowMs)}.`;
    const days = Math.ceil((nextAt - nowMs) / 86_400_000);
    if (days <= 0) return `${last} Ein neuer kann zeigen, ob sich etwas verändert hat.`;
    return `${last} Am meisten sagt der nächste in ${days === 1 ? 'einem Tag' : `${days} Tagen`}: Kraft ändert sich über Wochen.`;
  },
};
