import { MINIMAL_CHANGE } from '../../../core/session/trend';
import { formatMeasure } from '../../model/measure-format';
import type * as en from '../en/progress';
import type { Words } from '../words';

const days = (value: number): string => (value === 1 ? '1 día' : `${value} días`);
const sessions = (value: number): string => (value === 1 ? '1 sesión' : `${value} sesiones`);

export const progress: Words<typeof en> = {
  measures: {
    'hip-drop': {
      name: 'Caída de la pelvis',
      about:
        'Media del momento más bajo de cada repetición, o el más bajo de un aguante, según la pierna que carga el peso.',
    },
    'knee-collapse': {
      name: 'Rodilla hacia dentro (FPPA)',
      about: 'Media del peor momento de cada repetición, según la rodilla que se juzgó.',
    },
    clean: {
      name: 'Proporción limpia',
      about: 'Repeticiones sin fallo de esa pierna, de aquellas en que se juzgó.',
    },
    reps: { name: 'Repeticiones', about: 'Contadas en una sesión, según el lado de la repetición.' },
    hold: { name: 'Aguante más largo', about: 'Tiempo en posición sin que se pare el reloj.' },
  },
  changeWords: (measure, side, { before, now, isChange }) => {
    const from = formatMeasure(measure, before);
    const to = formatMeasure(measure, now);
    const values = `${side === 'left' ? 'Pierna izquierda' : 'Pierna derecha'}: ${from} al principio, ${to} ahora`;
    if (isChange === null) return `${values}.`;
    if (isChange) return `${values}. Eso es un cambio.`;
    return from === to ? `${values}. Sin cambio.` : `${values}. Muy justo para llamarlo cambio.`;
  },
  leastChangeWords: (measure, occasions) => {
    const compared =
      occasions === 1
        ? 'La primera sesión frente a la última.'
        : `La media de las primeras ${occasions} sesiones frente a las últimas ${occasions}.`;
    const least = MINIMAL_CHANGE[measure];
    if (least) {
      return `${compared} Menos de ${least.value}° de diferencia es lo que da medir dos veces (${least.source}).`;
    }
    return measure === 'clean'
      ? `${compared} Solo se llama cambio lo que el azar haría menos de una vez de cada veinte.`
      : `${compared} Contado o cronometrado: la diferencia es lo que se hizo, no una estimación.`;
  },
  periods: { all: 'Todo el tiempo', year: '12 meses', quarter: '3 meses', month: '4 semanas' },
  progress: {
    title: 'Progreso',
    allExercises: 'Todos los ejercicios',
    exercise: 'Ejercicio',
    period: 'Periodo',
    mostFrequent: 'El ejercicio que más haces. Elige otro junto al título.',
    noTrend: 'Con la segunda sesión de un ejercicio se dibuja aquí su evolución.',
    eachPoint: (count) => `Cada punto es la media de ${count === 1 ? 'un día' : `${count} días`}.`,
  },
  week: {
    title: 'Esta semana',
    none: 'Sin objetivo semanal',
    goal: 'Días por semana',
    days,
    recent: 'Días de entrenamiento de las últimas doce semanas',
    recentLabel: (weeks) =>
      `Días de entrenamiento en cada una de las últimas ${weeks.length} semanas, la más antigua primero: ${weeks.join(', ')}`,
    done: (done, goal) => (goal === 0 || done > goal ? days(done) : `${done} de ${days(goal)}`),
    streak: (weeks) => (weeks < 2 ? '' : `${weeks} semanas seguidas`),
  },
  deletion: {
    select: 'Seleccionar',
    done: 'Listo',
    all: 'Seleccionar todo',
    none: 'No seleccionar nada',
    remove: (count) => `Borrar ${sessions(count)}`,
    chooseHint: 'Elige sesiones para borrarlas o guardarlas.',
    deleted: (count) => (count === 1 ? '1 sesión borrada' : `${count} sesiones borradas`),
    todo: 'Se pueden recuperar hasta que cierres este aviso.',
    todoOne: 'Se puede recuperar hasta que cierres este aviso.',
    undo: 'Deshacer',
    close: 'Cerrar',
  },
};
