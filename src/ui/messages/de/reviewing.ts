import type { Side } from '../../../core/units';
import type * as en from '../en/reviewing';
import type { Words } from '../words';

const reps = (value: number): string => (value === 1 ? '1 Wiederholung' : `${value} Wiederholungen`);
const times = (value: number): string => (value === 1 ? 'einmal' : `${value}-mal`);
const letter = (side: Side): string => (side === 'left' ? 'L' : 'R');

export const reviewing: Words<typeof en> = {
  holds: {
    lying: {
      sides: { left: 'Linke Seite unten', right: 'Rechte Seite unten' },
      level: 'die Hüfte blieb in der Linie',
      sank: (sags) => `die Hüfte ist ${times(sags)} durchgesackt`,
      tile: 'Hüfte durchgesackt',
      why: 'Hüfte durchgesackt',
    },
    standing: {
      sides: { left: 'Auf dem linken Bein', right: 'Auf dem rechten Bein' },
      level: 'das Becken blieb waagerecht',
      sank: (drops) => `das Becken ist ${times(drops)} abgesunken`,
      tile: 'Becken abgesunken',
      why: 'Becken abgesunken',
    },
  },
  headline: {
    allClean: (total) =>
      total === 1 ? '1 Wiederholung, und sie war sauber.' : `${reps(total)}, alle sauber.`,
    noneJudged: (total) => `${reps(total)} gezählt; in dem, was die Kamera beurteilen konnte, war nichts.`,
    someJudged: (total, clean) =>
      `${reps(total)}, ${clean} sauber; in den anderen war nichts, soweit sie beurteilt wurden.`,
    hadFault: (flagged, total, legs) => {
      const found = `${flagged} von ${reps(total)} mit einem Fehler.`;
      if (legs.length === 2) return `${found} Achte auf beide Beine.`;
      if (legs.length === 0) return found;
      return `${found} Achte auf das ${legs[0] === 'left' ? 'linke' : 'rechte'} Bein.`;
    },
    nothing: 'Es wurde nichts gezählt.',
    held: (inPosition, what) => `${inPosition} in Position, ${what}.`,
    legNotJudged: 'Nicht beurteilt.',
    legFine: (judged) =>
      judged === 1
        ? 'In 1 beurteilten Wiederholung nichts gefunden.'
        : `In ${judged} beurteilten Wiederholungen nichts gefunden.`,
    wholeBody: 'Ganzer Körper',
    foundOfLeg: (what, flagged, judged, worst) => {
      const often = flagged === judged ? `in allen ${judged}` : `in ${flagged} von ${judged}`;
      return worst === null ? `${what}: ${often}.` : `${what}: ${often}, höchstens ${worst}.`;
    },
    foundOfBody: (what, flagged, judged) =>
      `${what}: in ${flagged === judged ? `allen ${judged}` : `${flagged} von ${judged}`}.`,
    couldNotJudge: (parts) => `Die Kamera konnte nicht beurteilen: ${parts.join('; ')}.`,
    openPart: (fault, open, all, reasons) =>
      `${fault} ${open === all ? 'überhaupt nicht' : `in ${open} von ${all} Fällen`} (${reasons.join(', ')})`,
  },
  outcomes: {
    words: {
      clean: 'sauber',
      partly: 'nichts gefunden',
      'not-seen': 'nicht beurteilt',
      partial: 'nicht ganz',
    },
    notCounted: (why) => `Nicht gezählt: ${why}.`,
    clean: 'Sauber in allem, was beurteilt wird.',
    partly: 'In dem, was beurteilt wurde, nichts gefunden.',
    notSeen: 'Nichts wurde beurteilt.',
    found: (faults) => `Gefunden: ${faults.join('; ')}.`,
    couldNotJudge: (faults) => `Nicht zu beurteilen: ${faults.join('; ')}.`,
    partial: 'Unvollständig',
    repetition: (n) => `Wiederholung ${n}`,
    repetitionOf: (n, side) => `Wiederholung ${n}${letter(side)}`,
    short: (n, side) => `${n}${letter(side)}`,
    letters: { left: 'L', right: 'R' },
    hold: (n) => `Halten ${n}`,
    nothingFound: (name) => `${name}: nichts gefunden`,
  },
  patternWords: {
    always: (what) => `${what}: in jeder Wiederholung.`,
    throughout: (what) => `${what}: von den ersten Wiederholungen an.`,
    from: (what, n) => `${what}: ab Wiederholung ${n}.`,
    difference: (difference, more, less) => `${difference} mehr ${more} als ${less}: ein klarer Unterschied.`,
    notJudged: (value) => `${value} nicht beurteilt`,
    flagged: (flagged, judged, notSeen) =>
      `${flagged === 0 ? 'keine' : flagged} von ${judged} auffällig${notSeen === 0 ? '' : `, ${notSeen} nicht beurteilt`}`,
    mean: (value) => `${value} im Mittel`,
  },
  tables: {
    asTable: (name) => `${name} als Tabelle`,
    inPosition: 'In Position',
    counted: 'Gezählt',
    clean: 'Sauber',
    of: (some, all) => `${some} von ${all}`,
    eachTook: 'Dauer je Wdh.',
    withWorst: (some, all, worst) => `${some} von ${all}, höchstens ${worst}`,
    noneOf: (all) => `keine von ${all}`,
    notJudged: 'nicht beurteilt',
    notMeasured: 'nicht gemessen',
    leg: 'Bein',
    held: 'In Position gehalten',
    longest: 'Am längsten',
    firstDropAfter: 'Erstes Absinken nach',
    noDrop: 'kein Absinken',
    cleanOfJudged: (clean, judged) => `${clean} von ${judged} beurteilten`,
    flaggedOf: (flagged, judged) => `${flagged} von ${judged} auffällig`,
    withMean: (flagged, mean) => `${flagged}; Mittel ${mean}`,
    day: 'Tag',
    repetition: 'Wiederholung',
    largest: 'Größter Wert',
    likely: '95 von 100 wahren Werten liegen',
    between: (low, high) => `${low} bis ${high}`,
    flaggedFrom: 'Auffällig ab',
    at: 'Bei',
    side: 'Seite',
    from: 'Ab',
    took: 'Dauer',
    saw: 'Was die Kamera gesehen hat',
    partial: (n) => `unvollständig ${n}`,
    sideBySide: 'Die Sätze nebeneinander',
    tableOf: (name) => `${name}, Tabelle`,
    set: 'Satz',
    setN: (n) => `Satz ${n}`,
    byExercise: 'Übung für Übung',
    repsAsTable: 'Die Wiederholungen als Tabelle',
  },
  curves: {
    'hip-drop': {
      title: 'Becken',
      reading: 'Grad unter der Waagrechten auf der freien Seite, oder unter der geraden Linie',
    },
    'knee-collapse': { title: 'Knie', reading: 'Grad nach innen' },
    flaggedFrom: (value, line) => `${value} (auffällig ab ${line})`,
    unseen: 'Die Kamera hat das nicht sicher genug gesehen, um es zu zeichnen.',
    peaks: (exercise, fault) =>
      `${exercise}: ${fault} in jeder Wiederholung. Die Tabelle enthält die Summen.`,
    trend: (measure, count) =>
      `${measure}, linkes und rechtes Bein, über ${count} Einheiten. Die Tabelle enthält die Zahlen.`,
  },
  stats: {
    counted: 'Gezählt',
    clean: 'Sauber',
    of: (all) => `von ${all}`,
    tempo: 'Tempo',
    partial: (value) => `${value} unvollständig`,
    countedNote: (each, own) =>
      own === null ? each.join(' · ') : `${each.join(' · ')}. Du hast ${own} gezählt`,
    nothingToJudge: 'nichts zu beurteilen',
    everythingJudged: 'alles wurde beurteilt',
    flaggedNotAllJudged: 'bei den auffälligen wurde nicht alles beurteilt',
    noneJudged: 'die Kamera konnte sie nicht beurteilen',
    notFullyJudged: (value) => `${value} konnte die Kamera nicht ganz beurteilen`,
    asSeen: 'wie die Kamera es gesehen hat',
    worst: (worst, n) => `höchstens ${worst}, in Wiederholung ${n}`,
    pace: (isEven, fastest, slowest) =>
      `${isEven ? 'gleichmäßig' : 'ungleichmäßig'}, von ${fastest} bis ${slowest} s`,
    inPosition: 'in Position',
    longestStretch: 'Am längsten',
    withoutBreak: 'ohne Unterbrechung',
    noSag: 'soweit die Kamera sah, nie',
    clockStood: 'solange stand die Uhr',
    barCounted: (counted, partial) => `${counted} gezählt${partial > 0 ? `, ${partial} unvollständig` : ''}`,
    barFaults: (flagged, judged) => `Fehler in ${flagged} von ${judged} beurteilten`,
  },
  setReview: {
    holds: 'Halten',
    noHold: 'Es wurde kein Halten gesehen.',
    noRep: 'In diesem Satz wurde keine Wiederholung gesehen.',
    everyRep: 'Jede Wiederholung',
    ownCount: 'Deine eigene Zählung',
    ownCountAbout: (left, right) =>
      `Hipline hat links ${left} und rechts ${right} gezählt. Hast du anders gezählt, sag es: Beide Zahlen bleiben.`,
    keepOwn: 'Meine Zählung behalten',
    holdOf: (n, side) => `Halten ${n}, ${side === 'left' ? 'links' : 'rechts'}`,
    heldUnbroken: (inPosition) => `${inPosition} in Position, ohne Unterbrechung`,
    heldBroken: (inPosition, breaks, why) =>
      `${inPosition} in Position, ${breaks === 1 ? '1 Unterbrechung' : `${breaks} Unterbrechungen`} (${why})`,
    momentOf: (at, length) => `${at} s von ${length} s`,
  },
};
