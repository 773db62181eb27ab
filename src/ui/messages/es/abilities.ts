import type * as en from '../en/abilities';
import type { Words } from '../words';

export const abilities: Words<typeof en> = {
  abilities: {
    camera: {
      name: 'Cámara',
      there: 'Se puede pedir. La imagen se mira en esta página y se desecha.',
      missing: 'Abre Hipline por https o en localhost, o analiza un vídeo que hayas grabado.',
    },
    engine: {
      name: 'El motor de postura rápido (LiteRT)',
      there: 'Lee el cuerpo en el procesador, en varios núcleos donde la página está aislada.',
      missing:
        'Funciona una versión más lenta, o MediaPipe en su lugar: los mismos recuentos, menos imágenes por segundo.',
    },
    graphics: {
      name: 'Gráficos (WebGL 2)',
      there: 'Por ahí recibe MediaPipe sus imágenes. LiteRT no los necesita.',
      missing: 'LiteRT lee el cuerpo sin ellos. Donde tampoco arranque, activa la aceleración por hardware.',
    },
    webgpu: {
      name: 'El chip gráfico para LiteRT (WebGPU)',
      there: 'Si lo hay, se usa cuando lee bien una imagen conocida, y más rápido que el procesador.',
      missing: 'El procesador lee el cuerpo: las mismas cuentas, y algo más de trabajo para él.',
    },
    pictures: {
      name: 'Imágenes sin copiar (VideoFrame)',
      there: 'Las imágenes de la cámara van al modelo tal como son.',
      missing: 'Cada imagen se copia antes: los mismos recuentos, menos imágenes por segundo.',
    },
    'capture-time': {
      name: 'El momento de cada imagen',
      there: 'Las repeticiones se cronometran con el propio vídeo.',
      missing: 'Se usa el ritmo de la pantalla: los tiempos son exactos a un sesentavo de segundo.',
    },
    decoding: {
      name: 'Decodificar vídeos (WebCodecs)',
      there: 'Un vídeo se analiza imagen a imagen, tan rápido como pueda este dispositivo.',
      missing: 'El reproductor del navegador recorre el vídeo: el mismo resultado, más despacio.',
    },
    threads: {
      name: 'Varios procesadores a la vez',
      there: 'La página está aislada de todas las demás, y eso lo permite.',
      missing: 'Recarga la página una vez. Si sigue así, todo funciona, con un solo procesador.',
    },
    database: {
      name: 'Guardar sesiones',
      there: 'Las sesiones quedan en este dispositivo hasta que las borres.',
      missing: 'No se guarda nada. Guarda cada sesión como archivo desde su análisis.',
    },
    persistence: {
      name: 'Conservarlas cuando se llena el disco',
      there: 'El navegador ha prometido no borrarlas por su cuenta.',
      missing: 'El navegador puede borrarlas cuando necesite sitio. Guarda lo importante como archivo.',
    },
    offline: {
      name: 'Abrir sin red',
      there: 'El navegador guarda una copia de la aplicación tras la primera visita.',
      missing: 'Hipline solo se abre mientras esté su servidor.',
    },
    locks: {
      name: 'Saber de otras pestañas',
      there: 'Una sesión en marcha en una pestaña no la tocan las demás.',
      missing: 'Usa una sola pestaña: otra podría dar por interrumpida una sesión en marcha.',
    },
    voice: {
      name: 'Una voz en este dispositivo',
      there: 'El recuento y los avisos se dicen sin preguntar a ningún servidor.',
      missing:
        'Los tonos y la pantalla lo dicen todo. Las voces vienen con los ajustes de idioma del sistema.',
    },
    speech: {
      name: 'Entender el habla en este dispositivo',
      there: 'Las órdenes de voz se activan en los ajustes. Ningún sonido sale del dispositivo.',
      missing: 'No hay órdenes de voz: levanta una mano, o pulsa una tecla o un botón.',
    },
    'wake-lock': {
      name: 'Mantener la pantalla encendida',
      there: 'La pantalla sigue encendida mientras entrenas.',
      missing: 'Ajusta el sistema para que la pantalla siga encendida más de lo que dura una serie.',
    },
  },
  browserPage: {
    title: 'Qué puede este navegador',
    lead: 'Donde falta algo, Hipline va por otro camino y dice por cuál.',
    there: 'Disponible',
    missing: 'Falta',
    sees: 'Qué puede ver esta página',
    seen: [
      'La cámara, solo mientras entrenas y solo si lo has permitido. Ninguna imagen se guarda ni se envía nunca.',
      'El micrófono, solo mientras entrenas y solo si activas las órdenes de voz, lo que se puede donde el habla se reconoce en este dispositivo. Ningún sonido se guarda ni se envía nunca.',
      'Los archivos que eliges, mientras se analizan.',
      'Lo que ella misma guarda: ajustes, y sesiones como números y figuras de palitos, solo en este navegador.',
    ],
    seesNot: 'Qué no puede ver',
    unseen: [
      'La red: la página solo puede hablar con el lugar del que vino, y no envía nada allí.',
      'Otras páginas, tus archivos ni dónde estás.',
    ],
    licences: 'En qué se apoya Hipline, y con qué condiciones',
  },
};
