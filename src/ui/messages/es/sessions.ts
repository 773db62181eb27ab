import { toTenth } from '../../model/format';
import type * as en from '../en/sessions';
import type { Words } from '../words';

const sessionCount = (value: number): string => (value === 1 ? '1 sesión' : `${value} sesiones`);

export const sessions: Words<typeof en> = {
  importing: {
    choose: 'Importar',
    hint: 'Las sesiones guardadas como archivo se pueden volver a traer.',
    imported: 'Importada',
    summary: ({ imported, alreadyHere, differing, failed }) => ({
      title:
        imported === 0
          ? 'No se ha importado ninguna sesión'
          : `${sessionCount(imported)} ${imported === 1 ? 'importada' : 'importadas'}`,
      todo: [
        alreadyHere > 0
          ? `${sessionCount(alreadyHere)} ya ${alreadyHere === 1 ? 'estaba' : 'estaban'} aquí.`
          : '',
        differing > 0
          ? `De ${sessionCount(differing)} hay aquí otra versión: quédate con ambas o deja todo como está.`
          : '',
        failed > 0 ? `${sessionCount(failed)} no se ${failed === 1 ? 'ha podido' : 'han podido'} leer.` : '',
        failed + differing + alreadyHere === 0 ? 'Todas están en la lista de abajo.' : '',
      ]
        .filter(Boolean)
        .join(' '),
    }),
    failures: (failed) => (failed === 1 ? 'Cuál, y por qué' : 'Cuáles, y por qué'),
    alreadyHere: {
      title: 'Esta sesión ya está aquí',
      todo: 'El archivo contiene exactamente lo guardado. No se ha cambiado nada.',
    },
    differs: {
      title: 'Ya hay otra versión de esta sesión',
      todo: 'El archivo y lo guardado no son iguales: uno se corrigió o siguió grabándose. Quédate con ambos o deja todo como está.',
    },
  },
  replay: {
    none: 'De esta repetición no se guardó figura',
    label: 'Figura de palitos.',
    play: 'Reproducir',
    pause: 'Pausar',
    playing: 'reproduciendo',
    slow: 'Lento',
    frameBack: 'Una imagen atrás',
    frameOn: 'Una imagen adelante',
    best: (rep) => `La mejor de este lado: ${rep}`,
    worst: (rep) => `La peor de este lado: ${rep}`,
    moment: 'Momento de la repetición',
  },
  patterns: {
    title: 'Lo que vio la cámara',
    note: 'La media es del peor momento de cada repetición, con su propio error.',
    limit: 'La marca punteada es el ángulo desde el que se señaló esta pierna.',
  },
  charts: {
    read: 'Señala el gráfico, o usa las flechas, para leerlo. Arrastra o separa dos dedos para acercarte, o pulsa más.',
    closer: 'Acercar',
    all: 'Todo',
    shown: (fromS, toS) => `Se ve: de ${fromS} s a ${toS} s.`,
    note: 'Se dibuja lo que se juzgó, de la pierna juzgada, mientras se juzgó. En la banda y en cada ± caen dos de cada tres valores reales; la tabla dice dónde caen 95 de cada 100. La línea punteada es el ángulo desde el que se señala esa pierna; cuanto menos segura la lectura, más alta está.',
  },
  sideBars: {
    counted: 'Contado, por el lado que se movió',
    judged: 'Juzgado, por la pierna del fallo',
  },
  taking: {
    all: 'Guardar todo',
    some: (count) => `Guardar ${sessionCount(count)}`,
    more: 'Imprimir o exportar',
    json: { name: 'Todo, para Hipline', button: 'Guardar como JSON' },
    jsonAll:
      'Recuentos, juicios, curvas y figuras. Se puede volver a traer aquí o en otro dispositivo. Muchas sesiones dan varios archivos.',
    csv: {
      name: 'Una tabla',
      about:
        'CSV para una hoja de cálculo: una fila por repetición, con la pierna del fallo en cada control. Los nombres de las columnas están en inglés.',
      button: 'Guardar como CSV',
    },
    fit: {
      name: 'Un entrenamiento de fuerza',
      about: 'FIT para relojes y diarios de entrenamiento: las series con ejercicio, repeticiones y tiempo.',
      button: 'Guardar como FIT',
    },
    print: {
      name: 'Una hoja de papel',
      about: 'Un resumen para tu fisioterapeuta, para imprimir o guardar como PDF.',
      button: 'Ver la hoja',
    },
    working: 'Leyendo las sesiones …',
    failed: 'No ha funcionado. Comprueba la conexión e inténtalo otra vez; no se ha cambiado nada.',
    left: (count) =>
      count === 1
        ? '1 sesión no se ha podido leer y no está en el archivo.'
        : `${count} sesiones no se han podido leer y no están en el archivo.`,
  },
  printed: {
    title: 'Resumen',
    lead: 'Así quedará en papel. Al imprimir también se puede guardar como PDF; no se envía nada.',
    back: 'Análisis',
    print: 'Imprimir',
    heading: 'Hipline: resumen de una sesión',
    name: 'Nombre:',
    fromFile: 'de un archivo de vídeo',
    peaks: (fault) => `${fault}, peor momento de cada repetición`,
    marks:
      'Las marcas rellenas se señalaron. Dos de cada tres valores reales caen en la línea gruesa y en el ±, 95 de cada 100 en la fina.',
    howMeasured:
      'Una caída de la pelvis se asigna a la pierna que carga el peso; una rodilla hacia dentro, a esa rodilla. Lo que la cámara no pudo ver no se juzgó y no cuenta como limpio.',
  },
  keeping: { keep: 'Guardar en el historial', show: 'Guardado: verlo' },
  storing: {
    title: 'Guardado en este dispositivo',
    used: (used, quota) => `${used} usados de los ${quota} que da este navegador.`,
    usedOnly: (used) => `${used} usados.`,
    unknown: 'Este navegador no dice cuánto se usa.',
    persistent: 'El navegador ha prometido no borrarlo cuando falte disco.',
    notPersistent: 'El navegador puede borrarlo cuando falte disco.',
    ask: 'Pedirle que conserve las sesiones',
    refused: 'El navegador no lo ha prometido. Guarda tus sesiones como archivo de vez en cuando.',
    figures: 'Conservar figuras de',
    figuresAll: 'todas las sesiones',
    figuresSome: (count) =>
      count === 0 ? 'ninguna sesión' : count === 1 ? 'la última sesión' : `las últimas ${count} sesiones`,
    figuresAbout:
      'Son lo que más ocupa. Las antiguas se borran para siempre cuando empieza la siguiente sesión; recuentos, juicios y curvas quedan.',
  },
  unsureCount: (fps) =>
    `El recuento de esta serie no es seguro: a ratos solo se leyeron ${toTenth(fps)} imágenes por segundo, y entonces pueden faltar repeticiones. En los ajustes se puede elegir un modelo de postura más rápido.`,
};
