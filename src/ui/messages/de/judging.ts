import type { FaultId } from '../../../core/terms/ids';
import type { Side } from '../../../core/units';
import type * as en from '../en/judging';
import type { Words } from '../words';

const faults: Words<typeof en.faults> = {
  'hip-drop': { name: 'Becken abgesunken', cue: 'Becken gerade' },
  'knee-collapse': { name: 'Knie nach innen', cue: 'Knie nach außen' },
  'trunk-lean': { name: 'Rumpf geneigt', cue: 'Brust hoch' },
  'partial-range': { name: 'Bewegung zu klein', cue: 'Weiter' },
  'stance-knee-bent': { name: 'Standknie gebeugt', cue: 'Knie gestreckt' },
  'standing-tall': { name: 'zu aufrecht', cue: 'Tiefer bleiben' },
  'feet-together': { name: 'Füße zu eng', cue: 'Band straff halten' },
  'not-crossed': { name: 'nicht gekreuzt', cue: 'Weiter nach hinten' },
  'too-fast': { name: 'zu schnell', cue: 'Langsamer' },
};

const ofLeg: Readonly<Partial<Record<FaultId, Readonly<Record<Side, string>>>>> = {
  'hip-drop': {
    left: 'Becken abgesunken, Stand links',
    right: 'Becken abgesunken, Stand rechts',
  },
  'knee-collapse': { left: 'linkes Knie nach innen', right: 'rechtes Knie nach innen' },
  'trunk-lean': { left: 'Rumpf nach links geneigt', right: 'Rumpf nach rechts geneigt' },
  'stance-knee-bent': { left: 'linkes Standknie gebeugt', right: 'rechtes Standknie gebeugt' },
};

export const judging: Words<typeof en> = {
  notSeen: {
    'not-tracked': { title: 'Du bist nicht zu sehen', todo: 'Komm ins Bild, mit Blick zur Kamera.' },
    'turned-away': { title: 'Du bist abgewandt', todo: 'Dreh dich zur Kamera.' },
    'out-of-picture': {
      title: 'Du bist nicht ganz im Bild',
      todo: 'Geh zurück, bis deine Füße zu sehen sind.',
    },
    'too-dark': { title: 'Es ist zu dunkel', todo: 'Mach vor dir Licht an.' },
    'too-uncertain': {
      title: 'Zu undeutlich für ein Urteil',
      todo: 'Mehr Licht oder ein ruhigerer Hintergrund hilft.',
    },
    'no-stance-yet': { title: 'Dein Stand ist noch unbekannt', todo: 'Steh zwei Sekunden ruhig.' },
    'other-person': { title: 'Noch jemand ist im Bild', todo: 'Bitte die andere Person aus dem Bild.' },
  },
  notSeenWithin: {
    'not-tracked': 'du warst nicht zu sehen',
    'turned-away': 'du warst abgewandt',
    'out-of-picture': 'du warst nicht ganz im Bild',
    'too-dark': 'es war zu dunkel',
    'too-uncertain': 'zu undeutlich für ein Urteil',
    'no-stance-yet': 'dein Stand war noch unbekannt',
    'other-person': 'noch jemand war im Bild',
  },
  partials: {
    'not-deep-enough': 'nicht tief genug',
    'not-crossed': 'Fuß nicht hinten gekreuzt',
    'not-lifted': 'nicht hoch genug',
    'not-lowered': 'nicht tief genug abgesenkt',
    'not-travelled': 'der andere Fuß kam nicht nach',
    interrupted: 'abgebrochen',
  },
  faults,
  faultName: (fault, side) => (side && ofLeg[fault]?.[side]) ?? faults[fault].name,
};
