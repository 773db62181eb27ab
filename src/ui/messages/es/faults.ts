import type * as en from '../en/faults';
import type { Words } from '../words';

export const faults: Words<typeof en> = {
  sourceFaults: {
    'camera-refused': {
      title: 'La cámara no está permitida',
      todo: 'Pulsa el símbolo de la cámara en la barra de direcciones, permítela para esta página e inténtalo otra vez. La imagen se queda en este dispositivo.',
    },
    'camera-absent': {
      title: 'No se encuentra ninguna cámara',
      todo: 'Conecta una cámara o abre su tapa e inténtalo otra vez. También puedes analizar un vídeo que ya hayas grabado.',
    },
    'camera-busy': {
      title: 'Otro programa está usando la cámara',
      todo: 'Cierra la videollamada o la otra pestaña que muestra la cámara e inténtalo otra vez.',
    },
    'camera-lost': {
      title: 'La cámara se ha ido',
      todo: 'Conéctala otra vez o abre la tapa e inténtalo de nuevo. Todo lo contado hasta ahora se conserva.',
    },
    'camera-silent': {
      title: 'La cámara no envía imágenes',
      todo: 'Abre su tapa, cierra otros programas que la usen, o desconéctala y conéctala; luego inténtalo otra vez. Todo lo contado hasta ahora se conserva.',
    },
    'camera-unsupported': {
      title: 'Este navegador no da la cámara aquí',
      todo: 'Abre Hipline en localhost o por https, en un Chrome, Edge, Firefox o Safari reciente.',
    },
    'file-unreadable': {
      title: 'No se ha podido leer este archivo',
      todo: 'Quizá se movió o no es un vídeo. Elígelo otra vez, o elige un MP4, MOV o WebM.',
    },
    'file-no-video': {
      title: 'Este archivo no tiene imagen',
      todo: 'Parece tener solo sonido. Elige el archivo con la película.',
    },
    'file-truncated': {
      title: 'Este archivo está cortado',
      todo: 'Se ha analizado lo que venía antes del daño. Copia otra vez el archivo desde la cámara e inténtalo de nuevo para el resto.',
    },
    'file-codec-unsupported': {
      title: 'Este navegador no puede leer este vídeo',
      todo: 'Expórtalo como MP4 (H.264), o abre Hipline en otro navegador, e inténtalo otra vez.',
    },
    'stream-invalid': {
      title: 'Esto no es una grabación de Hipline',
      todo: 'Elige un archivo JSON con el esquema hipline.stream/1, o un vídeo.',
    },
  },
  poseFaults: {
    'worker-failed': {
      title: 'El modelo de postura se ha parado',
      todo: 'Se ha reiniciado solo. Si sigue así, recarga la página: tu recuento se conserva.',
    },
    'worker-hung': {
      title: 'El modelo de postura no respondía',
      todo: 'Se ha sustituido por uno nuevo. Si pasa otra vez, elige el modelo ligero en los ajustes.',
    },
    'wasm-load': {
      title: 'Falta por cargar una parte de Hipline',
      todo: 'Recarga la página. Si no ayuda, la instalación está incompleta: ejecuta npm start otra vez.',
    },
    'out-of-memory': {
      title: 'No hay memoria suficiente para el modelo de postura',
      todo: 'Cierra otras pestañas y programas e inténtalo otra vez: tu recuento se conserva. El modelo ligero de los ajustes necesita menos.',
    },
    'webgl-missing': {
      title: 'Este navegador no tiene WebGL',
      todo: 'Activa la aceleración por hardware en los ajustes del navegador, o abre Hipline en otro.',
    },
    'model-missing': {
      title: 'Falta el modelo de postura',
      todo: 'Ejecuta npm start otra vez: lo construye. O elige otro modelo en los ajustes.',
    },
    'model-damaged': {
      title: 'El modelo de postura está dañado',
      todo: 'Borra la carpeta public/models y ejecuta npm start otra vez. O elige otro modelo en los ajustes.',
    },
    'download-stalled': {
      title: 'Una parte de Hipline no llega',
      todo: 'Comprueba la conexión, o si el servidor sigue en marcha, e inténtalo otra vez.',
    },
    'detect-failed': {
      title: 'No se ha podido leer una imagen',
      todo: 'No tienes que hacer nada: se prueba con la siguiente. Si sigue así, recarga la página; tu recuento se conserva.',
    },
    'out-of-order': {
      title: 'El reloj de la cámara ha saltado',
      todo: 'No tienes que hacer nada: se ha descartado la imagen. Si sigue así, prueba otra vez con la cámara.',
    },
    'not-loaded': {
      title: 'El modelo de postura aún no está listo',
      todo: 'Espera un momento e inténtalo otra vez.',
    },
  },
  readsOnPage: {
    title: 'Este navegador es más lento aquí',
    todo: 'No da gráficos a sus procesos de fondo, así que la propia página lee las imágenes y puede ir a tirones. El recuento funciona; Chrome o Edge son más rápidos.',
  },
  bug: {
    title: 'Hipline ha cometido un error',
    todo: 'Recarga la página. Todo lo contado hasta ahora está guardado y figura en el historial.',
  },
  feedbackFaults: {
    'no-voice': {
      title: 'No hay voz en este dispositivo',
      todo: 'Los tonos la sustituyen. Instala una voz en español en los ajustes de idioma del sistema para que te hable.',
    },
    'no-sound': {
      title: 'El navegador aún prohíbe el sonido',
      todo: 'Pulsa una tecla o haz clic una vez. Hasta entonces los avisos solo se muestran.',
    },
    'no-listening': {
      title: 'Las órdenes de voz están desactivadas',
      todo: 'Permite el micrófono en esta página, o levanta una mano. Donde el habla no se reconoce en este dispositivo, nada escucha.',
    },
    'no-wake-lock': {
      title: 'La pantalla puede apagarse',
      todo: 'Desactiva el ahorro de batería, o toca una tecla entre series.',
    },
  },
};
