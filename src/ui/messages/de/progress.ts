import { MINIMAL_CHANGE } from '../../../core/session/trend';
import type * as en from '../en/progress';
import { formatMeasure } from '../../model/measure-format';
import type { Words } from '../words';

const days = (value: number): string => (value === 1 ? '1 Tag' : `${value} Tage`);
const sessions = (value: number): string => (value === 1 ? '1 Einheit' : `${value} Einheiten`);

export const progress: Words<typeof en> = {
  measures: {
    'hip-drop': {
      name: 'Absinken des Beckens',
      about:
        'Mittel der tiefsten Momente jeder Wiederholung, oder der tiefste eines Haltens, nach dem Bein, das das Gewicht trägt.',
    },
    'knee-collapse': {
      name: 'Knie nach innen (FPPA)',
      about: 'Mittel der schlechtesten Momente jeder Wiederholung, nach dem Knie, das beurteilt wurde.',
    },
    clean: {
      name: 'Anteil sauber',
      about: 'Wiederholungen ohne Fehler dieses Beins, von denen, in denen es beurteilt wurde.',
    },
    reps: {
      name: 'Wiederholungen',
      about: 'In einer Einheit gezählt, nach der Seite der Wiederholung.',
    },
    hold: { name: 'Längstes Halten', about: 'Zeit in Position, ohne dass die Uhr stehen blieb.' },
  },
  changeWords: (measure, side, { before, now, isChange }) => {
    const from = formatMeasure(measure, before);
    const to = formatMeasure(measure, now);
    const values = `${side === 'left' ? 'Linkes Bein' : 'Rechtes Bein'}: anfangs ${from}, jetzt ${to}`;
    if (isChange === null) return `${values}.`;
    if (isChange) return `${values}. Das ist eine Veränderung.`;
    return from === to ? `${values}. Keine Veränderung.` : `${values}. Zu knapp für eine Veränderung.`;
  },
  leastChangeWords: (measure, occasions) => {
    const compared =
      occasions === 1
        ? 'Die erste Einheit gegen die letzte.'
        : `Das Mittel der ersten ${occasions} Einheiten gegen die letzten ${occasions}.`;
    const least = MINIMAL_CHANGE[measure];
    if (least) {
      return `${compared} Weniger als ${least.value}° Unterschied ergibt schon zweimal Messen (${least.source}).`;
    }
    return measure === 'clean'
      ? `${compared} Als Veränderung gilt nur, was durch Zufall seltener als einmal in zwanzig Fällen vorkäme.`
      : `${compared} Gezählt oder gestoppt: Der Unterschied ist, was getan wurde, keine Schätzung.`;
  },
  periods: { all: 'Gesamte Zeit', year: '12 Monate', quarter: '3 Monate', month: '4 Wochen' },
  progress: {
    title: 'Fortschritt',
    allExercises: 'Alle Übungen',
    exercise: 'Übung',
    period: 'Zeitraum',
    mostFrequent: 'Die Übung, die du am häufigsten machst. Wähle neben der Überschrift eine andere.',
    noTrend: 'Ab der zweiten Einheit einer Übung steht hier ihr Verlauf.',
    eachPoint: (count) => `Jeder Punkt ist das Mittel ${count === 1 ? 'eines Tages' : `von ${count} Tagen`}.`,
  },
  week: {
    title: 'Diese Woche',
    none: 'Kein Wochenziel',
    goal: 'Tage pro Woche',
    days,
    recent: 'Trainingstage der letzten zwölf Wochen',
    recentLabel: (weeks) =>
      `Trainingstage in jeder der letzten ${weeks.length} Wochen, die älteste zuerst: ${weeks.join(', ')}`,
    done: (done, goal) => {
      if (goal === 0 || done > goal) return days(done);
      return goal === 1 ? `${done} von 1 Tag` : `${done} von ${goal} Tagen`;
    },
    streak: (weeks) => (weeks < 2 ? '' : `${weeks} Wochen in Folge`),
  },
  deletion: {
    select: 'Auswählen',
    done: 'Fertig',
    all: 'Alle auswählen',
    none: 'Keine auswählen',
    remove: (count) => `${sessions(count)} löschen`,
    chooseHint: 'Wähle Einheiten zum Löschen oder Speichern.',
    deleted: (count) => `${sessions(count)} gelöscht`,
    todo: 'Du kannst sie zurückholen, bis du diese Meldung schließt.',
    todoOne: 'Du kannst sie zurückholen, bis du diese Meldung schließt.',
    undo: 'Rückgängig',
    close: 'Schließen',
  },
};
