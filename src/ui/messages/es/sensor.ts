import type * as en from '../en/sensor';
import type { Words } from '../words';

export const sensor: Words<typeof en> = {
  sensor: {
    title: 'Comprobar con un móvil',
    lead: 'Un móvil sobre el sacro también mide cómo se inclina la pelvis. Abre su grabación de esta sesión y mira cuánto coinciden la cámara y el móvil. El archivo se lee aquí y no se guarda.',
    open: 'Abrir una grabación',
    openAnother: 'Abrir otra grabación',
    reading: 'Leyendo la grabación y buscando su desfase …',
    how: {
      title: 'Cómo hacer una grabación',
      list: [
        'Instala una aplicación gratuita que grabe sensores, por ejemplo Sensor Logger o phyphox, y elige gravedad u orientación.',
        'Empieza a grabar y mete el móvil por detrás en la cintura del pantalón: plano sobre el sacro, vertical, del revés u horizontal. Recuerda si la pantalla mira al cuerpo.',
        'Quédate quieto sobre las dos piernas cinco segundos y entrena como siempre. Lo que más se nota es la elevación de cadera.',
        'Para la grabación, expórtala como CSV, pasa el archivo a este dispositivo y ábrelo aquí.',
      ],
    },
    worn: {
      title: 'La pantalla del móvil',
      found: 'Averiguarlo',
      out: 'Miraba hacia fuera',
      in: 'Miraba al cuerpo',
      note: 'Derecho, del revés o atravesado da igual: lo dice la gravedad. La pantalla cambia izquierda por derecha, y ningún archivo dice hacia dónde miraba.',
    },
    chart: {
      title: 'Pelvis, cámara y móvil',
      reading: 'grados; hacia arriba, el lado derecho más alto',
      camera: 'Cámara',
      phone: 'Móvil',
      moment: (time, camera, phone) => `${time}: cámara ${camera}; móvil ${phone}`,
      table: 'Cámara y móvil en una tabla',
      columns: ['Tiempo', 'Cámara', 'Móvil', 'Cámara − móvil'],
    },
    plot: {
      title: 'Cuánto se separaron',
      reading: 'cámara − móvil, sobre la media de los dos',
      label: (bias, lower, upper) =>
        `Gráfico de Bland-Altman: cada punto es un momento. La diferencia media es ${bias}; los límites de concordancia, ${lower} y ${upper}.`,
      bias: (value) => `media ${value}`,
      limit: (value) => `límite ${value}`,
    },
    figures: {
      bias: 'Diferencia media',
      biasNote: 'Cámara − móvil. Incluye lo nivelada que estaba la pelvis cuando se tomó el cero del móvil.',
      limits: 'Límites de concordancia',
      limitsNote: 'Media ± 1,96 desviaciones típicas (Bland y Altman 1986).',
      correlation: 'Correlación',
      correlationNote: 'La r de Pearson de las dos curvas: 1 es el mismo recorrido.',
      moments: 'Momentos comparados',
      momentsNote: 'Diez por segundo, donde midieron los dos. No son independientes entre sí.',
    },
    sentence: (bias, lower, upper) =>
      `De media la cámara se apartó ${bias} del móvil; de cada 100 momentos cabe esperar 95 entre ${lower} y ${upper}.`,
    offset: (seconds) => `La grabación se ajustó sola a la sesión: desfase de ${seconds} s.`,
    screens: {
      out: 'La pantalla miraba hacia fuera; eso también salió de las curvas.',
      in: 'La pantalla miraba hacia el cuerpo; eso también salió de las curvas.',
    },
    screensGiven: {
      out: 'La pantalla miraba hacia fuera, como dijiste.',
      in: 'La pantalla miraba hacia el cuerpo, como dijiste.',
    },
    heldOut: (r, lower, upper) =>
      `Los momentos se emparejan solo por el tiempo, pero el desfase es el que mejor encaja. Como prueba, cada mitad de la sesión se situó con la otra: r ${r}, límites de ${lower} a ${upper}.`,
    notHeldOut:
      'Los momentos se emparejan solo por el tiempo, pero el desfase es el que mejor encaja, así que estas cifras son las más favorables. Las mitades de esta sesión son demasiado cortas o uniformes para comprobarlo.',
    drift: (perMinute) =>
      `La diferencia cambió ${perMinute} por minuto: uno de los dos deriva, o el móvil se ha movido.`,
    badRows: (rows) =>
      rows === 1
        ? 'Una fila del archivo no se pudo leer y se dejó fuera.'
        : `${rows} filas del archivo no se pudieron leer y se dejaron fuera.`,
    limit:
      'El cero del móvil son los dos segundos más quietos de pie. Un móvil apartado del centro de la espalda mezcla la flexión hacia delante con la inclinación.',
  },
  sensorFileFaults: {
    unreadable: {
      title: 'No se llega a esta grabación',
      todo: 'Quizá se movió o se borró. Elígela otra vez.',
    },
    'too-large': {
      title: 'Esta grabación es demasiado grande',
      todo: 'Graba una sola sesión, con cien filas por segundo como mucho.',
    },
    'no-table': {
      title: 'Esto no es una grabación de sensores',
      todo: 'Elige el archivo CSV que exportó la aplicación: una tabla cuya primera columna es el tiempo. Un ZIP hay que descomprimirlo antes.',
    },
    'no-gravity': {
      title: 'En esta grabación falta la gravedad',
      todo: 'Graba la gravedad o la orientación (el vector de rotación). La aceleración sola no distingue una inclinación de un movimiento.',
    },
    'not-gravity': {
      title: 'Esto es aceleración, no gravedad',
      todo: 'Elige el archivo Gravity.csv u Orientation.csv de la misma grabación.',
    },
    damaged: {
      title: 'Casi nada de este archivo se puede leer',
      todo: 'Exporta otra vez la grabación desde la aplicación, como CSV.',
    },
    'too-short': {
      title: 'Esta grabación es demasiado corta',
      todo: 'Tiene que durar al menos diez segundos, con cinco filas por segundo o más.',
    },
  },
  sensorRefusals: {
    'no-curve': {
      title: 'La cámara midió muy poco de la pelvis',
      todo: 'Elige una sesión en la que estuvieras más tiempo de pie ante la cámara; estar tumbado en la plancha lateral no cuenta.',
    },
    'phone-flat': {
      title: 'El móvil estuvo tumbado todo el tiempo',
      todo: 'Llévalo vertical, plano contra la parte de atrás de la pelvis, y graba otra vez.',
    },
    'too-still': {
      title: 'La pelvis apenas se movió',
      todo: 'En esta sesión no hay nada que comparar. Graba una con elevaciones de cadera o una marcha.',
    },
    'no-overlap': {
      title: 'La grabación cubre menos de media sesión',
      todo: 'Elige la grabación de esta sesión. Pon en marcha el móvil antes que la cámara y páralo después.',
    },
    'no-match': {
      title: 'No muestran el mismo movimiento',
      todo: 'Elige la grabación de esta sesión. Si lo es, quizá el móvil se movió o la cámara vio muy poco.',
    },
    ambiguous: {
      title: 'Encajan de más de una manera',
      todo: 'El movimiento es demasiado regular para distinguir las repeticiones. Muévete una vez de forma irregular, por ejemplo con una sola elevación de cadera antes de la serie, y graba otra vez.',
    },
  },
};
