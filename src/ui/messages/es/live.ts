import type * as en from '../en/live';
import type { Words } from '../words';

const setup: Words<typeof en.setup> = {
  person: { label: 'Se te ve', todo: 'Entra en la imagen' },
  whole: { label: 'De la cabeza a los pies', todo: 'Da un paso atrás hasta que se vean tus pies' },
  distance: { label: 'Buena distancia', todo: 'Acércate un poco' },
  light: { label: 'Luz suficiente', todo: 'Enciende una luz delante de ti' },
  still: { label: 'Postura quieta', todo: 'No te muevas, pies bajo las caderas' },
};

export const live: Words<typeof en> = {
  setup,
  setupLying: {
    ...setup,
    whole: { label: 'De la cabeza a los talones', todo: 'Muévete atrás hasta que se vean tus talones' },
    still: { label: 'En posición', todo: 'Túmbate de lado, mirando a la cámara' },
  },
  setupHints: {
    other: 'Hay otra persona en la imagen: pídele que salga',
    aside: 'Ven al centro de la imagen',
    turned: 'Gírate hacia la cámara',
    tilted: 'La imagen está inclinada: nivela la cámara',
    backlit: 'La luz viene de detrás: corre la cortina o gira la cámara',
  },
  way: {
    start: { left: 'Empieza más a la izquierda', right: 'Empieza más a la derecha' },
    turn: {
      short: (steps) => `Da la vuelta a los ${steps} pasos`,
      long: (room, of) => `Solo caben ${room} de ${of} en la imagen; aléjate para más.`,
    },
    noRoom: 'Aléjate: los pasos no caben en la imagen',
  },
  commands: {
    start: 'empezar, empieza, comenzar',
    pause: 'pausa, para',
    goOn: 'seguir, sigue, continuar',
    next: 'siguiente',
    repeat: 'otra vez, repetir, repite',
    end: 'terminar, termina, fin',
  },
  pauses: {
    asked: {
      spoken: 'Pausa',
      title: 'Pausa',
      todo: 'Levanta una mano, o pulsa el botón, para seguir.',
    },
    hidden: {
      spoken: 'Pausa',
      title: 'Pausa',
      todo: 'La pestaña estaba oculta. Levanta una mano, o pulsa el botón, para seguir.',
    },
    absent: {
      spoken: 'Pausa. No te veo',
      title: 'No hay nadie en la imagen',
      todo: 'Vuelve a la imagen y no te muevas: sigue por sí solo.',
    },
    ending: {
      spoken: '¿Terminar la sesión? Una mano para seguir, las dos para terminar',
      title: '¿Terminar la sesión?',
      todo: 'Todo lo contado se conserva. Levanta una mano para seguir, las dos para terminar.',
    },
    goOn: 'Seguir',
    cameraOff: 'Un minuto en pausa: la cámara está apagada',
    cameraOffTodo: 'La cámara se apagó tras un minuto. Pulsa el botón para seguir.',
    endNow: 'Terminar y ver el análisis',
  },
  signs: {
    pause: 'Pausa',
    goOn: 'Seguir',
    begin: 'Siguiente serie ya',
    repeat: 'Repetir la serie',
    end: 'Terminar',
  },
  hands: {
    open: 'Mano derecha alta (opcional)',
    proved: 'Izquierda y derecha comprobadas',
    doubted: 'Se ha visto la mano izquierda',
    invite: 'Si quieres, levanta la mano derecha: comprueba izquierda y derecha.',
    wrong: {
      title: 'Esa era tu mano izquierda',
      todo: 'Si era la derecha, tu cámara hace de espejo: desactívalo en su propio programa.',
    },
  },
  offer: {
    question: '¿Cuál es?',
    press: (key, name) => `Pulsa ${key} para ${name}.`,
  },
  rest: {
    next: 'A continuación',
    go: 'Empezar ya',
    more: '30 s más',
    first: { left: 'Primero el lado izquierdo.', right: 'Primero el lado derecho.' },
    needed: (things) => `Necesitas: ${things}`,
    counted: (reps) => `Hipline: ${reps}`,
  },
  sound: {
    title: 'Sonido',
    says: 'La voz dice',
    voice: 'Volumen de la voz',
    tones: 'Volumen de los tonos',
  },
  lighting: {
    dark: { title: 'Está demasiado oscuro', spoken: 'Muy oscuro: enciende una luz delante de ti' },
    backlit: { title: 'La luz viene de detrás', spoken: 'La luz viene de detrás: corre la cortina' },
  },
  slow: {
    spoken: 'Muy lento para contar bien',
    title: 'Pocas imágenes para contar con seguridad',
    faster: 'Usar el modelo más rápido',
  },
  done: { title: 'Todo hecho', review: 'Ver el análisis' },
  ownPlan: {
    title: 'A tu medida',
    reps: 'Repeticiones',
    holdS: 'Segundos de aguante',
    sets: 'Series',
    restS: 'Segundos de descanso',
    order: 'Orden',
    eachSide: 'Primero un lado',
    alternating: 'Alternando',
    firstSide: 'Empezar por',
    reset: 'Volver a lo prescrito',
  },
  compared: { best: 'Tu mejor', worst: 'A cambiar' },
  tooNear: 'Da un pasito atrás',
};
