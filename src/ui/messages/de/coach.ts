import type { CoachWords, CountedAs } from '../../../core/coach/coach-words';
import type { Side } from '../../../core/units';

const seconds = (value: number): string => (value === 1 ? '1 Sekunde' : `${value} Sekunden`);
const sideOf = (side: Side): string => (side === 'left' ? 'links' : 'rechts');
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} und ${names.at(-1) ?? ''}`;
const counted = ({ side, n }: CountedAs): string => (side === null ? `Nummer ${n}` : `${sideOf(side)} ${n}`);

export const coach: CoachWords = {
  faults: {
    'hip-drop': { short: 'Becken gerade', long: 'Die Hüfte sinkt ab: Halte das Becken gerade.' },
    'knee-collapse': {
      short: '{linkes|rechtes} Knie raus',
      long: 'Das {linke|rechte} Knie fällt nach innen: Drück es nach außen über den Fuß.',
    },
    'trunk-lean': { short: 'Bleib aufrecht', long: 'Der Rumpf neigt sich: Mach dich groß.' },
    'partial-range': { short: 'Tiefer', long: 'Nutze den ganzen Weg der Bewegung.' },
    'stance-knee-bent': {
      short: '{linkes|rechtes} Knie strecken',
      long: 'Halte das {linke|rechte} Knie gestreckt.',
    },
    'standing-tall': { short: 'Tiefer bleiben', long: 'Bleib die ganze Zeit leicht in der Hocke.' },
    'feet-together': { short: 'Füße auseinander', long: 'Halte das Band straff: Füße nicht schließen.' },
    'not-crossed': { short: 'Weiter kreuzen', long: 'Setz den Fuß weiter nach hinten und hinüber.' },
    'too-fast': { short: 'Langsamer', long: 'Nimm dir Zeit auf dem Weg nach unten.' },
  },
  partials: {
    'not-deep-enough': { short: 'Zählt nicht: tiefer', long: 'Nicht gezählt: Geh tiefer.' },
    'not-crossed': {
      short: 'Zählt nicht: kreuzen',
      long: 'Nicht gezählt: Setz den Fuß weiter nach hinten und hinüber.',
    },
    'not-lifted': { short: 'Zählt nicht: höher', long: 'Nicht gezählt: Heb höher.' },
    'not-lowered': {
      short: 'Zählt nicht: erst senken',
      long: 'Nicht gezählt: Lass die Hüfte erst absinken.',
    },
    'not-travelled': {
      short: 'Zählt nicht: nachsetzen',
      long: 'Nicht gezählt: Lass den anderen Fuß nachkommen.',
    },
    interrupted: { short: 'Zählt nicht', long: 'Nicht gezählt: Die Bewegung brach ab.' },
  },
  lost: {
    'not-tracked': { short: 'Ich sehe dich nicht', long: 'Komm zurück ins Bild.' },
    'turned-away': { short: 'Schau zur Kamera', long: 'Dreh dich zur Kamera.' },
    'out-of-picture': { short: 'Geh zurück', long: 'Du bist nicht ganz im Bild: Geh ein Stück zurück.' },
    'too-dark': { short: 'Zu dunkel', long: 'Zu dunkel, um dich zu sehen: Mach Licht an.' },
    'too-uncertain': { short: 'Ich sehe schlecht', long: 'Die Kamera sieht dich nicht gut genug.' },
    'no-stance-yet': {
      short: 'Steh still',
      long: 'Steh einen Moment still, damit dein eigener Stand gemessen werden kann.',
    },
    'other-person': {
      short: 'Noch jemand im Bild',
      long: 'Noch jemand ist im Bild: Das Zählen wartet auf dich.',
    },
  },
  regained: { short: 'Ich sehe dich', long: 'Du bist wieder im Bild.' },
  ready: { short: 'Bereit', long: 'Bereit: Fang an.' },
  hold: { short: 'Halten', long: 'Halten.' },
  timerOn: { short: 'Uhr läuft', long: 'Die Uhr läuft weiter.' },
  timerPaused: 'Uhr steht',
  timerPausedWhy: (why) => `Die Uhr steht. ${why}`,
  held: (value) => ({ short: `${seconds(value)} gehalten`, long: `${seconds(value)} gehalten.` }),
  better: { short: 'Besser', long: 'Besser: Das war sauber.' },
  goodForm: (reps) => ({ short: 'Sehr sauber', long: `${reps} saubere Wiederholungen in Folge.` }),
  recognised: (exercise) => ({ short: exercise, long: `${exercise}.` }),
  otherExercise: (exercise) => ({
    short: 'Andere Übung',
    long:
      exercise === null
        ? 'Nicht gezählt: Das ist eine andere Bewegung.'
        : `Nicht gezählt: Das sieht nach ${exercise} aus.`,
  }),
  unsure: (exercises) => ({
    short: 'Unklar, was das ist',
    long: exercises.length === 0 ? 'Unklar, was das ist.' : `Nicht sicher: ${exercises.join(' oder ')}?`,
  }),
  countOf: (side, n) => `${sideOf(side)} ${n}`,
  changeSide: (to) => ({
    short: `Jetzt ${sideOf(to)}`,
    long: to === 'left' ? 'Jetzt die linke Seite.' : 'Jetzt die rechte Seite.',
  }),
  nextExercise: (name, equipment) => ({
    short: equipment === null ? `Als Nächstes: ${name}` : `Als Nächstes: ${name}. Du brauchst: ${equipment}`,
    long: `Als Nächstes: ${name}.`,
  }),
  moveCamera: {
    'standing-front': 'Stell die Kamera wieder auf Hüfthöhe',
    'lying-side': 'Stell die Kamera auf den Boden und leg dich quer ins Bild',
  },
  getInPlace: (exercise) => ({ short: exercise, long: `${exercise}: Geh in Position.` }),
  beginSet: (n) => ({ short: `Satz ${n}, los`, long: `Satz ${n}: Fang an.` }),
  setDone: (n, of) => ({ short: 'Pause', long: `Satz ${n} von ${of} geschafft. Pause.` }),
  allDone: { short: 'Geschafft', long: 'Alle Sätze geschafft.' },
  holdLeft: (value) => ({
    short: `Noch ${seconds(value)}. Wieder hoch, wenn du so weit bist`,
    long: `Noch ${seconds(value)}. Wieder hoch, wenn du so weit bist.`,
  }),
  go: { short: 'Los', long: 'Los.' },
  secondsToGo: (value) => `Noch ${seconds(value)}`,
  debrief: {
    noneJudged: (total) => `${total} geschafft. Zu wenig war zu sehen, um sie sauber zu nennen.`,
    noneClean: (total) => `${total} geschafft.`,
    allClean: (total) => (total === 1 ? 'Sie war sauber.' : `Alle ${total} waren sauber.`),
    someClean: (clean, judged, total) => {
      const were = clean === 1 ? 'war' : 'waren';
      return judged === total
        ? `${clean} von ${total} ${were} sauber.`
        : `${clean} von den ${judged}, die zu beurteilen waren, ${were} sauber.`;
    },
    began: (first) => `Es begann bei ${counted(first)}: Vielleicht wirst du müde.`,
    often: (faulty, total) => `Das war in ${faulty} von ${total} so.`,
    seenIn: (reps) => `Das war bei ${listed(reps.map(counted))} so.`,
    onLeg: (side) => (side === 'left' ? 'Am linken Bein.' : 'Am rechten Bein.'),
    held: (sides) =>
      `Du hast ${listed(sides.map(({ side, seconds: value }) => `${sideOf(side)} ${seconds(value)}`))} gehalten.`,
    paused: (times, side) =>
      `Dadurch stand die Uhr ${sideOf(side)} ${times === 1 ? 'einmal' : `${times}-mal`}.`,
  },
};
