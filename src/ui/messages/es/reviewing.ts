import type { Side } from '../../../core/units';
import type * as en from '../en/reviewing';
import type { Words } from '../words';

const reps = (value: number): string => (value === 1 ? '1 repetición' : `${value} repeticiones`);
const times = (value: number): string => (value === 1 ? 'una vez' : `${value} veces`);
/** Of "izquierda" and "derecha". */
const letter = (side: Side): string => (side === 'left' ? 'I' : 'D');

export const reviewing: Words<typeof en> = {
  holds: {
    lying: {
      sides: { left: 'Lado izquierdo abajo', right: 'Lado derecho abajo' },
      level: 'la cadera se mantuvo en línea',
      sank: (sags) => `la cadera cayó ${times(sags)}`,
      tile: 'Caídas de cadera',
      why: 'caída de cadera',
    },
    standing: {
      sides: { left: 'Sobre la pierna izquierda', right: 'Sobre la pierna derecha' },
      level: 'la pelvis se mantuvo nivelada',
      sank: (drops) => `la pelvis cayó ${times(drops)}`,
      tile: 'Caídas de la pelvis',
      why: 'caída de la pelvis',
    },
  },
  headline: {
    allClean: (total) => (total === 1 ? '1 repetición, y limpia.' : `${reps(total)}, todas limpias.`),
    noneJudged: (total) => `${reps(total)} en total; en lo que la cámara pudo juzgar no se encontró nada.`,
    someJudged: (total, clean) =>
      `${reps(total)}, ${clean} ${clean === 1 ? 'limpia' : 'limpias'}; en las demás no se encontró nada, hasta donde se juzgaron.`,
    hadFault: (flagged, total, legs) => {
      const found = `${flagged} de ${reps(total)} con algún fallo.`;
      if (legs.length === 2) return `${found} Fíjate en las dos piernas.`;
      if (legs.length === 0) return found;
      return `${found} Fíjate en la pierna ${legs[0] === 'left' ? 'izquierda' : 'derecha'}.`;
    },
    nothing: 'No se contó nada.',
    held: (inPosition, what) => `${inPosition} en posición, ${what}.`,
    legNotJudged: 'Sin juzgar.',
    legFine: (judged) =>
      judged === 1 ? 'Nada en 1 repetición juzgada.' : `Nada en ${judged} repeticiones juzgadas.`,
    wholeBody: 'Todo el cuerpo',
    foundOfLeg: (what, flagged, judged, worst) => {
      const often = flagged === judged ? `en las ${judged}` : `en ${flagged} de ${judged}`;
      return worst === null ? `${what} ${often}.` : `${what} ${often}, como mucho ${worst}.`;
    },
    foundOfBody: (what, flagged, judged) =>
      `${what}: en ${flagged === judged ? `las ${judged}` : `${flagged} de ${judged}`}.`,
    couldNotJudge: (parts) => `La cámara no pudo juzgar: ${parts.join('; ')}.`,
    openPart: (fault, open, all, reasons) =>
      `${fault} ${open === all ? 'ninguna vez' : `${open} de ${all} veces`} (${reasons.join(', ')})`,
  },
  outcomes: {
    words: { clean: 'limpia', partly: 'nada', 'not-seen': 'sin juzgar', partial: 'incompleta' },
    notCounted: (why) => `No contada: ${why}.`,
    clean: 'Limpia en todo lo que se juzga.',
    partly: 'Nada en lo que se juzgó.',
    notSeen: 'No se juzgó nada.',
    found: (faults) => `Encontrado: ${faults.join('; ')}.`,
    couldNotJudge: (faults) => `No se pudo juzgar: ${faults.join('; ')}.`,
    partial: 'Incompleta',
    repetition: (n) => `Repetición ${n}`,
    repetitionOf: (n, side) => `Repetición ${n}${letter(side)}`,
    short: (n, side) => `${n}${letter(side)}`,
    letters: { left: 'I', right: 'D' },
    hold: (n) => `Aguante ${n}`,
    nothingFound: (name) => `${name}: nada`,
  },
  patternWords: {
    always: (what) => `${what} en todas las repeticiones.`,
    throughout: (what) => `${what} desde las primeras repeticiones.`,
    from: (what, n) => `${what} desde la repetición ${n}.`,
    difference: (difference, more, less) => `${difference} más ${more} que ${less}: una diferencia clara.`,
    notJudged: (value) => `${value} sin juzgar`,
    flagged: (flagged, judged, notSeen) =>
      `${flagged === 0 ? 'ninguna' : flagged} de ${judged} con fallo${notSeen === 0 ? '' : `, ${notSeen} sin juzgar`}`,
    mean: (value) => `${value} de media`,
  },
  tables: {
    asTable: (name) => `${name}, en tabla`,
    inPosition: 'En posición',
    counted: 'Contadas',
    clean: 'Limpias',
    of: (some, all) => `${some} de ${all}`,
    eachTook: 'Duración',
    withWorst: (some, all, worst) => `${some} de ${all}, como mucho ${worst}`,
    noneOf: (all) => `ninguna de ${all}`,
    notJudged: 'sin juzgar',
    notMeasured: 'sin medir',
    leg: 'Pierna',
    held: 'En posición',
    longest: 'Más largo',
    firstDropAfter: 'Primera caída a los',
    noDrop: 'sin caída',
    cleanOfJudged: (clean, judged) => `${clean} de ${judged} juzgadas`,
    flaggedOf: (flagged, judged) => `${flagged} de ${judged} con fallo`,
    withMean: (flagged, mean) => `${flagged}; media ${mean}`,
    day: 'Día',
    repetition: 'Repetición',
    largest: 'Máximo',
    likely: '95 de cada 100 valores reales están',
    between: (low, high) => `de ${low} a ${high}`,
    flaggedFrom: 'Se señala desde',
    at: 'En',
    side: 'Lado',
    from: 'Desde',
    took: 'Duró',
    saw: 'Lo que vio la cámara',
    partial: (n) => `incompleta ${n}`,
    sideBySide: 'Las series una junto a otra',
    tableOf: (name) => `${name}, tabla`,
    set: 'Serie',
    setN: (n) => `Serie ${n}`,
    byExercise: 'Ejercicio por ejercicio',
    repsAsTable: 'Las repeticiones en tabla',
  },
  curves: {
    'hip-drop': {
      title: 'Pelvis',
      reading: 'grados por debajo de la horizontal en el lado libre, o por debajo de la línea recta',
    },
    'knee-collapse': { title: 'Rodillas', reading: 'grados hacia dentro' },
    flaggedFrom: (value, line) => `${value} (se señala desde ${line})`,
    unseen: 'La cámara no lo vio con suficiente seguridad para dibujarlo.',
    peaks: (exercise, fault) => `${exercise}: ${fault} en cada repetición. La tabla tiene las sumas.`,
    trend: (measure, count) =>
      `${measure}, pierna izquierda y derecha, en ${count} sesiones. La tabla tiene los números.`,
  },
  stats: {
    counted: 'Contadas',
    clean: 'Limpias',
    of: (all) => `de ${all}`,
    tempo: 'Ritmo',
    partial: (value) => `${value} ${value === 1 ? 'incompleta' : 'incompletas'}`,
    countedNote: (each, own) => (own === null ? each.join(' · ') : `${each.join(' · ')}. Tú contaste ${own}`),
    nothingToJudge: 'nada que juzgar',
    everythingJudged: 'se juzgó todo',
    flaggedNotAllJudged: 'en las señaladas no se juzgó todo',
    noneJudged: 'la cámara no pudo juzgarlas',
    notFullyJudged: (value) => `${value} que la cámara no pudo juzgar del todo`,
    asSeen: 'según lo vio la cámara',
    worst: (worst, n) => `como mucho ${worst}, en la repetición ${n}`,
    pace: (isEven, fastest, slowest) =>
      `${isEven ? 'regular' : 'irregular'}, de ${fastest} a ${slowest} s cada una`,
    inPosition: 'en posición',
    longestStretch: 'Tramo más largo',
    withoutBreak: 'sin pausa',
    noSag: 'ninguna que viera la cámara',
    clockStood: 'mientras, el reloj se paró',
    barCounted: (counted, partial) =>
      `${counted} ${counted === 1 ? 'contada' : 'contadas'}${partial > 0 ? `, ${partial} ${partial === 1 ? 'incompleta' : 'incompletas'}` : ''}`,
    barFaults: (flagged, judged) => `fallo en ${flagged} de ${judged} juzgadas`,
  },
  setReview: {
    holds: 'Aguantes',
    noHold: 'No se vio ningún aguante.',
    noRep: 'En esta serie no se vio ninguna repetición.',
    everyRep: 'Cada repetición',
    ownCount: 'Tu propio recuento',
    ownCountAbout: (left, right) =>
      `Hipline contó ${left} a la izquierda y ${right} a la derecha. Si contaste otra cosa, dilo: se guardan los dos números.`,
    keepOwn: 'Guardar mi recuento',
    holdOf: (n, side) => `Aguante ${n}, ${side === 'left' ? 'izquierda' : 'derecha'}`,
    heldUnbroken: (inPosition) => `${inPosition} en posición, sin pausa`,
    heldBroken: (inPosition, breaks, why) =>
      `${inPosition} en posición, ${breaks === 1 ? '1 pausa' : `${breaks} pausas`} (${why})`,
    momentOf: (at, length) => `${at} s de ${length} s`,
  },
};
