import type * as en from '../en/legs';
import type { Words } from '../words';

export const legs: Words<typeof en> = {
  legs: {
    'hip-drop': {
      left: {
        role: 'Apoyo sobre la izquierda',
        within: 'apoyando la pierna izquierda',
        found: 'Apoyando la pierna izquierda, la pelvis cayó',
        since: 'Apoyando la pierna izquierda, la cadera derecha cae',
      },
      right: {
        role: 'Apoyo sobre la derecha',
        within: 'apoyando la pierna derecha',
        found: 'Apoyando la pierna derecha, la pelvis cayó',
        since: 'Apoyando la pierna derecha, la cadera izquierda cae',
      },
    },
    'knee-collapse': {
      left: {
        role: 'Rodilla izquierda',
        within: 'en la rodilla izquierda',
        found: 'La rodilla izquierda se fue hacia dentro',
        since: 'La rodilla izquierda se va hacia dentro',
      },
      right: {
        role: 'Rodilla derecha',
        within: 'en la rodilla derecha',
        found: 'La rodilla derecha se fue hacia dentro',
        since: 'La rodilla derecha se va hacia dentro',
      },
    },
    'stance-knee-bent': {
      left: {
        role: 'Rodilla de apoyo izquierda',
        within: 'en la rodilla de apoyo izquierda',
        found: 'La rodilla de apoyo izquierda se flexionó',
        since: 'La rodilla de apoyo izquierda se flexiona',
      },
      right: {
        role: 'Rodilla de apoyo derecha',
        within: 'en la rodilla de apoyo derecha',
        found: 'La rodilla de apoyo derecha se flexionó',
        since: 'La rodilla de apoyo derecha se flexiona',
      },
    },
    'trunk-lean': {
      left: {
        role: 'Hacia la izquierda',
        within: 'hacia la izquierda',
        found: 'El tronco se inclinó a la izquierda',
        since: 'El tronco se inclina a la izquierda',
      },
      right: {
        role: 'Hacia la derecha',
        within: 'hacia la derecha',
        found: 'El tronco se inclinó a la derecha',
        since: 'El tronco se inclina a la derecha',
      },
    },
  },
};
