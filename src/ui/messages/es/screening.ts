import { HIP_DROP_LIMITS } from '../../../core/exercise/standard-checks';
import { ago, degrees } from '../../model/format';
import type * as en from '../en/screening';
import type { Words } from '../words';

const LIMIT = degrees(HIP_DROP_LIMITS.fault.value);

export const screening: Words<typeof en> = {
  screening: {
    title: 'Prueba de cadera',
    lead: 'Medio minuto sobre cada pierna: ¿se mantiene nivelada la pelvis? Unos cinco minutos contando la preparación.',
    start: 'Empezar la prueba',
    again: 'Repetir la prueba',
    steps: {
      title: 'Cómo se hace',
      list: [
        'Pon la cámara a la altura de la cadera, a 2,5 o 3 m, y algo donde agarrarte a mano.',
        'Hipline comprueba la imagen y mira cómo estás de pie sobre las dos piernas.',
        'Ponte sobre la pierna izquierda 30 segundos, el otro pie a un palmo del suelo.',
        'Descansa un momento y ponte sobre la pierna derecha 30 segundos.',
      ],
    },
    result: 'Último resultado',
    normalTitle: 'Qué es lo habitual',
    normal:
      'El lado libre de la pelvis nivelado o algo elevado, mantenido 30 segundos (Hardcastle y Nade 1985, J Bone Joint Surg Br 67:741).',
    doubtTitle: 'Cuánto creerse',
    doubt:
      'Quienes observan esta prueba no siempre coinciden: en 36 caderas, lo que vio un profesional coincidió solo débilmente con las cámaras de un laboratorio (Chiropractic & Manual Therapies 2020, doi 10.1186/s12998-020-00344-3). Esto es lo que vio una cámara un día. No es un diagnóstico; con dolor o dudas, consulta a un fisioterapeuta.',
    trend: 'A lo largo del tiempo',
    onceIsNoTrend: 'Con la segunda prueba se dibuja aquí la evolución.',
    review: 'Ver la sesión entera',
    legs: { left: 'Apoyo sobre la pierna izquierda', right: 'Apoyo sobre la pierna derecha' },
    outcomes: {
      level: `Ninguna caída de ${LIMIT} o más en 30 segundos.`,
      dropped: `La pelvis cayó ${LIMIT} o más en el lado libre.`,
      short: 'Ninguna caída, pero el pie bajó antes de los 30 segundos.',
      'not-measured': 'La pelvis no se vio lo bastante bien para juzgarla.',
      'not-done': 'Sin hacer.',
    },
    firstDrop: 'Primera caída',
    largestDrop: 'Mayor caída',
    stood: 'De pie',
  },
  firstDropWords: ({ outcome, firstDropS }) => {
    if (outcome === 'not-done' || outcome === 'not-measured') return '–';
    return firstDropS === null ? 'ninguna' : `a los ${Math.round(firstDropS)} s`;
  },
  largestDropWords: ({ largestDropDeg }) =>
    largestDropDeg === null ? '–' : largestDropDeg < 0.5 ? 'ninguna' : degrees(largestDropDeg),
  nextWords: (lastAt, nextAt, nowMs) => {
    if (lastAt === null || nextAt === null)
      return 'Aún sin hacer. Con la primera prueba se comparan las siguientes.';
    const last = `Última vez: ${ago(lastAt, nowMs)}.`;
    const days = Math.ceil((nextAt - nowMs) / 86_400_000);
    if (days <= 0) return `${last} Una nueva puede mostrar si algo ha cambiado.`;
    return `${last} La siguiente dirá más dentro de ${days === 1 ? 'un día' : `${days} días`}: la fuerza cambia en semanas.`;
  },
};
