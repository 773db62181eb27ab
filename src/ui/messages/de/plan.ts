import type { NextReason } from '../../../core/plan/plan-stand';
import { locale } from '../../language';
import type * as en from '../en/plan';
import type { Words } from '../words';

const REASONS: Readonly<Record<NextReason, string>> = {
  begin: 'Der Plan beginnt mit seinem ersten Tag. Einzurichten ist nichts.',
  'begin-anew': 'Es ist acht Wochen her oder länger, deshalb beginnt der Plan neu, mit seiner ersten Woche.',
  'go-on': 'Der letzte Tag war vollständig, deshalb geht die Woche weiter.',
  forward: 'Drei vollständige Tage sind getan, deshalb beginnt die nächste Woche.',
  wait: 'Die drei Tage dieser Woche sind getan. Ein weiterer Tag mit denselben Zahlen ist möglich.',
  unfinished: 'Der letzte Tag war nicht vollständig, deshalb kommt dasselbe noch einmal.',
  amber: 'Der letzte Tag tat etwas weh, deshalb kommt dasselbe noch einmal.',
  red: 'Der letzte Tag tat zu sehr weh, deshalb geht es eine Woche zurück. Lass weg, was wehtut, und zeig es in einer Physiotherapie, wenn es bleibt.',
  missed: 'Eine Woche ist ausgefallen, deshalb geht es eine Woche zurück.',
  'keep-up': 'Was sie gebracht haben, wird mit den Zahlen der letzten Woche erhalten.',
};

export const plan: Words<typeof en> = {
  planWords: {
    title: 'Plan',
    lead: 'Acht Wochen für die Hüften von Läufern, drei Tage in der Woche. Er richtet sich nach dem, was du getan hast, und geht nie mehr als einen kleinen Schritt weiter.',
    next: 'Was als Nächstes kommt',
    start: 'Starten',
    take: 'Diese Zahlen nehmen',
    taken: 'Das Programm hat diese Zahlen.',
    takeHint:
      'Das Programm nimmt sie für seine Sätze. Pause, Reihenfolge und erste Seite bleiben, wie du sie hast.',
    replace: 'Meine auch ersetzen',
    keep: 'Meine behalten',
    table: 'Die acht Wochen',
    tableAbout:
      'Sätze und Wiederholungen, oder Sekunden, auf jeder Seite. Beim Marsch und beim Ausfallschritt: auf beiden Seiten zusammen.',
    week: 'Woche',
    weekDone: 'getan',
    coach: 'Wahl des Trainers',
    optional: 'Kann wegfallen',
    source:
      'Die fett gesetzten Mengen sind die einer veröffentlichten Studie mit 24 Läuferinnen (McKay 2020, J Orthop Surg Res 15:188, Tabelle 2). Ihre Gruppen unterschieden sich nicht; sie sagt also, was Menschen getan haben, und nicht, was es für dich bewirkt. Dort folgten die Übungen aufeinander; dass sie hier nebeneinander stehen, und die Schritte dazwischen, ist unsere Wahl. Marsch und Ausfallschritt sind die Wahl des Trainers.',
    rules:
      'Eine Woche geht in die nächste über nach drei vollständigen Tagen, deren Schmerz im grünen Bereich blieb. Ein Tag, der nicht vollständig war, zählt als Training und kommt noch einmal. Eine ausgefallene Woche führt eine Woche zurück; nach acht ausgefallenen beginnt der Plan neu.',
    origins: {
      published: 'wie veröffentlicht',
      between: 'ein Schritt dazwischen',
      coach: 'Wahl des Trainers',
    },
    see: 'Zum Plan',
  },
  doseWords: (of, amount, sets) => (of === 'holdS' ? `${sets} × ${amount} s` : `${sets} × ${amount}`),
  standWords: ({ week, daysDone, reason, waitDays }) => {
    if (reason === 'keep-up') return 'Alle acht Wochen sind getan';
    if (reason === 'wait') {
      return waitDays === 1
        ? `Woche ${week} ist getan, Woche ${week + 1} beginnt morgen`
        : `Woche ${week} ist getan, Woche ${week + 1} beginnt in ${waitDays} Tagen`;
    }
    return `Woche ${week}, Tag ${daysDone + 1} von 3`;
  },
  reasonWords: ({ reason }) => REASONS[reason],
  daysDoneWords: (done, of) => `${done} von ${of} Tagen`,
  askReplace: (names) => ({
    title: 'Einige Zahlen sind deine eigenen',
    todo: `Du hast sie selbst eingestellt für: ${new Intl.ListFormat(locale).format(names)}. Sie sind geblieben, wie sie sind. Durch die des Plans ersetzen?`,
  }),
  feltWords: {
    title: 'Wie war es?',
    hint: 'Je ein Tippen, oder gar nichts. Es bleibt bei der Einheit, nur auf diesem Gerät.',
    scales: {
      pain: {
        name: 'Schmerz',
        legend: 'Stärkster Schmerz dabei',
        least: 'keiner',
        most: 'der stärkste, den es gibt',
      },
      effort: { name: 'Anstrengung', legend: 'Wie anstrengend es war', least: 'Ruhe', most: 'alles' },
    },
    takeBack: { pain: 'Schmerz zurücknehmen', effort: 'Anstrengung zurücknehmen' },
    lights: {
      green: 'Grün: Schmerz bis 2 gilt als unbedenklich.',
      amber:
        'Gelb: Schmerz von 3 bis 5 gilt als annehmbar, wenn er am nächsten Morgen weg ist. Der Plan bleibt, wo er ist.',
      red: 'Rot: Schmerz ab 6 gilt als zu viel. Der Plan geht eine Woche zurück; wenn es bleibt, zeig es in einer Physiotherapie.',
    },
    rule: 'Eine Faustregel für Schmerz beim Training (Thomeé 1997, Phys Ther 77:1690; Silbernagel 2007, Am J Sports Med 35:897) und keine Diagnose.',
    trend: 'Schmerz und Anstrengung',
    trendAbout: 'Was du nach jeder Einheit gesagt hast, von 0 bis 10. Ab der Linie gilt Schmerz als zu viel.',
    trendLabel: (sessions) =>
      sessions === 1
        ? 'Schmerz und Anstrengung nach 1 Einheit. Die Zahlen stehen in der Tabelle darunter.'
        : `Schmerz und Anstrengung nach ${sessions} Einheiten. Die Zahlen stehen in der Tabelle darunter.`,
    trendTable: 'Schmerz und Anstrengung als Tabelle',
    day: 'Tag',
    notSaid: 'nicht gesagt',
  },
};
