import type { FaultId } from '../../../core/terms/ids';
import type { Side } from '../../../core/units';
import type * as en from '../en/judging';
import type { Words } from '../words';

const faults: Words<typeof en.faults> = {
  'hip-drop': { name: 'caída de la pelvis', cue: 'Pelvis nivelada' },
  'knee-collapse': { name: 'rodilla hacia dentro', cue: 'Rodilla hacia fuera' },
  'trunk-lean': { name: 'tronco inclinado', cue: 'Pecho alto' },
  'partial-range': { name: 'recorrido corto', cue: 'Ve más lejos' },
  'stance-knee-bent': { name: 'rodilla de apoyo flexionada', cue: 'Rodilla recta' },
  'standing-tall': { name: 'postura demasiado alta', cue: 'Más abajo' },
  'feet-together': { name: 'pies juntos', cue: 'Banda tensa' },
  'not-crossed': { name: 'sin cruzar', cue: 'Pisa más atrás' },
  'too-fast': { name: 'demasiado rápido', cue: 'Más despacio' },
};

const ofLeg: Readonly<Partial<Record<FaultId, Readonly<Record<Side, string>>>>> = {
  'hip-drop': {
    left: 'caída de la pelvis, apoyo izquierdo',
    right: 'caída de la pelvis, apoyo derecho',
  },
  'knee-collapse': { left: 'rodilla izquierda hacia dentro', right: 'rodilla derecha hacia dentro' },
  'trunk-lean': { left: 'tronco inclinado a la izquierda', right: 'tronco inclinado a la derecha' },
  'stance-knee-bent': {
    left: 'rodilla de apoyo izquierda flexionada',
    right: 'rodilla de apoyo derecha flexionada',
  },
};

export const judging: Words<typeof en> = {
  notSeen: {
    'not-tracked': { title: 'No se te ve', todo: 'Entra en la imagen, mirando a la cámara.' },
    'turned-away': { title: 'Estás de espaldas o de lado', todo: 'Gírate hacia la cámara.' },
    'out-of-picture': {
      title: 'No se te ve de cuerpo entero',
      todo: 'Da un paso atrás hasta que se vean tus pies.',
    },
    'too-dark': { title: 'Está demasiado oscuro', todo: 'Enciende una luz delante de ti.' },
    'too-uncertain': {
      title: 'No se ve bien para juzgar',
      todo: 'Ayuda más luz o un fondo más liso.',
    },
    'no-stance-yet': {
      title: 'Aún no se conoce tu postura',
      todo: 'No te muevas durante dos segundos.',
    },
    'other-person': { title: 'Hay otra persona en la imagen', todo: 'Pídele que salga de la imagen.' },
  },
  notSeenWithin: {
    'not-tracked': 'no se te veía',
    'turned-away': 'no mirabas a la cámara',
    'out-of-picture': 'no se te veía de cuerpo entero',
    'too-dark': 'estaba demasiado oscuro',
    'too-uncertain': 'no se veía bien para juzgar',
    'no-stance-yet': 'aún no se conocía tu postura',
    'other-person': 'había otra persona en la imagen',
  },
  partials: {
    'not-deep-enough': 'falta profundidad',
    'not-crossed': 'el pie no cruzó por detrás',
    'not-lifted': 'falta altura',
    'not-lowered': 'no bajó lo suficiente',
    'not-travelled': 'el otro pie no siguió',
    interrupted: 'se interrumpió',
  },
  faults,
  faultName: (fault, side) => (side && ofLeg[fault]?.[side]) ?? faults[fault].name,
};
