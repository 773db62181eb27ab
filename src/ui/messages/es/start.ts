import { toEngineWords } from '../engine-words';
import type * as en from '../en/start';
import type { Words } from '../words';

const models: Words<typeof en.models> = {
  auto: { name: 'Automático', about: 'el mejor que aguante este dispositivo' },
  lite: { name: 'Ligero', about: 'para dispositivos antiguos' },
  full: { name: 'Estándar', about: 'el adecuado para casi todos' },
  heavy: { name: 'Fino', about: 'necesita un dispositivo rápido' },
};

const delegates: Words<typeof en.delegates> = {
  fastest: { name: 'Automático', about: 'prueba los dos y toma el más rápido' },
  CPU: { name: 'Procesador', about: 'funciona en todas partes' },
  GPU: { name: 'Chip gráfico', about: 'donde lee bien' },
};

const nothingLeaves = 'Nada sale de este dispositivo: ni cuenta, ni subidas.';

export const start: Words<typeof en> = {
  description:
    'Cuenta ejercicios de cadera ante tu cámara y avisa cuando una cadera cae o una rodilla se hunde. Nada sale de tu dispositivo.',
  storageFaults: {
    'disk-full': {
      title: 'No queda sitio para guardar sesiones',
      todo: 'Libera espacio o borra sesiones antiguas. Esta sesión queda en esta pestaña: guárdala como archivo desde su análisis antes de cerrarla.',
    },
    blocked: {
      title: 'Otra pestaña retiene las sesiones',
      todo: 'Cierra las demás pestañas de Hipline. El recuento sigue: esta sesión queda en esta pestaña y se guarda en cuanto las cierres.',
    },
    unavailable: {
      title: 'Este navegador no guarda nada aquí',
      todo: 'Sal de la ventana privada o permite que esta página guarde datos. El recuento funciona; guarda la sesión como archivo desde su análisis.',
    },
    'session-gone': {
      title: 'Esta sesión ya no está guardada',
      todo: 'Se borró: aquí, en otra pestaña o con los datos del navegador. Lo que esta pestaña aún muestra se puede guardar como archivo desde su análisis.',
    },
    'damaged-record': {
      title: 'Esta sesión está dañada',
      todo: 'Ya no se puede leer. Puedes borrarla; las demás sesiones no se tocan.',
    },
    'import-unreadable': {
      title: 'No se llega a este archivo',
      todo: 'Quizá se movió o se borró. Elígelo otra vez. No se ha cambiado nada.',
    },
    'import-broken': {
      title: 'Este archivo está cortado o es de otro tipo',
      todo: 'Cópialo otra vez de donde vino, o guarda de nuevo la sesión desde su análisis. No se ha cambiado nada.',
    },
    'import-invalid': {
      title: 'Este archivo no es una sesión de Hipline',
      todo: 'Elige un archivo JSON guardado desde el análisis de una sesión; el resultado de un vídeo analizado no lo es. No se ha cambiado nada.',
    },
    'import-damaged': {
      title: 'El archivo de esta sesión está dañado',
      todo: 'Algo en él se cambió o se perdió. Cópialo otra vez de donde vino, o guarda de nuevo la sesión desde su análisis. No se ha cambiado nada.',
    },
    'newer-version': {
      title: 'Esto lo escribió un Hipline más nuevo',
      todo: 'Actualiza Hipline y ábrelo de nuevo. No se ha cambiado nada.',
    },
  },
  models,
  delegates,
  engines: {
    auto: { name: 'Automático', about: 'prueba los dos y toma el más rápido' },
    mediapipe: { name: 'MediaPipe', about: 'un núcleo, tal como viene' },
    litert: { name: 'LiteRT', about: 'varios núcleos, o el chip gráfico' },
  },
  engineTrial: {
    start: 'Probar otra vez',
    running: 'Probando qué puede este dispositivo …',
  },
  engineInUse: toEngineWords({
    untried: 'Se probará la próxima vez que se encienda la cámara.',
    inUse: (model, delegate) =>
      `Ahora: modelo ${models[model].name.toLowerCase()}, ${delegates[delegate].name.toLowerCase()}.`,
    inUseAt: (model, delegate, pictures) =>
      `Ahora: modelo ${models[model].name.toLowerCase()}, ${delegates[delegate].name.toLowerCase()}, ${pictures === 1 ? '1 imagen' : `${pictures} imágenes`} por segundo.`,
  }),
  auto: {
    name: 'Empieza sin más',
    summary: 'Ponte en posición y empieza cualquiera de los cinco: Hipline reconoce cuál es.',
    steps: [
      'Ponte donde se te vea de cuerpo entero y no te muevas durante dos segundos.',
      'Empieza cualquiera de los cinco ejercicios.',
      'Hipline dice cuál es y cuenta desde la primera repetición.',
    ],
    camera:
      'A la altura de la cadera, sobre una silla o una mesa, de 2 a 3,5 m delante de ti. Para la plancha lateral: en el suelo, mirándote de frente.',
    equipment: 'Lo que necesite tu ejercicio; nada más.',
  },
  unfinished: {
    title: '¿Sigues donde lo dejaste?',
    goOn: 'Seguir',
    leave: 'Dejarlo',
    set: (name, set, sets) => `${name}: toca la serie ${set} de ${sets}. Todo lo contado antes se conserva.`,
    reps: (name, set, sets, done) =>
      done === 1
        ? `${name}, serie ${set} de ${sets}: llevas 1 repetición, y la siguiente es la número 2.`
        : `${name}, serie ${set} de ${sets}: llevas ${done} repeticiones, y se sigue contando desde ahí.`,
    held: (name, set, sets, heldS) =>
      `${name}, serie ${set} de ${sets}: llevas ${heldS === 1 ? '1 segundo' : `${heldS} segundos`}, y el reloj sigue desde ahí.`,
    auto: 'Todo lo contado antes se conserva. Lo que hagas ahora se suma a la misma sesión.',
  },
  partMissing: {
    title: 'Una parte de Hipline no se ha cargado',
    todo: 'Comprueba la conexión y recarga la página. Todo lo contado hasta ahora se conserva.',
    reload: 'Recargar',
  },
  newer: {
    title: 'Hay un Hipline más nuevo',
    todo: 'Tarda un momento. Tus sesiones quedan como están.',
    take: 'Actualizar',
    later: {
      title: 'Hay una sesión en marcha en otra pestaña',
      todo: 'Termínala allí primero y luego actualiza.',
    },
  },
  programme: {
    name: 'Los cinco',
    summary: 'El programa entero por orden, con sus series, lados y descansos. Tú cambias, Hipline espera.',
    order: 'En este orden, con un minuto para cambiar entre uno y otro:',
    camera:
      'Para los cuatro primeros, a la altura de la cadera, sobre una silla o una mesa, de 2,5 a 3 m delante de ti. Hipline dice cuándo moverlo.',
    equipment: 'Una minibanda, un escalón, una kettlebell u otro peso, y una esterilla.',
  },
  privacy: `${nothingLeaves} Aquí se guardan recuentos, ángulos y una figura de palitos de cada repetición, nunca una imagen.`,
  toPlan: 'El plan de ocho semanas: dónde estás y qué viene ahora',
  whatBrowserCan: 'Qué puede este navegador',
  privacyOfFiles: `${nothingLeaves} No se guarda nada salvo que tú lo digas, y nunca una imagen.`,
  rendered:
    'Los ángulos son lo que vio una sola cámara. Sirven para comparar tus propias repeticiones, no para un diagnóstico.',
  speaking: {
    all: { name: 'Todo', about: 'Recuento, fallos, ánimos y qué hacer' },
    'counts-and-faults': { name: 'Recuento y fallos', about: 'Y lados, series y relojes' },
    faults: { name: 'Fallos', about: 'Los tonos cuentan' },
    nothing: { name: 'Nada', about: 'Solo tonos y pantalla' },
  },
};
