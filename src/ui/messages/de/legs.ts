import type * as en from '../en/legs';
import type { Words } from '../words';

export const legs: Words<typeof en> = {
  legs: {
    'hip-drop': {
      left: {
        role: 'Stand auf dem linken Bein',
        within: 'im Stand auf dem linken Bein',
        found: 'Im Stand auf dem linken Bein ist das Becken abgesunken',
        since: 'Im Stand auf dem linken Bein sinkt die rechte Hüfte ab',
      },
      right: {
        role: 'Stand auf dem rechten Bein',
        within: 'im Stand auf dem rechten Bein',
        found: 'Im Stand auf dem rechten Bein ist das Becken abgesunken',
        since: 'Im Stand auf dem rechten Bein sinkt die linke Hüfte ab',
      },
    },
    'knee-collapse': {
      left: {
        role: 'Linkes Knie',
        within: 'am linken Knie',
        found: 'Das linke Knie ist nach innen gefallen',
        since: 'Das linke Knie fällt nach innen',
      },
      right: {
        role: 'Rechtes Knie',
        within: 'am rechten Knie',
        found: 'Das rechte Knie ist nach innen gefallen',
        since: 'Das rechte Knie fällt nach innen',
      },
    },
    'stance-knee-bent': {
      left: {
        role: 'Knie des linken Standbeins',
        within: 'am Knie des linken Standbeins',
        found: 'Das Knie des linken Standbeins war gebeugt',
        since: 'Das Knie des linken Standbeins beugt sich',
      },
      right: {
        role: 'Knie des rechten Standbeins',
        within: 'am Knie des rechten Standbeins',
        found: 'Das Knie des rechten Standbeins war gebeugt',
        since: 'Das Knie des rechten Standbeins beugt sich',
      },
    },
    'trunk-lean': {
      left: {
        role: 'Nach links',
        within: 'nach links',
        found: 'Der Rumpf hat sich nach links geneigt',
        since: 'Der Rumpf neigt sich nach links',
      },
      right: {
        role: 'Nach rechts',
        within: 'nach rechts',
        found: 'Der Rumpf hat sich nach rechts geneigt',
        since: 'Der Rumpf neigt sich nach rechts',
      },
    },
  },
};
