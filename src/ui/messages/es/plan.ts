import type { NextReason } from '../../../core/plan/plan-stand';
import { locale } from '../../language';
import type * as en from '../en/plan';
import type { Words } from '../words';

const REASONS: Readonly<Record<NextReason, string>> = {
  begin: 'El plan empieza con su primer día. No hay nada que preparar.',
  'begin-anew': 'Han pasado ocho semanas o más, así que el plan empieza de nuevo, por su primera semana.',
  'go-on': 'El último día se hizo entero, así que la semana sigue.',
  forward: 'Hay tres días enteros hechos, así que empieza la semana siguiente.',
  wait: 'Los tres días de esta semana están hechos. Puedes hacer un día más con los mismos números.',
  unfinished: 'El último día no se hizo entero, así que se repite lo mismo.',
  amber: 'El último día dolió un poco, así que se repite lo mismo.',
  red: 'El último día dolió demasiado, así que retrocede una semana. Deja lo que duele y consulta a un fisioterapeuta si no se pasa.',
  missed: 'Faltó una semana, así que retrocede una semana.',
  'keep-up': 'Lo conseguido se mantiene con los números de la última semana.',
};

export const plan: Words<typeof en> = {
  planWords: {
    title: 'Plan',
    lead: 'Ocho semanas para las caderas de quien corre, tres días por semana. Se ajusta a lo que has hecho y nunca avanza más de un pequeño paso.',
    next: 'Lo que viene ahora',
    start: 'Empezar',
    take: 'Usar estos números',
    taken: 'El programa tiene estos números.',
    takeHint:
      'El programa los toma para sus series. El descanso, el orden y el primer lado quedan como los tienes.',
    replace: 'Cambiar también los míos',
    keep: 'Conservar los míos',
    table: 'Las ocho semanas',
    tableAbout:
      'Series y repeticiones, o segundos, de cada lado. En la marcha y la zancada: de los dos lados juntos.',
    week: 'Semana',
    weekDone: 'hecha',
    coach: 'Elección del entrenador',
    optional: 'Se puede omitir',
    source:
      'Las dosis en negrita son las de un ensayo publicado con 24 corredoras (McKay 2020, J Orthop Surg Res 15:188, tabla 2). Sus grupos no se diferenciaron: dice lo que se ha hecho, no lo que consigue en ti. Allí los ejercicios se sucedían; que aquí se hagan a la vez, y los pasos intermedios, es elección nuestra. La marcha y la zancada son elección del entrenador.',
    rules:
      'Una semana pasa a la siguiente tras tres días enteros sin dolor por encima del verde. Un día sin terminar cuenta como entrenamiento y se repite. Una semana perdida hace retroceder una semana; tras ocho perdidas se empieza de nuevo.',
    origins: {
      published: 'como se publicó',
      between: 'un paso intermedio',
      coach: 'elección del entrenador',
    },
    see: 'Ver el plan',
  },
  doseWords: (of, amount, sets) => (of === 'holdS' ? `${sets} × ${amount} s` : `${sets} × ${amount}`),
  standWords: ({ week, daysDone, reason, waitDays }) => {
    if (reason === 'keep-up') return 'Las ocho semanas están hechas';
    if (reason === 'wait') {
      return waitDays === 1
        ? `La semana ${week} está hecha, la ${week + 1} empieza mañana`
        : `La semana ${week} está hecha, la ${week + 1} empieza en ${waitDays} días`;
    }
    return `Semana ${week}, día ${daysDone + 1} de 3`;
  },
  reasonWords: ({ reason }) => REASONS[reason],
  daysDoneWords: (done, of) => `${done} de ${of} días`,
  askReplace: (names) => ({
    title: 'Algunos números son tuyos',
    todo: `Los pusiste a mano en: ${new Intl.ListFormat(locale).format(names)}. Se han dejado como están. ¿Cambiarlos por los del plan?`,
  }),
  feltWords: {
    title: '¿Qué tal ha ido?',
    hint: 'Un toque para cada cosa, o nada. Queda con la sesión, solo en este dispositivo.',
    scales: {
      pain: {
        name: 'Dolor',
        legend: 'El peor dolor durante la sesión',
        least: 'ninguno',
        most: 'el peor que hay',
      },
      effort: { name: 'Esfuerzo', legend: 'Lo dura que fue', least: 'reposo', most: 'todo lo que tenía' },
    },
    takeBack: { pain: 'Quitar el dolor', effort: 'Quitar el esfuerzo' },
    lights: {
      green: 'Verde: un dolor de hasta 2 se considera seguro.',
      amber:
        'Ámbar: un dolor de 3 a 5 se considera aceptable si a la mañana siguiente ha desaparecido. El plan se queda donde está.',
      red: 'Rojo: un dolor de 6 o más se considera demasiado. El plan retrocede una semana; si no se pasa, consulta a un fisioterapeuta.',
    },
    rule: 'Una regla práctica para el dolor al entrenar (Thomeé 1997, Phys Ther 77:1690; Silbernagel 2007, Am J Sports Med 35:897), no un diagnóstico.',
    trend: 'Dolor y esfuerzo',
    trendAbout:
      'Lo que dijiste después de cada sesión, de 0 a 10. A partir de la línea el dolor se considera demasiado.',
    trendLabel: (sessions) =>
      sessions === 1
        ? 'Dolor y esfuerzo después de 1 sesión. Los números están en la tabla de abajo.'
        : `Dolor y esfuerzo después de ${sessions} sesiones. Los números están en la tabla de abajo.`,
    trendTable: 'Dolor y esfuerzo en una tabla',
    day: 'Día',
    notSaid: 'sin decir',
  },
};
