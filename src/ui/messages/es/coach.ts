import type { CoachWords, CountedAs } from '../../../core/coach/coach-words';
import type { Side } from '../../../core/units';

const seconds = (value: number): string => (value === 1 ? '1 segundo' : `${value} segundos`);
const sideOf = (side: Side): string => (side === 'left' ? 'izquierda' : 'derecha');
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} y ${names.at(-1) ?? ''}`;
const counted = ({ side, n }: CountedAs): string =>
  side === null ? `la número ${n}` : `${sideOf(side)} ${n}`;

export const coach: CoachWords = {
  faults: {
    'hip-drop': { short: 'Pelvis nivelada', long: 'La cadera cae: mantén la pelvis nivelada.' },
    'knee-collapse': {
      short: 'Rodilla {izquierda|derecha} fuera',
      long: 'La rodilla {izquierda|derecha} cae hacia dentro: llévala hacia fuera, sobre el pie.',
    },
    'trunk-lean': { short: 'Tronco recto', long: 'El tronco se inclina: crece.' },
    'partial-range': { short: 'Más abajo', long: 'Usa todo el recorrido del movimiento.' },
    'stance-knee-bent': {
      short: 'Estira rodilla {izquierda|derecha}',
      long: 'Mantén recta la rodilla {izquierda|derecha}.',
    },
    'standing-tall': { short: 'Más abajo', long: 'Quédate todo el tiempo en media sentadilla.' },
    'feet-together': { short: 'Pies separados', long: 'Mantén tensa la banda: no juntes los pies.' },
    'not-crossed': { short: 'Cruza más', long: 'Lleva el pie más atrás y al otro lado.' },
    'too-fast': { short: 'Más despacio', long: 'Tómate tu tiempo al bajar.' },
  },
  partials: {
    'not-deep-enough': { short: 'No cuenta: más abajo', long: 'No contada: baja más.' },
    'not-crossed': {
      short: 'No cuenta: cruza',
      long: 'No contada: lleva el pie más atrás y al otro lado.',
    },
    'not-lifted': { short: 'No cuenta: más alto', long: 'No contada: sube más.' },
    'not-lowered': { short: 'No cuenta: baja antes', long: 'No contada: deja bajar antes la cadera.' },
    'not-travelled': {
      short: 'No cuenta: sigue el paso',
      long: 'No contada: deja que el otro pie siga.',
    },
    interrupted: { short: 'No cuenta', long: 'No contada: el movimiento se interrumpió.' },
  },
  lost: {
    'not-tracked': { short: 'No te veo', long: 'Vuelve a la imagen.' },
    'turned-away': { short: 'Mira a la cámara', long: 'Gírate hacia la cámara.' },
    'out-of-picture': {
      short: 'Un paso atrás',
      long: 'No se te ve de cuerpo entero: da un paso atrás.',
    },
    'too-dark': { short: 'Muy oscuro', long: 'Está muy oscuro para verte: enciende una luz.' },
    'too-uncertain': { short: 'No veo bien', long: 'La cámara no te ve lo bastante bien.' },
    'no-stance-yet': {
      short: 'No te muevas',
      long: 'No te muevas un momento, para medir tu propia postura.',
    },
    'other-person': {
      short: 'Hay otra persona',
      long: 'Hay otra persona en la imagen: el recuento te espera.',
    },
  },
  regained: { short: 'Te veo', long: 'Estás otra vez en la imagen.' },
  ready: { short: 'Listo', long: 'Listo: empieza.' },
  hold: { short: 'Aguanta', long: 'Aguanta.' },
  timerOn: { short: 'Reloj en marcha', long: 'El reloj sigue.' },
  timerPaused: 'Reloj parado',
  timerPausedWhy: (why) => `El reloj está parado. ${why}`,
  held: (value) => ({ short: `Has aguantado ${seconds(value)}`, long: `Has aguantado ${seconds(value)}.` }),
  better: { short: 'Mejor', long: 'Mejor: esa fue limpia.' },
  goodForm: (reps) => ({ short: 'Buena técnica', long: `${reps} repeticiones limpias seguidas.` }),
  recognised: (exercise) => ({ short: exercise, long: `${exercise}.` }),
  otherExercise: (exercise) => ({
    short: 'Otro ejercicio',
    long: exercise === null ? 'No contada: esto es otro movimiento.' : `No contada: esto parece ${exercise}.`,
  }),
  unsure: (exercises) => ({
    short: 'No sé qué es',
    long: exercises.length === 0 ? 'No sé qué ejercicio es.' : `No es seguro: ¿${exercises.join(' o ')}?`,
  }),
  countOf: (side, n) => `${sideOf(side)} ${n}`,
  changeSide: (to) => ({
    short: `Ahora ${sideOf(to)}`,
    long: to === 'left' ? 'Ahora el lado izquierdo.' : 'Ahora el lado derecho.',
  }),
  nextExercise: (name, equipment) => ({
    short: equipment === null ? `Ahora toca ${name}` : `Ahora toca ${name}. Material: ${equipment}`,
    long: `Ahora toca: ${name}.`,
  }),
  moveCamera: {
    'standing-front': 'Vuelve a poner la cámara a la altura de la cadera',
    'lying-side': 'Pon la cámara en el suelo y túmbate a lo ancho de la imagen',
  },
  getInPlace: (exercise) => ({ short: exercise, long: `${exercise}: ponte en posición.` }),
  beginSet: (n) => ({ short: `Serie ${n}, ya`, long: `Serie ${n}: empieza.` }),
  setDone: (n, of) => ({ short: 'Descansa', long: `Serie ${n} de ${of} hecha. Descansa.` }),
  allDone: { short: 'Todo hecho', long: 'Todas las series hechas.' },
  holdLeft: (value) => ({
    short: `Quedan ${seconds(value)}. Arriba otra vez cuando quieras`,
    long: `Quedan ${seconds(value)}. Arriba otra vez cuando quieras.`,
  }),
  go: { short: 'Ya', long: 'Ya.' },
  secondsToGo: (value) => (value === 1 ? 'Queda 1 segundo' : `Quedan ${value} segundos`),
  debrief: {
    noneJudged: (total) => `${total} hechas. Se vio muy poco para llamarlas limpias.`,
    noneClean: (total) => (total === 1 ? '1 hecha.' : `${total} hechas.`),
    allClean: (total) => (total === 1 ? 'Fue limpia.' : `Las ${total} fueron limpias.`),
    someClean: (clean, judged, total) => {
      const were = clean === 1 ? 'fue limpia' : 'fueron limpias';
      return judged === total
        ? `${clean} de ${total} ${were}.`
        : `${clean} de las ${judged} que se pudieron juzgar ${were}.`;
    },
    began: (first) => `Empezó en ${counted(first)}: puede que te estés cansando.`,
    often: (faulty, total) => `Pasó en ${faulty} de ${total}.`,
    seenIn: (reps) => `Pasó en ${listed(reps.map(counted))}.`,
    onLeg: (side) => (side === 'left' ? 'En la pierna izquierda.' : 'En la pierna derecha.'),
    held: (sides) =>
      `Has aguantado ${listed(sides.map(({ side, seconds: value }) => `${seconds(value)} a la ${sideOf(side)}`))}.`,
    paused: (times, side) =>
      `Eso paró el reloj ${times === 1 ? 'una vez' : `${times} veces`} a la ${sideOf(side)}.`,
  },
};
