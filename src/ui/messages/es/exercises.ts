import type { ExerciseText } from '../../../core/exercise/definition';

const STANDING_CAMERA =
  'Cámara a la altura de la cadera, a 2,5 o 3 m. Mírala de frente, con la cabeza y los dos pies en la imagen.';

export const exercises: Readonly<Record<string, ExerciseText>> = {
  'banded-lateral-step': {
    name: 'Paso lateral con banda',
    summary:
      'Pasos hacia el lado contra una minibanda: entrenan los abductores de las dos caderas con carga.',
    steps: [
      'Banda justo por encima de las rodillas, pies a la anchura de la cadera, rodillas algo flexionadas.',
      'Da un paso al lado con el pie que guía.',
      'Deja que el otro pie siga despacio, sin juntar los pies.',
      'Quédate en media sentadilla, puntas al frente, rodillas sobre los pies.',
      'Diez pasos a la derecha y luego diez a la izquierda.',
    ],
    camera:
      'Cámara a la altura de la cadera, a 3 m, mirando hacia ti. Empieza en un lado de la imagen, para que quepan diez pasos.',
    equipment: 'Una minibanda.',
    sideLabel: { left: 'hacia la izquierda', right: 'hacia la derecha' },
    cues: {
      'knee-collapse': {
        short: 'Rodilla {izquierda|derecha} fuera',
        long: 'La rodilla {izquierda|derecha} cae hacia dentro: empújala contra la banda, sobre el pie.',
      },
      'hip-drop': {
        short: 'Pelvis nivelada',
        long: 'La pelvis cae al levantar el pie: mantenla nivelada.',
      },
      'standing-tall': { short: 'Más abajo', long: 'Te has levantado: quédate en media sentadilla.' },
      'feet-together': {
        short: 'Pies separados',
        long: 'Los pies se juntan: para el pie de atrás a la anchura de la cadera.',
      },
      'trunk-lean': {
        short: 'Tronco recto',
        long: 'El tronco se inclina al lado: mantenlo sobre la pelvis.',
      },
    },
  },
  'curtsy-lunge': {
    name: 'Zancada cruzada',
    summary:
      'Un paso atrás en diagonal, por detrás del otro pie: la cadera de delante mantiene la rodilla sobre el pie.',
    steps: [
      'De pie, espalda larga, pies a la anchura de la cadera.',
      'Lleva un pie atrás y al otro lado, por detrás del otro.',
      'Flexiona las dos rodillas; pecho alto y la rodilla de delante sobre los dedos.',
      'Empuja con el talón de delante para volver arriba y cambia de lado.',
    ],
    camera: STANDING_CAMERA,
    equipment: 'Nada; con un peso en el pecho es más difícil.',
    sideLabel: { left: 'pierna izquierda delante', right: 'pierna derecha delante' },
    cues: {
      'hip-drop': {
        short: 'Pelvis nivelada',
        long: 'La pelvis cae en el lado libre: mantén los dos huesos de la cadera a la misma altura.',
      },
      'knee-collapse': {
        short: 'Rodilla {izquierda|derecha} fuera',
        long: 'Tu rodilla {izquierda|derecha} va hacia dentro: llévala hacia fuera, sobre los dedos.',
      },
      'trunk-lean': {
        short: 'Pecho alto',
        long: 'Tu tronco se inclina al lado: mantén el pecho sobre la pelvis.',
      },
      'partial-range': {
        short: 'Más abajo',
        long: 'Flexiona más la rodilla de delante, hasta donde te resulte cómodo.',
      },
      'too-fast': { short: 'Más despacio', long: 'Tómate unos dos segundos para cada zancada.' },
    },
  },
  'hip-hike': {
    name: 'Elevación de cadera',
    summary: 'De pie en un escalón sobre una pierna: baja la cadera libre y súbela por encima del nivel.',
    steps: [
      'Ponte de lado en un escalón con un pie; la otra pierna cuelga al lado.',
      'Mantén rectas las dos rodillas.',
      'Deja bajar despacio la cadera de la pierna que cuelga.',
      'Súbela hasta que esté más alta que la otra y vuelve al nivel.',
    ],
    camera:
      'Cámara a la altura de la cadera, a 2,5 o 3 m. Mírala de frente, con la cabeza, los dos pies y el escalón en la imagen.',
    equipment: 'Un escalón o un libro grueso, y una pared para tocarla.',
    sideLabel: { left: 'apoyo en la izquierda', right: 'apoyo en la derecha' },
    cues: {
      'stance-knee-bent': {
        short: 'Rodilla recta',
        long: 'Tu rodilla de apoyo se flexiona: que trabaje la cadera.',
      },
      'trunk-lean': {
        short: 'Crece',
        long: 'Tu tronco se inclina: mantén el pecho sobre la pelvis.',
      },
      'partial-range': {
        short: 'Más amplio',
        long: 'Baja más la cadera libre y súbela por encima del nivel.',
      },
      'too-fast': { short: 'Más despacio', long: 'Tómate unos dos segundos para bajar y subir.' },
    },
  },
  'kettlebell-march': {
    name: 'Marcha con kettlebell',
    summary:
      'Sube una rodilla cada vez con un peso en una mano: la cadera de apoyo mantiene la pelvis nivelada.',
    steps: [
      'De pie, espalda larga, kettlebell en una mano, la otra mano en la cadera.',
      'Sube despacio una rodilla hacia el pecho.',
      'Mantén los dos huesos de la cadera a la misma altura.',
      'Baja el pie sin ruido, espera un momento y sube la otra rodilla.',
    ],
    camera: STANDING_CAMERA,
    equipment: 'Una kettlebell o cualquier peso que quepa en una mano.',
    sideLabel: { left: 'rodilla izquierda', right: 'rodilla derecha' },
    cues: {
      'hip-drop': {
        short: 'Pelvis nivelada',
        long: 'La pelvis cae en el lado levantado: empuja el suelo con el pie de apoyo y crece.',
      },
      'trunk-lean': {
        short: 'Crece',
        long: 'Tu tronco se inclina a la {izquierda|derecha}: mantén el pecho sobre la pelvis.',
      },
      'partial-range': {
        short: 'Rodilla más alta',
        long: 'Sube la rodilla hasta que el muslo quede casi horizontal.',
      },
      'too-fast': { short: 'Más despacio', long: 'Tómate unos dos segundos para cada subida.' },
    },
    betweenSets: { short: 'Cambia de mano', long: 'Pasa la kettlebell a la otra mano.' },
  },
  'side-plank': {
    name: 'Plancha lateral',
    summary: 'Aguantar sobre un antebrazo: entrena la cadera y el costado más cercanos al suelo.',
    steps: [
      'Túmbate de lado, mirando a la cámara, el codo bajo el hombro.',
      'Caderas, rodillas y tobillos, unos sobre otros.',
      'Sube la cadera hasta que cabeza, cadera y talones formen una línea.',
      'Aguanta y respira. El reloj se para mientras la cadera cae.',
      'Baja la cadera, date la vuelta y aguanta del otro lado.',
    ],
    camera:
      'Cámara en el suelo o en una silla baja, a 2,5 o 3 m. Túmbate a lo ancho de la imagen, con la cabeza y los pies a la vista.',
    equipment: 'Una esterilla.',
    sideLabel: { left: 'lado izquierdo abajo', right: 'lado derecho abajo' },
    cues: {
      'hip-drop': {
        short: 'Cadera arriba',
        long: 'Tu cadera cae hacia el suelo: súbela a la línea de los hombros a los talones.',
      },
    },
  },
  'single-leg-stand': {
    name: 'Apoyo a una pierna',
    summary:
      'La prueba de cadera: 30 segundos sobre una pierna con la pelvis nivelada, o algo más alta en el lado libre.',
    steps: [
      'De pie, espalda larga, brazos sueltos, algo donde agarrarte a mano.',
      'Levanta un pie un palmo del suelo, la rodilla un poco adelante.',
      'Mantén la pelvis nivelada: mientras lo esté, corre el reloj.',
      'A los 30 segundos baja el pie y ponte sobre la otra pierna.',
    ],
    camera: STANDING_CAMERA,
    equipment: 'Nada.',
    sideLabel: { left: 'apoyo en la izquierda', right: 'apoyo en la derecha' },
    cues: {
      'hip-drop': {
        short: 'Pelvis nivelada',
        long: 'La pelvis cae en el lado libre: empuja el suelo con el pie {izquierdo|derecho} y crece.',
      },
    },
  },
};
